import { afterEach, beforeEach, expect, test } from 'vitest';
import { moment } from '../../support/credit-service.ts';
import { anIndividualBusiness, aStep, INDIVIDUAL_BUSINESS } from '../../support/registered-company.ts';
import {
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';
import { clearDeclarations } from '../../support/simple-cancellation.ts';

const code = INDIVIDUAL_BUSINESS;
let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
  await anIndividualBusiness(service);
});
afterEach(() => service.stop());

const at = (day: string) => moment(`${day}T02:00:00.000Z`);
const file = async (overrides: object = {}) => {
  const facts = {
    ...aStep(code, ['application-form', 'investors-commitment']),
    declares: { ...clearDeclarations, ...overrides },
    licence: 'returned',
  };
  return service.submit(await service.proven(facts), { item: 'cancel-individual-business-simple' });
};
const decide = async (filing: string, outcome: 'register' | 'return', day: string) => {
  await service.allComplete(`${day}T01:00:00.000Z`, at(day));
  return service.decide(filing, { outcome, reason: '已核对' }, { at: at(day) });
};

test('it waits for the departments’ ten days, and then an officer registers it', async () => {
  const { id, ...told } = await file();
  expect(told).toMatchObject({ state: 'in-review', admissible: [], due: { dueOn: '2026-12-08' } });
  await expect(decide(id, 'register', '2026-12-03')).rejects.toMatchObject({
    code: 'outcome-not-admissible',
  });
  expect(await decide(id, 'register', '2026-12-04')).toMatchObject({ state: 'registered', findings: [] });
  expect(await service.enterprisesFor.get(code)).toMatchObject({
    status: 'cancelled',
    statusSince: '2026-12-04',
  });
});

test('what is declared against it sends it back at once', async () => {
  expect(await file({ costsSettled: false })).toMatchObject({ state: 'returned', admissible: ['return'] });
});

test('a department that objected in time keeps it from being cancelled', async () => {
  const { id } = await file();
  const objection = {
    ...aStep(code, ['department-document'], []),
    signedBy: undefined,
    department: '国家税务总局邻水县税务局',
    objectedOn: '2026-12-03',
    ground: 'tax',
  };
  const { signedBy: _signer, ...facts } = objection;
  const recording = await service.submit(facts, {
    item: 'record-department-objection',
    by: registrar('511623'),
    at: at('2026-12-04'),
  });
  expect(recording).toMatchObject({ state: 'registered' });
  await expect(decide(id, 'register', '2026-12-07')).rejects.toMatchObject({
    code: 'outcome-not-admissible',
  });
  const told = await decide(id, 'return', '2026-12-07');
  expect(told).toMatchObject({ state: 'returned' });
  expect(told.findings.map(({ rule }) => rule)).toEqual(['simple.department-objected']);
  expect((await service.enterprisesFor.get(code)).status).toBe('registered');
});
