import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  establishNonCompanyLegalPersonFacts,
  type FiledNonCompanyLegalPerson,
} from '../../../catalog/items/establish-non-company-legal-person/facts.ts';
import { aMaterial } from '../../support/a-filing.ts';
import { exampleOf } from '../../support/item-files.ts';
import { day } from '../../support/records.ts';
import {
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';

const item = 'establish-non-company-legal-person';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const aFiling = (overrides: Partial<FiledNonCompanyLegalPerson> = {}): FiledNonCompanyLegalPerson => ({
  ...z.parse(establishNonCompanyLegalPersonFacts, exampleOf(item).facts),
  ...overrides,
});
const submit = async (facts: FiledNonCompanyLegalPerson) =>
  service.submit(await service.proven(facts), { item });

describe('a joint operation needs no approval and is registered on the spot', () => {
  test('with what law has registered of it', async () => {
    const told = await submit(aFiling());
    expect(told).toMatchObject({ state: 'registered', decidedBy: 'reg-511623', findings: [] });
    const code = told.registration?.code ?? '';
    expect(code).toMatch(/^91511623MY/);
    const registered = await service.enterprisesFor.get(code);
    expect(registered).toMatchObject({
      type: 'non-company-legal-person',
      typeName: '联营企业',
      name: '邻水县青禾云溪软件中心',
      capitalFen: 80_000_000,
      address: '四川省广安市邻水县鼎屏镇环城路16号',
      heads: [{ name: '秦望川' }],
      members: [
        { name: '子丑县云杉软件厂', as: 'contributor', subscribedFen: 50_000_000 },
        { name: '邻水县禾岚科技中心', as: 'contributor', subscribedFen: 30_000_000 },
      ],
      status: 'registered',
    });
    expect(registered.roles.map(({ role }) => role).toSorted()).toEqual([
      'contributor',
      'contributor',
      'legal-representative',
      'liaison',
    ]);
    const { content } = await service.enterprisesFor.licence(code);
    expect(content).toMatchObject({
      typeName: '联营企业',
      head: { title: 'legal-representative', names: ['秦望川'] },
      capital: { title: 'contribution', fen: 80_000_000 },
      place: { title: 'domicile' },
      registeredByName: '邻水县市场监督管理局',
    });
    expect((await service.nameClaims.get('reg-511623', '青禾云溪')).claims).toMatchObject([
      { state: 'registered', holder: code },
    ]);
  });
});

const stateOwned = (): FiledNonCompanyLegalPerson => {
  const plain = aFiling();
  const [first] = plain.contributors;
  if (first?.kind !== 'organisation') throw new Error('The example names organisations');
  return {
    ...plain,
    ownership: 'state-owned',
    contributors: [{ ...first, competentDepartment: true, subscribedFen: 0, methods: [] }],
    approval: { authority: '邻水县经济局', document: '批复', number: '1', approvedOn: day('2026-11-02') },
    materials: [...plain.materials, aMaterial('establishment-approval')],
  };
};

test('a state-owned enterprise goes to an officer, who sees the approval and registers', async () => {
  const told = await submit(stateOwned());
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return', 'refuse'] });
  expect(told.findings.map(({ rule }) => rule)).toEqual(['approval.given']);
  const decided = await service.decide(
    told.id,
    { outcome: 'register' },
    { by: registrar('511623'), version: 1 },
  );
  const registered = await service.enterprisesFor.get(decided.registration?.code ?? '');
  expect(registered).toMatchObject({
    typeName: '全民所有制企业',
    members: [{ name: '子丑县云杉软件厂', as: 'contributor', traits: ['competent-department'] }],
  });
  expect(registered.members[0]?.subscribedFen).toBeUndefined();
});

test('without an approval it is returned', async () => {
  const { approval: _approval, ...unapproved } = stateOwned();
  const told = await submit({ ...unapproved, materials: aFiling().materials });
  expect(told).toMatchObject({ state: 'returned', admissible: ['return'] });
  expect(told.findings.map(({ rule }) => rule)).toEqual([
    'approval.missing',
    'materials.establishment-approval',
  ]);
});
