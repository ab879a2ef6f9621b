import { afterEach, beforeEach, expect, test } from 'vitest';
import { anIndividualBusiness, aSpouse } from '../../support/an-individual-business.ts';
import {
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const item = 'establish-individual-business';

test('a family’s business is registered on the spot, with its name', async () => {
  const facts = anIndividualBusiness({
    composition: 'family',
    familyMembers: ['p2'],
    persons: [...anIndividualBusiness().persons, aSpouse()],
  });
  const told = await service.submit(await service.proven(facts), { item });
  expect(told).toMatchObject({
    state: 'registered',
    name: '邻水县禾岚餐饮店',
    decidedBy: 'reg-511623',
    findings: [],
  });
  const code = told.registration?.code ?? '';
  expect(code).toMatch(/^92511623MY/);
  const enterprise = await service.enterprisesFor.get(code);
  expect(enterprise).toMatchObject({
    type: 'individual-business',
    typeName: '家庭经营',
    name: '邻水县禾岚餐饮店',
    tradeName: '禾岚',
    industry: 'H62',
    heads: [{ name: '林晓岚' }],
    address: '四川省广安市邻水县鼎屏镇人民路 12 号',
    businessScope: ['餐饮服务'],
    members: [{ name: '周启明', as: 'family-member' }],
    establishedOn: '2026-11-23',
    status: 'registered',
  });
  expect(enterprise.capitalFen).toBeUndefined();
  expect(enterprise.roles.map(({ role }) => role)).toEqual(['operator', 'family-member', 'liaison']);
  const { content } = await service.enterprisesFor.licence(code);
  expect(content).toEqual({
    code,
    number: 1,
    name: '邻水县禾岚餐饮店',
    typeName: '家庭经营',
    head: { title: 'operator', names: ['林晓岚'] },
    place: { title: 'place-of-business', text: '四川省广安市邻水县鼎屏镇人民路 12 号' },
    businessScope: ['餐饮服务'],
    establishedOn: '2026-11-23',
    registeredBy: 'reg-511623',
    registeredByName: '邻水县市场监督管理局',
    issuedOn: '2026-11-23',
  });
  expect(await service.nameClaims.get('reg-511623', '禾岚')).toMatchObject({
    claims: [{ name: '邻水县禾岚餐饮店', industry: 'H62', state: 'registered', holder: code }],
  });
});

test('without a name neither the filing, nor the enterprise, nor the licence has one, and none is claimed', async () => {
  const told = await service.submit(await service.proven(anIndividualBusiness({ name: undefined })), {
    item,
  });
  expect(told.state).toBe('registered');
  expect(told).not.toHaveProperty('name');
  const code = told.registration?.code ?? '';
  const enterprise = await service.enterprisesFor.get(code);
  expect(enterprise).not.toHaveProperty('name');
  expect(enterprise).not.toHaveProperty('tradeName');
  expect(enterprise).toMatchObject({ typeName: '个人经营', members: [] });
  const { content } = await service.enterprisesFor.licence(code);
  expect(content).not.toHaveProperty('name');
  expect((await service.nameClaims.get('reg-511623', '禾岚')).claims).toEqual([]);
});

test('a family without members is returned', async () => {
  const told = await service.submit(await service.proven(anIndividualBusiness({ composition: 'family' })), {
    item,
  });
  expect(told.state).toBe('returned');
  expect(told.findings.map(({ rule }) => rule)).toEqual(['family.members-missing']);
});

test('a place on a platform is judged, and registered as the place there', async () => {
  const facts = anIndividualBusiness({
    placeOfBusiness: { division: '511623', detail: '禾岚小铺', premises: 'network', platform: '云集市' },
  });
  const told = await service.submit(await service.proven(facts), { item });
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return', 'refuse'] });
  const decided = await service.decide(
    told.id,
    { outcome: 'register' },
    {
      by: registrar('511623'),
    },
  );
  expect(decided.state).toBe('registered');
  expect(await service.enterprisesFor.get(decided.registration?.code ?? '')).toMatchObject({
    address: '云集市禾岚小铺',
  });
});
