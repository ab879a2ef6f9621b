import { afterEach, beforeEach, expect, test } from 'vitest';
import { anIndividualBusiness, aStep, INDIVIDUAL_BUSINESS } from '../../support/registered-company.ts';
import {
  applicant,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';

const code = INDIVIDUAL_BUSINESS;
const item = 'record-department-objection';
let service: RegistrationService;
let company: string;
beforeEach(async () => {
  service = await startRegistrationService();
  company = await anIndividualBusiness(service);
});
afterEach(() => service.stop());

const objection = (enterprise = code, objectedOn = '2026-11-23') => ({
  enterprise,
  department: '国家税务总局邻水县税务局',
  objectedOn,
  ground: 'tax',
  persons: [],
  materials: aStep(enterprise, ['department-document']).materials,
});

test('only registrars of the authority hand it in, and it counts at once', async () => {
  for (const by of [applicant, registrar('500231')])
    await expect(service.submit(objection(), { item, by })).rejects.toMatchObject({ code: 'forbidden' });
  const { id, state } = await service.submit(objection(), { item, by: registrar('511623') });
  expect(state).toBe('registered');
  expect((await service.enterprisesFor.get(code)).notices).toEqual([
    {
      id,
      kind: 'department-objection',
      publishedOn: '2026-11-23',
      endsOn: '2026-11-23',
      objections: 1,
    },
  ]);
});

test.each([
  ['of a company', () => objection(company), 'enterprise.type'],
  ['of a day to come', () => objection(code, '2026-11-24'), 'department.day-to-come'],
])('%s it is returned', async (_, facts, rule) => {
  const told = await service.submit(facts(), { item, by: registrar('511623') });
  expect(told).toMatchObject({ state: 'returned' });
  expect(told.findings.map((finding) => finding.rule)).toContain(rule);
});
