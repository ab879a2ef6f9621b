import { expect, test } from 'vitest';
import type { RecordEvent } from '../../../lib/domain/credit/record-event.ts';
import { recordStateOf } from '../../../lib/domain/credit/record-state.ts';
import { type Repair, repairableNow } from '../../../lib/domain/credit/repair.ts';
import { aClass, aRecord, day, months, none } from '../../support/records.ts';

const terms = { kind: 'after', months: 3, from: 'document' } as const;
const periods = (span: ReturnType<typeof months> | typeof none) => [
  {
    authorityKinds: ['court', 'registration', 'credit-platform'] as const,
    decidedFrom: day('2000-01-01'),
    disclosure: span,
    effect: span,
    articles: [],
  },
];
const aYear = aClass({ severities: [], periods: periods(months(12)) });
const unpublished = aClass({ severities: [], periods: periods(none) });

const { severity: _, ...plain } = aRecord();
const published = { ...plain, decidedOn: day('2026-05-11') };
const stateOf = (...events: readonly RecordEvent[]) =>
  recordStateOf([
    published,
    ...events.map((happened, at) => ({ ...published, version: at + 2, happened })),
  ]) ?? expect.fail();
const now = (on: string, state = stateOf(), ofSubject: readonly Repair[] = [], recordClass = aYear) =>
  repairableNow(recordClass, terms, state, ofSubject, day(on));

test('up to its end a record can be repaired from its day; from its end on there is nothing to repair', () => {
  expect(now('2026-05-12')).toEqual({ kind: 'from', on: '2026-08-11' });
  expect(now('2027-05-10')).toEqual({ kind: 'from', on: '2026-08-11' });
  expect(now('2027-05-11')).toEqual({ kind: 'needless' });
});

test('nor is there of one that is annulled or repaired', () => {
  const document = { number: '复1号', decidedOn: day('2026-06-01') };
  const outOfPublicationBy = { dueOn: day('2026-06-04'), provisional: false };
  const annulled = {
    kind: 'annulled',
    on: day('2026-06-01'),
    ground: 'revoked',
    reason: '复议',
    document,
  } as const;
  expect(now('2026-06-02', stateOf({ ...annulled, outOfPublicationBy }))).toEqual({ kind: 'needless' });
  const repaired = { kind: 'repaired', on: day('2026-08-11'), repair: 'r.1' } as const;
  expect(now('2026-08-12', stateOf(repaired))).toEqual({ kind: 'needless' });
  const back = {
    kind: 'repair-revoked',
    on: day('2026-09-01'),
    repair: 'r.1',
    ground: 'false-materials',
    reason: '伪造',
  } as const;
  expect(now('2026-09-02', stateOf(repaired, back))).toEqual({ kind: 'from', on: '2026-08-11' });
});

test('one that was never published is kept, and can be repaired', () => {
  expect(now('2030-01-01', stateOf(), [], unpublished)).toEqual({ kind: 'from', on: '2026-08-11' });
});

test('whoever is barred waits for the end of that too, on its last day still', () => {
  const barred = [{ barredUntil: day('2029-09-01') } as Repair];
  const open = aClass({ severities: [], periods: periods(months(600)) });
  expect(now('2029-08-31', stateOf(), barred, open)).toEqual({ kind: 'from', on: '2029-09-01' });
  expect(now('2029-09-01', stateOf(), barred, open)).toEqual({ kind: 'from', on: '2026-08-11' });
});
