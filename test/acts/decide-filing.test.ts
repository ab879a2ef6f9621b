import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OfficerDecision } from '../../lib/acts/decide-filing.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aDebtorRecord, moment } from '../support/credit-service.ts';
import { day } from '../support/records.ts';
import {
  aDoubtfulFiling,
  kindsOf,
  type RegistrationService,
  startRegistrationService,
  type Told,
} from '../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const DAY_LATER = moment('2026-11-24T03:00:00.000Z');
const [first] = aCompanyFiling().persons;
if (first === undefined) throw new Error('The builder names persons');

const barred = async (overrides: Parameters<typeof aDebtorRecord>[0] = {}): Promise<Told> => {
  await service.publish(
    aDebtorRecord({ subject: { kind: 'person', document: first.document }, ...overrides }),
  );
  return service.submit(await service.proven(aCompanyFiling()));
};
const doubtful = async (): Promise<Told> => service.submit(await service.proven(aDoubtfulFiling()));
const claims = async () => (await service.nameClaims.get('reg-511623', '禾岚')).claims;
const kinds = async () => kindsOf(await service.kept());

test('registered by an officer: the enterprise, its name, its roles, as on the spot', async () => {
  const { id } = await doubtful();
  const told = await service.decide(id, { outcome: 'register' }, { at: DAY_LATER, key: 'key-1' });
  expect(told).toMatchObject({
    id,
    version: 2,
    state: 'registered',
    ruling: { outcome: 'register', by: 'registrar-511623', at: '2026-11-24T03:00:00.000Z', on: '2026-11-24' },
  });
  expect('due' in told).toBe(false);
  const code = told.registration?.code ?? '';
  expect(await service.enterprisesFor.get(code)).toMatchObject({
    name: '邻水县禾岚云创有限公司',
    heads: [{ name: '林晓岚' }],
    address: '四川省广安市邻水县鼎屏镇人民路 12 号',
    establishedOn: '2026-11-24',
    steps: [{ filing: id, item: 'establish-company', version: 1 }],
  });
  expect(await claims()).toMatchObject([{ state: 'registered', holder: code, since: '2026-11-24' }]);
  expect(await kinds()).toEqual({
    'CODE/CLAIM': 1,
    'ENTERPRISE/ENTERPRISE': 1,
    'ENTERPRISE/LICENCE': 1,
    'FILING/EVENT': 2,
    'FILING/FILING': 1,
    'NAME/CLAIMS': 1,
    'OFFICER/UNNAMED': 1,
    'REQUEST/REQUEST': 1,
    'STATUS/PLACE': 1,
    'SUBJECT/ROLE': 8,
  });
});

test('refused on a ground that was found: with reason, grounds and legal remedies, and the name is free', async () => {
  const { id } = await barred();
  const told = await service.decide(id, {
    outcome: 'refuse',
    grounds: ['credit.office-bar'],
    reason: '拟任法定代表人被列为失信被执行人',
  });
  expect(told).toMatchObject({
    state: 'refused',
    ruling: {
      outcome: 'refuse',
      by: 'registrar-511623',
      reason: '拟任法定代表人被列为失信被执行人',
      grounds: ['credit.office-bar'],
      remedies: [
        { kind: 'reconsideration', body: '邻水县人民政府', period: { unit: 'days', count: 60 } },
        { kind: 'lawsuit', body: '邻水县人民法院', period: { unit: 'months', count: 6 } },
      ],
    },
  });
  expect(await claims()).toEqual([]);
  expect((await kinds())['ENTERPRISE/ENTERPRISE']).toBe(undefined);
  expect(
    await service.submit(await service.proven(aCompanyFiling({ persons: aCompanyFiling().persons }))),
  ).toMatchObject({
    state: 'in-review',
  });
});

test('returned: the name is free for the next', async () => {
  const { id } = await doubtful();
  const told = await service.decide(id, { outcome: 'return', reason: '请说明行业用语' });
  expect(told).toMatchObject({ state: 'returned', ruling: { outcome: 'return', reason: '请说明行业用语' } });
  expect('remedies' in (told.ruling ?? {})).toBe(false);
  expect(await claims()).toEqual([]);
  expect(await service.submit(await service.proven(aCompanyFiling()))).toMatchObject({ state: 'registered' });
});

test('registered against a bar, since the standard leaves that to the officer', async () => {
  const { id } = await barred();
  expect(await service.decide(id, { outcome: 'register', reason: '已履行' })).toMatchObject({
    state: 'registered',
  });
});

describe('not admissible, and nothing changes', () => {
  const refusals: readonly (readonly [string, OfficerDecision])[] = [
    ['a return of what needs no mending', { outcome: 'return', reason: 'x' }],
    ['a refusal without grounds', { outcome: 'refuse' }],
    ['a refusal on a rule that found nothing', { outcome: 'refuse', grounds: ['names.taken'] }],
    ['one ground found and one not', { outcome: 'refuse', grounds: ['credit.office-bar', 'names.taken'] }],
    ['a departure for an unknown reason', { outcome: 'return', departure: { code: 'x', reason: 'x' } }],
    [
      'a departure whose reason does not carry the outcome',
      { outcome: 'return', departure: { code: 'public-interest', reason: 'x' } },
    ],
  ];
  test.each(refusals)('%s', async (_, decision) => {
    const { id } = await barred();
    const before = await service.kept();
    await expect(service.decide(id, decision)).rejects.toMatchObject({
      code: 'outcome-not-admissible',
      values: { outcome: decision.outcome, admissible: ['register', 'refuse'] },
      findings: [{ rule: 'credit.office-bar' }],
    });
    expect(await service.kept()).toEqual(before);
  });
});

test('a departure is kept with its reason', async () => {
  const { id } = await barred();
  const departure = { code: 'court-order', reason: '执行（2026）川1623行初1号判决' };
  const told = await service.decide(id, { outcome: 'return', departure });
  expect(told).toMatchObject({ state: 'returned', ruling: { outcome: 'return', departure } });
});

describe('decided on the evidence as it stands now', () => {
  test('a record that ended meanwhile bars no longer, and carries no refusal', async () => {
    const { id } = await barred({ validTo: day('2026-11-24') });
    const refusal = { outcome: 'refuse', grounds: ['credit.office-bar'] } as const;
    await service.allComplete('2026-11-24T02:30:00.000Z', DAY_LATER);
    await expect(service.decide(id, refusal, { at: DAY_LATER })).rejects.toMatchObject({
      code: 'outcome-not-admissible',
      values: { outcome: 'refuse', admissible: ['register'] },
      findings: [],
    });
    expect(await service.decide(id, { outcome: 'register' }, { at: DAY_LATER })).toMatchObject({
      state: 'registered',
      findings: [],
    });
  });

  test('a record published meanwhile bars', async () => {
    const { id } = await doubtful();
    await service.publish(aDebtorRecord({ subject: { kind: 'person', document: first.document } }));
    const refusal = { outcome: 'refuse', grounds: ['credit.office-bar'] } as const;
    expect(await service.decide(id, refusal)).toMatchObject({ state: 'refused' });
  });

  test('what cannot be told now is no ground to refuse', async () => {
    const { id } = await barred({ validTo: day('2026-11-28') });
    const silent = moment('2026-11-28T02:00:00.000Z');
    const refusal = { outcome: 'refuse', grounds: ['credit.unknown'] } as const;
    await expect(service.decide(id, refusal, { at: silent })).rejects.toMatchObject({
      code: 'outcome-not-admissible',
      values: { admissible: ['register'] },
      findings: [{ rule: 'credit.unknown' }, { rule: 'credit.unknown' }, { rule: 'credit.unknown' }],
    });
  });

  test('each decision is a look-up of its own, logged under the officer', async () => {
    const { id } = await doubtful();
    await service.decide(id, { outcome: 'register' });
    expect((await service.itemsOf('lookupLog')).map(({ caller }) => caller).toSorted()).toEqual([
      'applicant',
      'registrar-511623',
    ]);
  });
});
