import { afterEach, beforeEach, expect, test } from 'vitest';
import type { NamedSubject } from '../../lib/domain/subject/named-subject.ts';
import { aCaller, type CreditService, moment, startCreditService } from '../support/credit-service.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
});
afterEach(() => service.stop());

const NOON = '2026-11-23T04:10:00.000Z';
/** Organisations, so that nothing looks like numbers being tried. */
const companies = (count: number, from = 0): readonly NamedSubject[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'organisation',
    code: `9150023${String(100_000_000 + from + at)}X0`,
  }));
const officer = aCaller('reg-511623', { id: 'officer' });
const limited = (over: { hour?: number; day?: number; purposeDay?: number } = {}) => ({
  quotaFor: () => ({ hour: 100, day: 150, sharePercent: 80, sequentialPersons: 20, ...over }),
});
const ask = async (
  subjects: readonly NamedSubject[],
  { at = NOON, caller = officer, over = {}, purpose = 'supervision', basis = 'risk-based-supervision' } = {},
) => service.newLookUp(limited(over))(caller, { purpose, basis, subjects }, moment(at));
const alarms = async () =>
  (await service.alarms.listMonth('2026-11', 'auditor')).entries
    .map(({ kind, period, count, limit }) => [kind, period, count, limit])
    .toSorted();
const totals = async () =>
  (await service.itemsOf('credit'))
    .filter(({ pk }) => String(pk).startsWith('QUOTA#'))
    .map(({ pk, total }) => [pk, total]);
const logged = async () =>
  (await service.itemsOf('lookupLog')).filter(({ pk }) => String(pk).startsWith('LOG#')).length;

test('a quota of the hour is used up to the last subject, and no further', async () => {
  await ask(companies(99));
  await expect(ask(companies(2))).rejects.toMatchObject({
    code: 'quota-exceeded',
    values: { period: 'hour', limit: 100, retryAfter: 3_000 },
  });
  await ask(companies(1));
  await expect(ask(companies(1))).rejects.toMatchObject({ code: 'quota-exceeded' });
  expect(await totals()).toEqual([['QUOTA#officer#2026-11-23', 100]]);
  expect(await logged()).toBe(4);
});

test('the next hour begins anew, within the quota of the day, which ends at midnight in China', async () => {
  await ask(companies(100));
  const later = { at: '2026-11-23T15:59:59.000Z' };
  await ask(companies(50), later);
  await expect(ask(companies(1), later)).rejects.toMatchObject({
    values: { period: 'day', limit: 150, retryAfter: 1 },
  });
  await ask(companies(1), { at: '2026-11-23T16:00:00.000Z' });
  expect(await totals()).toEqual([
    ['QUOTA#officer#2026-11-23', 150],
    ['QUOTA#officer#2026-11-24', 1],
  ]);
});

test('a purpose may have less', async () => {
  const over = { purposeDay: 10 };
  await ask(companies(10), { over });
  await expect(ask(companies(1), { over })).rejects.toMatchObject({ values: { period: 'day', limit: 10 } });
  await ask(companies(1), { over, purpose: 'registration', basis: 'registration-review' });
});

test('each caller has a quota of their own; a thousand subjects count as a thousand, one named twice as one', async () => {
  const over = { hour: 5_000, day: 5_000 };
  const [first] = companies(1);
  await ask([...companies(1_000), ...(first ? [first] : [])].slice(0, 1_000), { over });
  await ask([...companies(2), ...companies(2)], { over, caller: aCaller('reg-511623', { id: 'other' }) });
  expect(await totals()).toEqual(
    expect.arrayContaining([
      ['QUOTA#officer#2026-11-23', 1_000],
      ['QUOTA#other#2026-11-23', 2],
    ]),
  );
});

test('more at once than a quota holds is refused, logged and told', async () => {
  await expect(ask(companies(101))).rejects.toMatchObject({ code: 'quota-exceeded', values: { limit: 100 } });
  expect(await logged()).toBe(1);
  expect(await alarms()).toEqual([['quota-exceeded', 'hour', 101, 100]]);
});

test('forty at one moment: exactly as many are answered as the quota holds', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 40 }, (_, at) => ask(companies(5, at * 5))));
  expect(asked.filter(({ status }) => status === 'fulfilled').length).toBe(20);
  expect(await totals()).toEqual([['QUOTA#officer#2026-11-23', 100]]);
  expect(await logged()).toBe(40);
});

test('an alarm comes at four fifths, once, and at every refusal', async () => {
  await ask(companies(79));
  expect(await alarms()).toEqual([]);
  await ask(companies(1));
  await ask(companies(1));
  expect(await alarms()).toEqual([['near-quota', 'hour', 80, 100]]);
  await expect(ask(companies(50))).rejects.toMatchObject({ code: 'quota-exceeded' });
  expect((await alarms()).map(([kind]) => kind)).toEqual(['near-quota', 'quota-exceeded']);
});

/** Born on one day in one place, as whoever tries numbers out would ask. */
const born = (count: number): readonly NamedSubject[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'person',
    document: { kind: 'citizen-id', number: `51162319880512${String(at).padStart(3, '0')}0` },
  }));

test('numbers that differ in their end alone raise an alarm, the first time on a day', async () => {
  await ask(born(19));
  expect(await alarms()).toEqual([]);
  await ask(born(20));
  await ask(born(21));
  expect(await alarms()).toEqual([['sequential-numbers', undefined, 20, undefined]]);
});

test('neither a count nor an alarm tells whom it was about', async () => {
  await ask(born(20), { over: { hour: 20, day: 20 } });
  const kept = [...(await service.itemsOf('credit')), ...(await service.itemsOf('lookupLog'))].filter(
    ({ pk }) => /^(QUOTA|ALARM)#/.test(String(pk)),
  );
  expect(kept.length).toBeGreaterThanOrEqual(3);
  expect(JSON.stringify(kept)).not.toMatch(/5116231988|P:/);
});
