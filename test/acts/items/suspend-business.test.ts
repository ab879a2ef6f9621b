import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { presentEnterprise } from '../../../lib/edge/present-enterprise.ts';
import { moment, NOW } from '../../support/credit-service.ts';
import { aRegisteredCompany, aStep } from '../../support/registered-company.ts';
import { type RegistrationService, startRegistrationService } from '../../support/registration-service.ts';

let service: RegistrationService;
let code: string;
beforeEach(async () => {
  service = await startRegistrationService();
  code = await aRegisteredCompany(service);
});
afterEach(() => service.stop());

const file = async (item: string, facts: ReturnType<typeof aStep>, day = '2026-11-23') => {
  const at = day === '2026-11-23' ? NOW : moment(`${day}T02:00:00.000Z`);
  return service.submit(await service.proven(facts, at), { item, at });
};
const suspend = (overrides: object = {}, materials = ['application-form']) =>
  file('suspend-business', {
    ...aStep(code, materials),
    cause: 'natural-disaster',
    inDifficulties: true,
    employees: 'consulted',
    barredByLaw: false,
    from: '2026-12-01',
    until: '2027-05-31',
    ...overrides,
  } as ReturnType<typeof aStep>);
const shownOn = async (day: string) =>
  presentEnterprise(await service.enterprisesFor.get(code), '邻水县市场监督管理局', plainDate(day));

describe('suspend-business', () => {
  test('from its first day to its last anyone sees it, and the next it is in business by itself', async () => {
    const told = await suspend({ serviceAddress: '鼎屏镇滨河路 3 号' }, [
      'application-form',
      'service-address-confirmation',
    ]);
    expect(told).toMatchObject({ state: 'registered', decidedBy: 'reg-511623' });
    expect((await service.enterprisesFor.licence(code)).current).toBe(true);
    expect((await shownOn('2026-11-30')).status).toBe('registered');
    expect(await shownOn('2026-12-01')).toMatchObject({
      status: 'suspended',
      suspension: { from: '2026-12-01', until: '2027-05-31', serviceAddress: '鼎屏镇滨河路 3 号' },
    });
    expect((await shownOn('2027-05-31')).status).toBe('suspended');
    expect((await shownOn('2027-06-01')).status).toBe('registered');
  });

  test('without a word to the employees it is returned', async () => {
    const told = await suspend({ employees: 'not-consulted' });
    expect(told.findings.map(({ rule }) => rule)).toEqual(['suspension.employees']);
    expect((await service.enterprisesFor.get(code)).suspensions).toEqual([]);
  });

  test('another cause than law names is judged by an officer', async () => {
    const told = await suspend({ cause: 'other' });
    expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return'] });
    expect(await service.decide(told.id, { outcome: 'register' })).toMatchObject({ state: 'registered' });
    expect((await shownOn('2026-12-01')).status).toBe('suspended');
  });

  test('meanwhile it may file other things', async () => {
    await suspend();
    const facts = { ...aStep(code), notice: { kind: 'licence-lost', copies: 'duplicate' } };
    expect(await file('publish-notice', facts, '2026-12-10')).toMatchObject({ state: 'registered' });
    expect((await shownOn('2026-12-10')).status).toBe('suspended');
  });
});
