import { afterEach, beforeEach, expect, test } from 'vitest';
import { moment } from '../../support/credit-service.ts';
import { aRegisteredCompany, aStep } from '../../support/registered-company.ts';
import { type RegistrationService, startRegistrationService } from '../../support/registration-service.ts';
import { aSimpleCancellation, aSimpleNotice } from '../../support/simple-cancellation.ts';

let service: RegistrationService;
let code: string;
beforeEach(async () => {
  service = await startRegistrationService();
  code = await aRegisteredCompany(service);
  await service.submit(await service.proven(aSimpleNotice(code)), { item: 'publish-notice' });
});
afterEach(() => service.stop());

/** On a later day, with every source complete again. */
const cancelOn = async (day: string, complete = true) => {
  const at = moment(`${day}T02:00:00.000Z`);
  if (complete) await service.allComplete(`${day}T01:00:00.000Z`, at);
  const facts = await service.proven(aSimpleCancellation(code), at);
  return service.submit(facts, { item: 'cancel-simple', at }, service.newInstance());
};

test('the day after its notice it is cancelled on the spot, and all that it was ends', async () => {
  const [held] = (await service.enterprisesFor.get(code)).heads;
  const { current } = await service.enterprisesFor.licence(code);
  expect([current, (await service.roles.listHeld(held?.subject as never)).length > 0]).toEqual([true, true]);
  expect(await cancelOn('2026-12-14')).toMatchObject({ state: 'registered', findings: [] });
  expect(await service.enterprisesFor.get(code)).toMatchObject({
    status: 'cancelled',
    statusSince: '2026-12-14',
    licence: 0,
    version: 3,
  });
  expect((await service.enterprisesFor.licence(code)).current).toBe(false);
  expect(await service.roles.listHeld(held?.subject as never)).toEqual([]);
  expect((await service.nameClaims.get('reg-511623', '禾岚')).claims).toEqual([
    {
      name: '邻水县禾岚科技有限公司',
      industry: 'M75',
      state: 'given-up',
      holder: code,
      since: '2026-12-14',
    },
  ]);
});

test.each([
  ['2026-12-13', 'returned', ['simple.notice-runs']],
  ['2027-01-04', 'registered', []],
  ['2027-01-05', 'returned', ['simple.too-late']],
])('on %s it is %s', async (day, state, rules) => {
  const told = await cancelOn(day);
  expect(told).toMatchObject({ state });
  expect(told.findings.map(({ rule }) => rule)).toEqual(rules);
});

test('an objection sends it back, and leaves it as it is', async () => {
  const objection = {
    ...aStep(code, [], ['p3']),
    notice: 'simple-cancellation',
    objector: { kind: 'person' },
    interest: 'employee',
    reason: '工资未结清',
  };
  await service.submit(await service.proven(objection), { item: 'object-to-notice' });
  const told = await cancelOn('2026-12-14');
  expect(told.findings.map(({ rule }) => rule)).toEqual(['simple.objected']);
  expect((await service.enterprisesFor.get(code)).status).toBe('registered');
});

test('where its standing cannot be told it goes to an officer, who may register and may not refuse', async () => {
  const at = moment('2026-12-14T02:00:00.000Z');
  const told = await cancelOn('2026-12-14', false);
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return'] });
  const refusal = { outcome: 'refuse', reason: '无法确认', grounds: ['simple.standing-unknown'] } as const;
  await expect(service.decide(told.id, refusal, { at })).rejects.toMatchObject({
    code: 'outcome-not-admissible',
  });
  expect(await service.decide(told.id, { outcome: 'register' }, { at })).toMatchObject({
    state: 'registered',
  });
  expect((await service.enterprisesFor.get(code)).status).toBe('cancelled');
});
