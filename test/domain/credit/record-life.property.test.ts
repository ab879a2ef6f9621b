import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endsAfter } from '../../../lib/domain/credit/end.ts';
import { addToHalf, emptyHalf, type Half, isRightOn } from '../../../lib/domain/credit/half.ts';
import { periodsOf } from '../../../lib/domain/credit/periods.ts';
import type { RecordVersion } from '../../../lib/domain/credit/record.ts';
import type { RecordEvent } from '../../../lib/domain/credit/record-event.ts';
import { recordStatesOf } from '../../../lib/domain/credit/record-state.ts';
import { halfOf, standingAt } from '../../../lib/domain/credit/standing-at.ts';
import { viewAt } from '../../../lib/domain/measures/view-at.ts';
import { addDays, type PlainDate } from '../../../lib/domain/time/plain-date.ts';
import { aRecord, day, findClass, instant, recordId } from '../../support/records.ts';

const SIDES = ['EAST', 'WEST'];
const FIRST = day('2024-01-10');
const document = { number: '示例', decidedOn: FIRST };
const onDay = (step: number): PlainDate => addDays(FIRST, step);
const atStep = (step: number, order: number) =>
  instant(`${onDay(step)}T08:00:00.${String(order % 1000).padStart(3, '0')}Z`);

/** One thing that happens: to which of a few records, on which day of a few, and for how long. */
interface Happening {
  readonly key: number;
  readonly what: RecordEvent['kind'];
  readonly step: number;
  readonly length: number;
  readonly kind: number;
}

const kinds = [
  { class: 'debtor' },
  { class: 'bar' },
  { class: 'honour' },
  { class: 'licence' },
  { class: 'penalty', severity: 'minor', publicationNecessary: true },
  { class: 'penalty', severity: 'general' },
] as const;

const happening: fc.Arbitrary<Happening> = fc.record({
  key: fc.nat(7),
  what: fc.constantFrom<RecordEvent['kind']>(
    'published',
    'corrected',
    'annulled',
    'repaired',
    'repair-revoked',
    'shielded',
    'shielded',
    'unshielded',
  ),
  step: fc.nat(300),
  length: fc.nat(120),
  kind: fc.nat(kinds.length - 1),
});

function eventOf({ what, step, length }: Happening, decidedOn: PlainDate): RecordEvent {
  const on = onDay(step);
  switch (what) {
    /* A second publication is answered as already held: only the first of a record makes a version. */
    case 'published':
    case 'corrected':
      return { kind: 'corrected', reason: '示例' };
    case 'annulled': {
      const outOfPublicationBy = { dueOn: on, provisional: false };
      return { kind: 'annulled', on, ground: 'revoked', reason: '示例', document, outOfPublicationBy };
    }
    case 'repaired':
      return { kind: 'repaired', on, repair: 'r' };
    case 'repair-revoked':
      return { kind: 'repair-revoked', on, repair: 'r', ground: 'false-materials', reason: '示例' };
    case 'shielded': {
      const until = length > 100 ? 'open' : addDays(on, length + 1);
      return { kind: 'shielded', from: decidedOn, until, document };
    }
    case 'unshielded':
      return { kind: 'unshielded', on, reason: '示例' };
  }
}

/** Versions in the order they were recorded: the first that happens to a record is its publication. */
function historyOf(happenings: readonly Happening[]): readonly RecordVersion[] {
  const last = new Map<number, RecordVersion>();
  return happenings
    .toSorted((a, b) => a.step - b.step)
    .map((one, order) => {
      const { key, step, length } = one;
      const known = last.get(key);
      const base = known ?? {
        ...aRecord({ ...kinds[one.kind], id: recordId(key), jurisdiction: SIDES[key % 2] ?? 'EAST' }),
        version: 0,
        decidedOn: onDay(step - (length % 30)),
      };
      const version: RecordVersion = {
        ...base,
        ...(known && one.what === 'corrected' && { validTo: addDays(base.decidedOn, length + 1) }),
        version: base.version + 1,
        happened: known ? eventOf(one, base.decidedOn) : { kind: 'published' },
        recordedAt: atStep(step, order),
      };
      last.set(key, version);
      return version;
    });
}

const history = fc.array(happening, { maxLength: 40 }).map(historyOf);
const shuffled = (versions: readonly RecordVersion[]) =>
  fc.shuffledSubarray([...versions, ...versions.slice(0, 9)], { minLength: versions.length });
const dayOf = ({ recordedAt }: RecordVersion): PlainDate => recordedAt.slice(0, 10) as PlainDate;

/** As the acts keep it: a publication is added, everything else has the half computed anew. */
function kept(half: Half, before: readonly RecordVersion[], version: RecordVersion): Half {
  const on = dayOf(version);
  return version.happened.kind === 'published' && isRightOn(half, on)
    ? addToHalf(half, version, findClass)
    : halfOf(half.jurisdiction, [...before, version], on, findClass);
}

test('a half kept through whatever happens is the half computed from all versions, on both sides', () => {
  fc.assert(
    fc.property(history, (versions) => {
      for (const side of SIDES) {
        let half = emptyHalf(side);
        versions.forEach((version, index) => {
          if (version.jurisdiction !== side) return;
          const before = versions.slice(0, index);
          half = kept(half, before, version);
          expect(half).toEqual(halfOf(side, [...before, version], dayOf(version), findClass));
        });
      }
    }),
    { numRuns: 300 },
  );
});

test('order and repetition change nothing, at any two times, for either way of asking', () => {
  const asked = history.chain((versions) =>
    fc.tuple(fc.constant(versions), shuffled(versions), fc.nat(420), fc.nat(320), fc.boolean()),
  );
  fc.assert(
    fc.property(asked, ([versions, order, asOf, known, told]) => {
      /* What is drawn twice must not leave out what is drawn once. */
      const all = [...versions, ...order].toReversed();
      for (const side of SIDES)
        expect(
          standingAt(side, all, onDay(asOf), atStep(known, 999), findClass, told ? 'told' : 'omitted'),
        ).toEqual(
          standingAt(side, versions, onDay(asOf), atStep(known, 999), findClass, told ? 'told' : 'omitted'),
        );
    }),
    { numRuns: 300 },
  );
});

const recordsIn = ({ tallies, disclosed }: Half): readonly string[] => [
  ...tallies
    .flatMap(({ byEnd, byDecision }) => [...byEnd.kept, ...byDecision.kept])
    .map(({ record }) => record),
  ...disclosed.kept.map(({ record }) => record),
];

test('what is withdrawn now is told of no day and no knowledge', () => {
  fc.assert(
    fc.property(history, fc.nat(420), fc.nat(320), (versions, asOf, known) => {
      const gone = recordStatesOf(versions).flatMap(({ last, withdrawn }) => (withdrawn ? [last.id] : []));
      for (const side of SIDES) {
        const half = standingAt(side, versions, onDay(asOf), atStep(known, 999), findClass);
        expect(recordsIn(half).filter((record) => gone.includes(record))).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
});

/** Day by day and version by version, without any fold of the product's. */
function countsOn(versions: readonly RecordVersion[], on: PlainDate): boolean {
  const states = {
    withdrawn: '' as '' | 'annulled' | 'repaired',
    hidden: [] as { from: string; until: string }[],
  };
  let repairedOn = '';
  for (const { happened } of versions) {
    if (happened.kind === 'annulled') states.withdrawn = 'annulled';
    if (happened.kind === 'repaired' && states.withdrawn !== 'annulled') {
      states.withdrawn = 'repaired';
      repairedOn = happened.on;
    }
    if (happened.kind === 'repair-revoked' && states.withdrawn === 'repaired') {
      states.withdrawn = '';
      states.hidden.push({ from: repairedOn, until: happened.on });
    }
    if (happened.kind === 'shielded') states.hidden.push({ from: happened.from, until: happened.until });
    if (happened.kind === 'unshielded')
      for (const span of states.hidden) if (span.until > happened.on) span.until = happened.on;
  }
  return states.withdrawn === '' && !states.hidden.some(({ from, until }) => from <= on && on < until);
}

test('on every later day, while it is right, a half discloses exactly the records that count', () => {
  fc.assert(
    fc.property(history, fc.nat(500), (versions, later) => {
      const today = versions.map(dayOf).toSorted().at(-1) ?? FIRST;
      const on = addDays(today, later);
      for (const side of SIDES) {
        const half = halfOf(side, versions, today, findClass);
        const read = isRightOn(half, on) ? half : halfOf(side, versions, on, findClass);
        const live = [...Map.groupBy(versions, ({ id }) => id).values()]
          .filter((one) => one[0]?.jurisdiction === side && countsOn(one, on))
          .flatMap((one) => {
            const last = one.at(-1) ?? expect.fail();
            const { disclosure } = periodsOf(findClass(last.class) ?? expect.fail(), last);
            return endsAfter(disclosure?.until, on) ? [last.id] : [];
          });
        const shown = viewAt([read], [], 'person', on).disclosed.entries.map(({ record }) => record);
        expect(shown.toSorted()).toEqual(live.toSorted());
      }
    }),
    { numRuns: 400 },
  );
});
