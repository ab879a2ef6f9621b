import { afterEach, beforeEach, expect, test } from 'vitest';
import type { FiledCompany } from '../../catalog/items/establish-company/facts.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import { aDebtorRecord, NOW } from '../support/credit-service.ts';
import {
  applicant,
  type RegistrationService,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const check = (facts: FiledCompany) =>
  service.acts.check(applicant, { item: 'establish-company', facts }, NOW);
const rulesOf = async (facts: FiledCompany) => [
  ...new Set((await check(facts)).decision.findings.map(({ rule }) => rule)),
];

test('a clear draft: nothing found, nothing stored, nobody looked up', async () => {
  const { decision, located } = await check(await service.proven(aCompanyFiling()));
  expect(decision).toEqual({ findings: [], admissible: ['register'] });
  expect([located.authority.id, located.standard.version]).toEqual(['reg-511623', '2025-02']);
  expect(await service.itemsOf('filings')).toEqual([]);
  expect(await service.itemsOf('lookupLog')).toEqual([]);
});

test('it says what a submission would: every defect at once', async () => {
  const facts = aCompanyFiling({ materials: [], businessScope: [] });
  const told = await service.submit(facts);
  const { decision } = await check(facts);
  expect(decision.findings.map(({ rule, path }) => [rule, path])).toEqual(
    told.findings.map(({ rule, path }) => [rule, path]),
  );
  expect(decision.admissible).toEqual(['return']);
});

test('a name that is taken or reserved is told', async () => {
  const facts = await service.proven(aCompanyFiling());
  expect(await rulesOf(facts)).toEqual([]);
  await service.submit(facts);
  expect(await rulesOf(facts)).toEqual(['names.taken']);
});

test('it is no way to learn of somebody’s record', async () => {
  const facts = await service.proven(aCompanyFiling());
  const before = await check(facts);
  const [first] = facts.persons;
  if (first === undefined) throw new Error('The builder names persons');
  await service.publish(aDebtorRecord({ subject: { kind: 'person', document: first.document } }));
  expect(await check(facts)).toEqual(before);
});
