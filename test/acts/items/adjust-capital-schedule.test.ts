import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FiledSchedule } from '../../../catalog/items/adjust-capital-schedule/facts.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { aCompanyFiling } from '../../support/a-company-filing.ts';
import { aMaterial, aPerson } from '../../support/a-filing.ts';
import {
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';

let service: RegistrationService;
let code: string;
beforeAll(async () => {
  service = await startRegistrationService();
  const told = await service.submit(await service.proven(aCompanyFiling()));
  code = told.registration?.code ?? '';
});
afterAll(() => service.stop());

const [p1 = aPerson()] = aCompanyFiling().persons;
const adjust = async (overrides: Partial<FiledSchedule>) => {
  const facts: FiledSchedule = {
    enterprise: code,
    signedBy: 'p1',
    decidedOn: plainDate('2026-11-23'),
    publishedOn: plainDate('2026-11-23'),
    persons: [p1],
    schedule: [{ kind: 'person', person: 'p1', payBy: plainDate('2028-06-30') }],
    materials: [aMaterial('application-form'), aMaterial('amended-articles')],
    ...overrides,
  };
  return service.submit(await service.proven(facts), { item: 'adjust-capital-schedule' });
};
const schedule = async () =>
  (await service.enterprisesFor.get(code)).members.map(({ name, payBy, paidFen }) => [name, payBy, paidFen]);

test('a shorter term is put on file on the spot; the licence stays', async () => {
  const told = await adjust({});
  expect(told).toMatchObject({
    state: 'registered',
    enterprise: code,
    decidedBy: 'reg-511623',
    findings: [],
    registration: { code, version: 2 },
  });
  expect(told.registration).not.toHaveProperty('licence');
  expect(await schedule()).toEqual([
    ['林晓岚', '2028-06-30', undefined],
    ['周启明', '2031-06-30', undefined],
  ]);
  expect(await service.enterprisesFor.get(code)).toMatchObject({ licence: 1, capitalFen: 100_000_000 });
});

test('a term of more than five years from establishment is returned', async () => {
  const to = (payBy: string) =>
    adjust({ schedule: [{ kind: 'person', person: 'p1', payBy: plainDate(payBy), paidFen: 1 }] });
  expect((await to('2031-11-24')).findings.map(({ rule }) => rule)).toEqual(['schedule.too-long']);
  expect(await to('2031-11-23')).toMatchObject({ state: 'registered', findings: [] });
  expect(await schedule()).toEqual([
    ['林晓岚', '2031-11-23', 1],
    ['周启明', '2031-06-30', undefined],
  ]);
});

test('a contribution whose value has to be judged goes to an officer', async () => {
  const told = await adjust({
    schedule: [{ kind: 'person', person: 'p1', payBy: plainDate('2029-06-30'), methods: ['data'] }],
  });
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return', 'refuse'] });
  expect(told.findings.map(({ rule }) => rule)).toEqual(['capital.conditional-contribution']);
  const decided = await service.decide(told.id, { outcome: 'register' }, { by: registrar('511623') });
  expect(decided.state).toBe('registered');
  expect((await schedule())[0]).toEqual(['林晓岚', '2029-06-30', 1]);
});
