import { afterEach, beforeEach, expect, test } from 'vitest';
import { aCompanyFiling } from '../../support/a-company-filing.ts';
import { aPerson, citizenNumber } from '../../support/a-filing.ts';
import { anIndividualBusiness, aSpouse } from '../../support/an-individual-business.ts';
import { aDebtorRecord } from '../../support/credit-service.ts';
import { aRegisteredCompany, aStep } from '../../support/registered-company.ts';
import { type RegistrationService, startRegistrationService } from '../../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const file = async (facts: object) =>
  service.submit(await service.proven({ decidedOn: '2026-11-09', ...facts } as never), {
    item: 'file-records',
  });
const rolesIn = async (code: string, role: string) =>
  (await service.enterprisesFor.get(code)).roles.filter((one) => one.role === role);

const newcomer = aPerson({
  ref: 'p4',
  name: '沈远山',
  document: { kind: 'citizen-id', number: citizenNumber('511623', '1979-05-02', '118') },
});
const { offices, governance } = aCompanyFiling();
const organs = {
  offices: offices
    .filter(({ office }) => office !== 'liaison')
    .map((one) => (one.office === 'finance-officer' ? { ...one, person: 'p4' } : one)),
  governance,
};

test('term, organs and liaison are filed on the spot, and the licence stays', async () => {
  const code = await aRegisteredCompany(service);
  const licence = await service.enterprisesFor.licence(code);
  const step = aStep(
    code,
    ['application-form', 'amended-articles', 'decision', 'appointment-documents'],
    ['p1', 'p2'],
  );
  const told = await file({
    ...step,
    persons: [...step.persons, newcomer],
    records: { articles: 'amended', term: { kind: 'until', endsOn: '2046-12-31' }, organs, liaison: 'p2' },
  });
  expect(told).toMatchObject({ state: 'registered', findings: [], registration: { code, version: 2 } });
  expect(told.registration?.licence).toBe(undefined);
  expect(await service.enterprisesFor.get(code)).toMatchObject({
    termEnds: '2046-12-31',
    licence: 1,
    heads: [{ name: '林晓岚' }],
  });
  expect(await rolesIn(code, 'finance-officer')).toHaveLength(1);
  expect(await rolesIn(code, 'shareholder')).toHaveLength(2);
  expect(await rolesIn(code, 'liaison')).toHaveLength(1);
  expect((await rolesIn(code, 'liaison'))[0]?.subject).toBe((await rolesIn(code, 'supervisor'))[0]?.subject);
  expect((await service.enterprisesFor.verify(licence.token)).valid).toBe(true);
  expect(await service.enterprisesFor.verify(licence.token)).toMatchObject({ current: true });
});

test('contributions change between the shareholders, and what each has told nothing of stays', async () => {
  const code = await aRegisteredCompany(service);
  const told = await file({
    ...aStep(code, ['application-form', 'decision'], ['p1', 'p2']),
    records: {
      contributions: [
        { kind: 'person', person: 'p1', subscribedFen: 50_000_000 },
        { kind: 'person', person: 'p2', subscribedFen: 50_000_000, payBy: '2031-11-23' },
      ],
    },
  });
  expect(told).toMatchObject({ state: 'registered', findings: [] });
  expect((await service.enterprisesFor.get(code)).members).toMatchObject([
    { as: 'shareholder', subscribedFen: 50_000_000, payBy: '2031-06-30' },
    { as: 'shareholder', subscribedFen: 50_000_000, payBy: '2031-11-23' },
  ]);
});

test('the family members of an individual business; not those of a business of one person', async () => {
  const family = anIndividualBusiness({
    composition: 'family',
    familyMembers: ['p2'],
    persons: [...anIndividualBusiness().persons, aSpouse()],
  });
  const of = async (facts: object) =>
    (await service.submit(await service.proven(facts as never), { item: 'establish-individual-business' }))
      .registration?.code ?? '';
  const step = aStep(await of(family), ['application-form']);
  const records = { familyMembers: ['p4'] };
  const told = await file({ ...step, persons: [...step.persons, newcomer], records });
  expect(told).toMatchObject({ state: 'registered', findings: [] });
  expect((await service.enterprisesFor.get(step.enterprise)).members).toMatchObject([
    { name: '沈远山', as: 'family-member' },
  ]);
  expect(await rolesIn(step.enterprise, 'operator')).toHaveLength(1);
  const alone = await of(
    anIndividualBusiness({
      name: { division: '邻水县', tradeName: '云岫', industry: { word: '餐饮', class: 'H62' }, form: '店' },
    }),
  );
  expect(
    await file({ ...step, enterprise: alone, persons: [...step.persons, newcomer], records }),
  ).toMatchObject({ state: 'returned', findings: [{ rule: 'records.family-of-one-person' }] });
});

test('what the type does not file, or is registered, is returned', async () => {
  const code = await aRegisteredCompany(service);
  const step = aStep(code, ['application-form'], ['p1']);
  const told = await file({ ...step, records: { familyMembers: ['p1'] } });
  expect(told).toMatchObject({ state: 'returned', findings: [{ rule: 'records.not-of-this-type' }] });
  const more = await file({
    ...aStep(code, ['application-form', 'decision'], ['p1']),
    records: { contributions: [{ kind: 'person', person: 'p1', subscribedFen: 70_000_000 }] },
  });
  expect(more).toMatchObject({ state: 'returned', findings: [{ rule: 'records.capital-sum' }] });
  expect(await service.enterprisesFor.get(code)).toMatchObject({ version: 1 });
});

test('a new officer on a court’s list is judged by an officer, who may refuse', async () => {
  const code = await aRegisteredCompany(service);
  await service.publish(aDebtorRecord({ subject: { kind: 'person', document: newcomer.document } }));
  const step = aStep(code, ['application-form', 'appointment-documents'], ['p1', 'p2']);
  const told = await file({ ...step, persons: [...step.persons, newcomer], records: { organs } });
  expect(told).toMatchObject({
    state: 'in-review',
    admissible: ['register', 'refuse'],
    findings: [{ rule: 'credit.office-bar' }],
  });
  const decided = await service.decide(told.id, {
    outcome: 'refuse',
    grounds: ['credit.office-bar'],
    reason: '被列为失信被执行人',
  });
  expect(decided).toMatchObject({ state: 'refused' });
  expect(await service.enterprisesFor.get(code)).toMatchObject({ version: 1 });
});

test('a late filing is told so and filed all the same', async () => {
  const code = await aRegisteredCompany(service);
  const told = await file({
    ...aStep(code, ['application-form'], ['p1']),
    decidedOn: '2026-10-21',
    records: { liaison: 'p1' },
  });
  expect(told).toMatchObject({
    state: 'registered',
    findings: [{ rule: 'records.late', effect: 'note', values: { lastDay: '2026-11-20' } }],
  });
});
