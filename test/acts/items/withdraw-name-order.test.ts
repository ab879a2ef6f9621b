import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { aMaterial } from '../../support/a-filing.ts';
import { moment } from '../../support/credit-service.ts';
import { type RegistrationService, startRegistrationService } from '../../support/registration-service.ts';
import { establish, LINSHUI } from './a-move.ts';
import { anOrder, rename } from './a-name-order.ts';
import { byOffice, first, second } from './an-inquiry.ts';

const item = 'withdraw-name-order';
const LATER = moment('2026-12-01T02:00:00.000Z');
let service: RegistrationService;
let code: string;
let order: string;
beforeEach(async () => {
  service = await startRegistrationService();
  ({ code } = await establish(service, LINSHUI));
  ({ id: order } = await byOffice(service, 'order-name-change', anOrder(code), LATER));
  await service.allComplete('2026-12-01T01:00:00.000Z', LATER);
});
afterEach(() => service.stop());

const aWithdrawal = (overrides: object = {}) => ({
  enterprise: code,
  order,
  ground: 'judgment-reversed',
  decision: { documentNumber: '（2026）川民再2号', decidedOn: plainDate('2026-11-30') },
  persons: [],
  materials: [aMaterial('decision')],
  ...overrides,
});

test('by another officer the name is shown again, on a licence of its own', async () => {
  const told = await service.submit(aWithdrawal() as never, { item, by: first, at: LATER });
  expect(told).toMatchObject({ state: 'in-review', name: code, admissible: ['register', 'return'] });
  await service.decide(told.id, { outcome: 'register' }, { by: second, at: LATER });
  expect((await service.enterprisesFor.licence(code)).content).toMatchObject({
    name: '邻水县禾岚科技有限公司',
    number: 3,
  });
  expect((await service.enterprisesFor.get(code)).nameOrders).toMatchObject([
    { filing: order, withdrawnOn: '2026-12-01' },
  ]);
  const again = await service.submit(aWithdrawal() as never, { item, by: first, at: LATER });
  expect(again).toMatchObject({ state: 'returned' });
  expect(again.findings.map(({ rule }) => rule)).toContain('name-order.unknown');
});

test('a name that was changed stays changed, and may be taken again', async () => {
  await rename(service, code, '云岫', LATER);
  const told = await byOffice(service, item, aWithdrawal(), LATER);
  expect(told.registration).toEqual({ code, version: 4, enterprise: `/v1/enterprises/${code}` });
  expect((await service.enterprisesFor.licence(code)).content).toMatchObject({
    name: '邻水县云岫科技有限公司',
    number: 3,
  });
  expect(await rename(service, code, '禾岚', LATER)).toMatchObject({ state: 'registered' });
});

test('on the ground of the other kind it is returned', async () => {
  const facts = aWithdrawal({ ground: 'decision-annulled' }) as never;
  expect(await service.submit(facts, { item, by: first, at: LATER })).toMatchObject({
    state: 'returned',
    findings: [{ rule: 'name-order.other-ground', path: '/ground' }, { rule: 'ex-officio.decision' }],
  });
});
