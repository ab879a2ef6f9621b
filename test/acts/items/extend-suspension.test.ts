import { afterEach, beforeEach, expect, test } from 'vitest';
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
  await aSuspendedCompany(service, { from: day('2026-06-01'), until: day('2026-12-23') });
});
afterEach(() => service.stop());

const facts = (until: string) => ({ ...aStep(code, ['application-form']), from: '2026-06-01', until });
const extend = async (until: string, on = '2026-11-23') => {
  const at = moment(`${on}T02:00:00.000Z`);
  return service.submit(await service.proven(facts(until), at), { item: 'extend-suspension', at });
};
const suspensions = async () => (await service.enterprisesFor.get(code)).suspensions;

test('thirty days before its end it is extended, as far as three years go', async () => {
  const told = await extend('2029-06-02');
  expect(told.findings).toMatchObject([
    { rule: 'suspension.three-years', values: { days: 1098, most: 1096 } },
  ]);
  expect(await extend('2029-05-31')).toMatchObject({ state: 'registered' });
  expect(await suspensions()).toEqual([{ from: '2026-06-01', until: '2029-05-31' }]);
});

test('a day before that it is too early, and after its end too late', async () => {
  expect((await extend('2027-05-31', '2026-11-22')).findings.map(({ rule }) => rule)).toEqual([
    'extension.too-early',
  ]);
  expect((await extend('2027-05-31', '2026-12-24')).findings.map(({ rule }) => rule)).toEqual([
    'extension.ended',
  ]);
  expect(await suspensions()).toEqual([{ from: '2026-06-01', until: '2026-12-23' }]);
});

test('in person, an officer confirms the check', async () => {
  const told = await service.submit(inPerson(facts('2027-05-31')), {
    item: 'extend-suspension',
    by: registrar('500231'),
  });
  expect(told).toMatchObject({ state: 'in-review' });
  expect(await service.decide(told.id, { outcome: 'register' })).toMatchObject({ state: 'registered' });
  expect(await suspensions()).toEqual([{ from: '2026-06-01', until: '2027-05-31' }]);
});
