import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { presentEnterprise } from '../../../lib/edge/present-enterprise.ts';
import { moment } from '../../support/credit-service.ts';
import { day } from '../../support/records.ts';
import { aStep, aSuspendedCompany, inPerson, SUSPENDED } from '../../support/registered-company.ts';
import {
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';

const code = SUSPENDED;
let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
  await aSuspendedCompany(service, {
    from: day('2026-06-01'),
    until: day('2027-05-31'),
    serviceAddress: '鼎屏镇滨河路 3 号',
  });
});
afterEach(() => service.stop());

const facts = (resumedOn: string) => ({ ...aStep(code), from: '2026-06-01', resumedOn });
const resume = async (resumedOn: string, on = '2026-11-23') => {
  const at = moment(`${on}T02:00:00.000Z`);
  return service.submit(await service.proven(facts(resumedOn), at), { item: 'resume-business', at });
};
const statusOn = async (on: string) =>
  presentEnterprise(await service.enterprisesFor.get(code), '登记机关', plainDate(on)).status;

test('on the day it resumes it is in business, and its seat is to be registered again', async () => {
  const told = await resume('2026-11-20');
  expect(told).toMatchObject({ state: 'registered' });
  expect(told.findings).toMatchObject([{ rule: 'resumption.seat', effect: 'note' }]);
  expect([await statusOn('2026-11-19'), await statusOn('2026-11-20')]).toEqual(['suspended', 'registered']);
});

test('published too late it is told, and counts all the same', async () => {
  const told = await resume('2026-10-21');
  expect(told).toMatchObject({ state: 'registered' });
  expect(told.findings.map(({ rule }) => rule)).toEqual(['resumption.late', 'resumption.seat']);
});

test('once only, and not before its day', async () => {
  expect((await resume('2026-11-24')).state).toBe('returned');
  await resume('2026-11-20');
  expect((await resume('2026-11-20')).findings.map(({ rule }) => rule)).toEqual(['suspension.none']);
});

test('in person, an officer confirms the check', async () => {
  const told = await service.submit(inPerson(facts('2026-11-20')), {
    item: 'resume-business',
    by: registrar('500231'),
  });
  expect(told).toMatchObject({ state: 'in-review' });
  expect(await service.decide(told.id, { outcome: 'register' })).toMatchObject({ state: 'registered' });
  expect(await statusOn('2026-11-20')).toBe('registered');
});
