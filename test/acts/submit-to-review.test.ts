import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aDebtorRecord, moment, NOW } from '../support/credit-service.ts';
import { day } from '../support/records.ts';
import {
  aDoubtfulFiling,
  kindsOf,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService | undefined;
const start = async (options: Parameters<typeof startRegistrationService>[0] = {}) => {
  service = await startRegistrationService(options);
  return service;
};
afterEach(async () => {
  await service?.stop();
  service = undefined;
});

/** A court of one side lists the filing's first person. */
const listFirst = (to: RegistrationService, overrides: Parameters<typeof aDebtorRecord>[0] = {}) => {
  const [first] = aCompanyFiling().persons;
  if (first === undefined) throw new Error('The builder names persons');
  return to.publish(aDebtorRecord({ subject: { kind: 'person', document: first.document }, ...overrides }));
};

describe('whom a record bars', () => {
  let at: RegistrationService;
  beforeEach(async () => {
    at = await start();
    await listFirst(at);
  });

  test('is found, told by record and article, and goes to an officer', async () => {
    const told = await at.submit(await at.proven(aCompanyFiling()));
    expect(told).toMatchObject({
      state: 'in-review',
      admissible: ['register', 'refuse'],
      due: { dueOn: '2026-11-26', provisional: false, overdue: false },
    });
    expect(told.findings).toMatchObject([
      { rule: 'credit.office-bar', effect: 'review', path: '/persons/0', values: { row: 'office-bar' } },
    ]);
    expect('ruling' in told || 'registration' in told).toBe(false);
  });

  test('keeps the name reserved and takes no code', async () => {
    const { id } = await at.submit(await at.proven(aCompanyFiling()));
    expect(kindsOf(await at.itemsOf('filings'))).toEqual({
      'FILING/EVENT': 1,
      'FILING/FILING': 1,
      'NAME/CLAIMS': 1,
    });
    expect((await at.nameClaims.get('reg-511623', '禾岚')).claims).toEqual([
      {
        name: '邻水县禾岚科技有限公司',
        industry: 'M75',
        state: 'reserved',
        holder: id,
        since: '2026-11-23',
        until: '2027-01-24',
      },
    ]);
  });

  test('cannot be had around: who else files for the name meanwhile is told that it is taken', async () => {
    await at.submit(await at.proven(aCompanyFiling()));
    const told = await at.submit(await at.proven(aCompanyFiling()));
    expect(told).toMatchObject({ state: 'returned' });
    expect(told.findings.map(({ rule }) => rule)).toEqual(['names.taken']);
  });

  test('stands in the queue of the authority that decides, by due day', async () => {
    const told = await at.submit(await at.proven(aCompanyFiling()), { by: registrar('500231') });
    const queueOf = async (division: string) =>
      (await at.read.listQueue(registrar(division), `reg-${division}`)).entries.map(({ id }) => id);
    expect(await queueOf('511623')).toEqual([told.id]);
    expect(await queueOf('500231')).toEqual([]);
  });
});

test('a record that ended before the day of filing bars nobody', async () => {
  const at = await start();
  await listFirst(at, { validTo: NOW.on });
  expect(await at.submit(await at.proven(aCompanyFiling()))).toMatchObject({ state: 'registered' });
});

describe('what cannot be told is not taken for clear', () => {
  test('sources that never started', async () => {
    const at = await start({ complete: false });
    const told = await at.submit(await at.proven(aCompanyFiling()));
    expect(told).toMatchObject({ state: 'in-review', admissible: ['register'] });
    expect(told.findings.map(({ rule, path }) => [rule, path])).toEqual([
      ['credit.unknown', '/persons/0'],
      ['credit.unknown', '/persons/1'],
      ['credit.unknown', '/persons/2'],
    ]);
  });

  test('sources that fell silent three days ago', async () => {
    const at = await start();
    const later = moment('2026-11-26T02:00:00.000Z');
    const facts = await at.proven(aCompanyFiling(), later);
    const told = await at.submit(facts, { at: later }, at.newInstance());
    expect([...new Set(told.findings.map(({ rule }) => rule))]).toEqual(['credit.unknown']);
  });
});

describe('three working days, the day of filing not counted', () => {
  test.each([
    ['a Monday', '2026-11-23T02:00:00.000Z', '2026-11-26', false],
    ['a Thursday', '2026-11-26T02:00:00.000Z', '2026-12-01', false],
    ['the last minute of a Sunday in China', '2026-11-22T15:59:59.000Z', '2026-11-25', false],
    ['the first minute of a Monday in China', '2026-11-22T16:00:00.000Z', '2026-11-26', false],
    [
      'the Friday before Spring Festival, whose Saturday is worked',
      '2026-02-13T02:00:00.000Z',
      '2026-02-25',
      false,
    ],
    ['the Friday before the make-up Saturday of February', '2026-02-27T02:00:00.000Z', '2026-03-03', false],
    ['the eve of National Day', '2026-09-30T02:00:00.000Z', '2026-10-10', false],
    ['the Monday of the last week of a published year', '2026-12-28T02:00:00.000Z', '2026-12-31', false],
    ['the day after, which leads into a year not published', '2026-12-29T02:00:00.000Z', '2027-01-01', true],
  ])('filed on %s', async (_, text, dueOn, provisional) => {
    const filedAt = moment(text);
    const at = await start({ at: filedAt });
    const shareholders = aCompanyFiling().shareholders.map((each) => ({ ...each, payBy: day('2030-12-31') }));
    const told = await at.submit(await at.proven(aDoubtfulFiling({ shareholders })), { at: filedAt });
    expect([told.state, told.due]).toEqual(['in-review', { dueOn, provisional, overdue: false }]);
  });
});
