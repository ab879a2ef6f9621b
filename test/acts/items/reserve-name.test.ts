import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aBranchFiling } from '../../support/a-branch.ts';
import { aCompanyFiling } from '../../support/a-company-filing.ts';
import { aPerson, citizenNumber } from '../../support/a-filing.ts';
import { aReservation } from '../../support/a-reservation.ts';
import { moment } from '../../support/credit-service.ts';
import {
  aDoubtfulFiling,
  type RegistrationService,
  startRegistrationService,
} from '../../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const somebodyElse = aPerson({
  ref: 'p1',
  name: '沈远山',
  document: { kind: 'citizen-id', number: citizenNumber('511623', '1979-05-02', '118') },
});
const reserve = async (facts = aReservation(), at = moment('2026-11-23T02:00:00.000Z')) =>
  service.submit(await service.proven(facts, at), { item: 'reserve-name', at });
const claims = async (tradeName = '禾岚') => (await service.nameClaims.get('reg-511623', tradeName)).claims;

/** The company of the builder, established by somebody else: the reservation is none of theirs. */
const theirs = () => {
  const filed = aCompanyFiling();
  const [, second, third] = filed.persons;
  if (second === undefined || third === undefined) throw new Error('The builder names three persons');
  return { ...filed, persons: [somebodyElse, second, third] };
};

test('reserved on the spot, for its investor, two months', async () => {
  const told = await reserve();
  expect(told).toMatchObject({
    state: 'registered',
    name: '邻水县禾岚科技有限公司',
    registration: { reservedUntil: '2027-01-24' },
    findings: [],
  });
  expect(told.registration?.code).toBe(undefined);
  expect(await claims()).toEqual([
    {
      name: '邻水县禾岚科技有限公司',
      industry: 'M75',
      state: 'reserved',
      holder: told.id,
      since: '2026-11-23',
      until: '2027-01-24',
      reservedFor: [expect.stringMatching(/^P:/)],
    },
  ]);
});

test('without the commitment it is returned, and nothing is held', async () => {
  expect(await reserve(aReservation({ commitment: false }))).toMatchObject({
    state: 'returned',
    findings: [{ rule: 'reserve.commitment' }],
  });
  expect(await claims()).toEqual([]);
});

test('a doubtful name is held in review for its filing, and then for its investor', async () => {
  const name = {
    division: '邻水县',
    tradeName: '禾岚',
    industry: { word: '云创', class: 'M75' },
    form: '有限公司',
  };
  const { id, state } = await reserve(aReservation({ name }));
  expect(state).toBe('in-review');
  expect(await claims()).toMatchObject([{ state: 'reserved', holder: id, until: '2027-01-24' }]);
  const decided = await service.decide(
    id,
    { outcome: 'register' },
    { at: moment('2026-11-25T02:00:00.000Z') },
  );
  expect(decided.registration).toEqual({ reservedUntil: '2027-01-26' });
  expect(await claims()).toMatchObject([
    { holder: id, reservedFor: [expect.any(String)], until: '2027-01-26' },
  ]);
});

describe('the applicant’s own establishment is not kept out', () => {
  test('on the spot: the company takes the place of the reservation', async () => {
    await reserve();
    const told = await service.submit(await service.proven(aCompanyFiling()));
    expect(told).toMatchObject({ state: 'registered', findings: [] });
    expect(await claims()).toMatchObject([{ state: 'registered', holder: told.registration?.code }]);
  });

  test('in review: it holds the name beside the reservation, and takes the place of both', async () => {
    await reserve();
    const { id, state, findings } = await service.submit(await service.proven(aDoubtfulFiling()));
    expect([state, findings.map(({ rule }) => rule)]).toEqual(['in-review', ['names.industry-word']]);
    expect(await claims()).toHaveLength(2);
    const decided = await service.decide(id, { outcome: 'register' });
    expect(decided.state).toBe('registered');
    expect(await claims()).toMatchObject([{ state: 'registered', holder: decided.registration?.code }]);
  });

  test('returned from review it keeps the reservation', async () => {
    const reserved = await reserve();
    const { id } = await service.submit(await service.proven(aDoubtfulFiling()));
    await service.decide(id, { outcome: 'return', reason: '请说明行业用语' });
    expect(await claims()).toMatchObject([{ state: 'reserved', holder: reserved.id }]);
  });

  test('an organisation that reserved it may establish by it', async () => {
    const organisation = {
      kind: 'organisation',
      code: '91500231MA5U000A5X',
      name: '重庆远帆商贸有限公司',
    } as const;
    await reserve(aReservation({ investors: [organisation], persons: [somebodyElse] }));
    const [first, ...rest] = aCompanyFiling().shareholders;
    if (first === undefined) throw new Error('The builder names shareholders');
    const { kind: _kind, ...terms } = { ...first };
    const { subscribedFen, methods, payBy } = terms;
    const shareholders = [{ ...organisation, subscribedFen, methods, payBy }, ...rest];
    expect((await service.submit(await service.proven(aCompanyFiling()))).findings).toMatchObject([
      { rule: 'names.taken' },
    ]);
    const beneficialOwners = { kind: 'persons' as const, persons: ['p2'] };
    expect(
      await service.submit(await service.proven(aCompanyFiling({ shareholders, beneficialOwners }))),
    ).toMatchObject({ state: 'registered', findings: [] });
  });
});

describe('somebody else is kept out until the day it ends', () => {
  const establish = async (at: string) => {
    const on = moment(at);
    await service.allComplete(new Date(Date.parse(at) - 3_600_000).toISOString(), on);
    return service.submit(await service.proven(theirs(), on), { at: on });
  };

  test('returned on the last day, registered on the next', async () => {
    await reserve();
    const returned = await establish('2027-01-23T15:59:59.000Z');
    expect(returned).toMatchObject({
      state: 'returned',
      submittedOn: '2027-01-23',
      findings: [{ rule: 'names.taken', path: '/name/tradeName', values: { since: '2026-11-23' } }],
    });
    expect(await establish('2027-01-23T16:00:00.000Z')).toMatchObject({
      state: 'registered',
      submittedOn: '2027-01-24',
    });
  });

  test('nor may they reserve it', async () => {
    await reserve();
    const other = aReservation({ persons: [somebodyElse] });
    expect(await reserve(other, moment('2027-01-23T02:00:00.000Z'))).toMatchObject({ state: 'returned' });
    expect(await reserve(other, moment('2027-01-24T02:00:00.000Z'))).toMatchObject({
      state: 'registered',
      registration: { reservedUntil: '2027-03-25' },
    });
  });

  test('a year, where a scope item needs approval before registration', async () => {
    const businessScope = [...aReservation().businessScope, { text: '烟草制品批发' }];
    expect(await reserve(aReservation({ businessScope }))).toMatchObject({
      registration: { reservedUntil: '2027-11-24' },
    });
    expect(await establish('2027-11-23T02:00:00.000Z')).toMatchObject({ state: 'returned' });
    expect(await establish('2027-11-24T02:00:00.000Z')).toMatchObject({ state: 'registered' });
  });
});

test('who reserves a name again keeps one reservation of it', async () => {
  await reserve();
  const again = await reserve(aReservation(), moment('2026-12-31T02:00:00.000Z'));
  expect(again).toMatchObject({ state: 'registered', registration: { reservedUntil: '2027-03-01' } });
  expect(await claims()).toMatchObject([{ holder: again.id, since: '2026-12-31', until: '2027-03-01' }]);
});

test('an enterprise reserves the name it is to take: decided where it is registered, held for it', async () => {
  const established = await service.submit(await service.proven(aCompanyFiling()));
  const enterprise = established.registration?.code ?? '';
  const name = {
    division: '邻水县',
    tradeName: '云岫',
    industry: { word: '科技', class: 'M75' },
    form: '有限公司',
  };
  const told = await reserve(aReservation({ enterprise, investors: [], name }));
  expect(told).toMatchObject({ state: 'registered', enterprise, decidedBy: 'reg-511623' });
  expect(await claims('云岫')).toMatchObject([{ reservedFor: [`O:${enterprise}`] }]);
  const [, second] = aCompanyFiling().persons;
  if (second === undefined) throw new Error('The builder names three persons');
  const unsigned = aReservation({ enterprise, investors: [], name, persons: [{ ...second, ref: 'p1' }] });
  expect((await reserve(unsigned)).findings).toMatchObject([{ rule: 'applicant.signer' }]);
});

test('a branch: the name of its enterprise heads its own, and no two branches share one', async () => {
  const established = await service.submit(await service.proven(aCompanyFiling()));
  const parent = established.registration?.code ?? '';
  const name = { parent, parentName: '邻水县禾岚科技有限公司', place: '垫江', ending: '分公司' };
  const branch = (changes: Partial<typeof name> = {}) =>
    aReservation({ type: 'branch', division: '500231', investors: [], name: { ...name, ...changes } });
  expect(await reserve(branch())).toMatchObject({
    state: 'registered',
    decidedBy: 'reg-500231',
    name: '邻水县禾岚科技有限公司垫江分公司',
  });
  expect(await reserve(branch({ parentName: '邻水县云岫科技有限公司' }))).toMatchObject({
    state: 'returned',
    findings: [{ rule: 'branch-name.parent-name', values: { name: '邻水县禾岚科技有限公司' } }],
  });
  expect(
    (await service.nameClaims.get('reg-500231', '邻水县禾岚科技有限公司垫江分公司')).claims,
  ).toMatchObject([{ state: 'reserved', reservedFor: [`O:${parent}`] }]);
  const own = await service.submit(await service.proven(aBranchFiling(parent)), { item: 'establish-branch' });
  expect(own).toMatchObject({ state: 'registered', findings: [] });
  expect(
    (await service.nameClaims.get('reg-500231', '邻水县禾岚科技有限公司垫江分公司')).claims,
  ).toMatchObject([{ state: 'registered', holder: own.registration?.code }]);
});
