import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LookupQuestion } from '../../lib/acts/look-up.ts';
import type { NamedSubject } from '../../lib/domain/subject/named-subject.ts';
import type { Moment } from '../../lib/domain/time/instant.ts';
import {
  aCaller,
  aDebtorRecord,
  type CreditService,
  moment,
  NOW,
  organisation,
  PERSON_NUMBER,
  person,
  startCreditService,
} from '../support/credit-service.ts';
import { day, instant } from '../support/records.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
});
afterEach(() => service.stop());

const stranger: NamedSubject = {
  kind: 'person',
  document: { kind: 'citizen-id', number: '511623198805120018' },
};
const question = (overrides: Partial<LookupQuestion> = {}): LookupQuestion => ({
  purpose: 'registration',
  basis: 'registration-review',
  subjects: [person],
  ...overrides,
});
const regulator = aCaller('reg-511623');
const ask = (overrides: Partial<LookupQuestion> = {}, at: Moment = NOW) =>
  service.newLookUp()(regulator, question(overrides), at);
const verdicts = async (...asked: Parameters<typeof ask>) =>
  (await ask(...asked)).results.map(({ standing }) => standing.verdict);
const complete = () => service.allComplete('2026-11-23T01:00:00.000Z');

test('before any source has started nobody is clear, and a record is found all the same', async () => {
  expect(await verdicts()).toEqual(['unknown']);
  await service.publish(aDebtorRecord());
  expect(await verdicts({ subjects: [person, stranger] })).toEqual(['hit', 'unknown']);
});

test('a record of one side is found from the other, with its row, article and record', async () => {
  await complete();
  const { id } = await service.publish(aDebtorRecord());
  const { results } = await ask({ subjects: [person, stranger] });
  expect(results.map(({ standing }) => standing.verdict)).toEqual(['hit', 'clear']);
  const [measure] = results[0]?.standing.view?.discipline ?? [];
  expect(measure?.row.id).toBe('office-bar');
  expect(measure?.articles[0]).toMatchObject({ law: '公司法', article: '第一百七十八条第一款第五项' });
  expect(measure?.records).toEqual([{ record: id, day: 'open', jurisdiction: 'CQ' }]);
  expect(results[1]?.standing.completeUpTo).toBe('2026-11-23T01:00:00.000Z');
});

test('one source that lags makes clear unknown, though only for whom it speaks of', async () => {
  await complete();
  const later = moment('2026-11-25T02:00:00.000Z');
  expect(await verdicts({ subjects: [stranger] }, later)).toEqual(['unknown']);
  await service.heartbeat('cq-dishonest-debtors', '2026-11-25T01:00:00.000Z', 'court-500000', later);
  await service.heartbeat('sc-dishonest-debtors', '2026-11-25T01:00:00.000Z', 'court-510000', later);
  await service.heartbeat('cq-false-registrations', '2026-11-25T01:00:00.000Z', 'reg-500000', later);
  const { results } = await ask({ subjects: [stranger] }, later);
  expect(results[0]?.standing.reasons).toEqual(['source-stale']);
  await service.heartbeat('sc-false-registrations', '2026-11-25T01:00:00.000Z', 'reg-510000', later);
  expect(await verdicts({ subjects: [stranger] }, later)).toEqual(['clear']);
});

test('a heartbeat that came in is not passed over for what an instance remembers', async () => {
  const lookUp = service.newLookUp();
  const at = async (now: Moment) =>
    (await lookUp(regulator, question({ subjects: [stranger] }), now)).results[0]?.standing.verdict;
  expect(await at(NOW)).toBe('unknown');
  await complete();
  expect(await at(moment('2026-11-23T02:00:00.900Z'))).toBe('unknown');
  expect(await at(moment('2026-11-23T02:00:01.000Z'))).toBe('clear');
});

test('lists of an organisation bar its simple cancellation and not its registration', async () => {
  await complete();
  await service.publish(
    aDebtorRecord({ class: 'abnormal-list', subject: organisation, issuedBy: 'reg-511623' }),
    'credit-510000',
  );
  const subjects = [organisation];
  expect(
    await verdicts({ subjects, purpose: 'simple-cancellation', basis: 'simple-cancellation-review' }),
  ).toEqual(['hit']);
  const { results } = await ask({ subjects });
  expect(results[0]?.standing.verdict).toBe('clear');
  expect(results[0]?.standing.view?.disclosed.entries).toMatchObject([{ class: 'abnormal-list' }]);
});

test('an honour is an incentive and never a hit', async () => {
  await complete();
  await service.publish(aDebtorRecord({ class: 'honour', subject: organisation, issuedBy: 'credit-500000' }));
  const { results } = await ask({ subjects: [organisation] });
  expect(results[0]?.standing.verdict).toBe('clear');
  expect(results[0]?.standing.view?.incentives.map(({ row }) => row.id)).toEqual([
    'tolerant-acceptance',
    'green-channel',
  ]);
});

test('a past day and a past knowledge are asked apart', async () => {
  await complete();
  const listing = aDebtorRecord({ validTo: day('2026-09-01') });
  await service.publish(listing, undefined, moment('2026-06-01T00:00:00.000Z'));
  const at = (asOf: string, knownAt?: string) =>
    verdicts({ asOf: day(asOf), ...(knownAt !== undefined && { knownAt: instant(knownAt) }) });
  expect(await at('2026-05-10')).toEqual(['clear']);
  expect(await at('2026-05-11')).toEqual(['hit']);
  expect(await at('2026-08-31')).toEqual(['hit']);
  expect(await at('2026-09-01')).toEqual(['clear']);
  expect(await at('2026-11-23')).toEqual(['clear']);
  expect(await at('2026-05-20', '2026-05-31T23:59:59.999Z')).toEqual(['unknown']);
  expect(await at('2026-05-20', '2026-06-01T00:00:00.000Z')).toEqual(['hit']);
});

test('what sources had said by then decides whether a past knowledge could be clear', async () => {
  await service.allComplete('2026-05-31T00:00:00.000Z', moment('2026-05-31T06:00:00.000Z'));
  const known = (knownAt: string) => verdicts({ asOf: day('2026-05-30'), knownAt: instant(knownAt) });
  expect(await known('2026-05-31T05:59:59.999Z')).toEqual(['unknown']);
  expect(await known('2026-05-31T06:00:00.000Z')).toEqual(['clear']);
  expect(await verdicts({ asOf: day('2026-05-30') })).toEqual(['clear']);
  expect(await verdicts({ asOf: day('2026-06-03') })).toEqual(['unknown']);
});

test('the same person asked for twice is answered twice and logged once', async () => {
  await complete();
  const { results } = await ask({ subjects: [person, organisation, person] });
  expect(results.map(({ subject }) => subject)).toEqual([
    { kind: 'person', documentKind: 'citizen-id', maskedNumber: '5****************X' },
    { kind: 'organisation', code: '91500231MA5U000A5X', codeCheck: 'passed' },
    { kind: 'person', documentKind: 'citizen-id', maskedNumber: '5****************X' },
  ]);
  const [logged] = await service.itemsOf('lookupLog');
  expect(logged?.subjects.length).toBe(2);
});

test('each look-up is logged with who, when, why and on what ground, and without any number', async () => {
  const { lookup } = await ask({ asOf: day('2026-05-11') });
  const items = await service.itemsOf('lookupLog');
  expect(items).toMatchObject([
    {
      id: lookup,
      at: NOW.at,
      caller: regulator.id,
      authority: 'reg-511623',
      jurisdiction: 'SC',
      purpose: 'registration',
      basis: 'registration-review',
      asOf: '2026-05-11',
    },
  ]);
  expect(items[0]?.pk).toMatch(/^LOG#SC#2026-11-23#[0-7]$/);
  expect(JSON.stringify(items)).not.toContain(PERSON_NUMBER);
});

test.each([
  [{ purpose: 'marketing' }, 'unknown-purpose'],
  [{ basis: 'curiosity' }, 'unknown-purpose'],
  [{ purpose: 'own-file', basis: 'access-of-the-person' }, 'forbidden'],
  [{ asOf: day('2026-11-24') }, 'invalid-request'],
  [{ knownAt: instant('2026-11-23T02:00:00.001Z') }, 'invalid-request'],
  [{ asOf: day('2026-11-22'), subjects: Array.from({ length: 101 }, () => person) }, 'invalid-request'],
] as const)('a question with %o is refused as %s, and nothing is logged', async (difference, code) => {
  await expect(ask(difference)).rejects.toMatchObject({ code });
  expect(await service.itemsOf('lookupLog')).toEqual([]);
});

test('nobody looks up without an authority to speak for', async () => {
  await expect(service.newLookUp()(aCaller(undefined), question(), NOW)).rejects.toMatchObject({
    code: 'forbidden',
  });
});
