import { afterEach, beforeEach, expect, test } from 'vitest';
import { aMaterial } from '../../support/a-filing.ts';
import {
  aLimitedPartnership,
  anOrganisation,
  aPartner,
  aPartnershipFiling,
  partner3,
} from '../../support/a-partnership-filing.ts';
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

const item = 'establish-partnership';

test('a limited partnership is registered on the spot, managed by a company through its representative', async () => {
  const plain = aLimitedPartnership();
  const facts = aLimitedPartnership({
    partners: [anOrganisation(), aPartner('p2', { liability: 'limited', manages: false })],
    managementEntrusted: true,
    persons: [partner3, ...plain.persons.slice(1)],
    liaison: 'p3',
    beneficialOwners: { kind: 'persons', persons: ['p2'] },
    materials: [...plain.materials, aMaterial('entrustment'), aMaterial('representative-authorisation')],
  });
  const told = await service.submit(await service.proven(facts), { item });
  expect(told).toMatchObject({
    state: 'registered',
    name: '邻水县禾岚企业管理咨询合伙企业（有限合伙）',
    decidedBy: 'reg-511623',
    findings: [],
  });
  const code = told.registration?.code ?? '';
  expect(code).toMatch(/^91511623MY/);
  const enterprise = await service.enterprisesFor.get(code);
  expect(enterprise).toMatchObject({
    type: 'partnership',
    typeName: '有限合伙企业',
    name: '邻水县禾岚企业管理咨询合伙企业（有限合伙）',
    tradeName: '禾岚',
    industry: 'L72',
    heads: [
      {
        subject: 'O:91500231MA5U000A5X',
        name: '重庆远帆商贸有限公司',
        representative: { name: '何若水' },
      },
    ],
    capitalFen: 100_000_000,
    address: '四川省广安市邻水县鼎屏镇人民路 12 号',
    members: [
      { name: '重庆远帆商贸有限公司', as: 'partner', subscribedFen: 50_000_000, liability: 'unlimited' },
      { name: '周启明', as: 'partner', subscribedFen: 50_000_000, liability: 'limited' },
    ],
    status: 'registered',
    establishedOn: '2026-11-23',
  });
  expect(enterprise.roles.map(({ role }) => role)).toEqual([
    'partner',
    'managing-partner',
    'representative',
    'partner',
    'liaison',
  ]);
  const { content } = await service.enterprisesFor.licence(code);
  expect(content).toEqual({
    code,
    number: 1,
    name: '邻水县禾岚企业管理咨询合伙企业（有限合伙）',
    typeName: '有限合伙企业',
    head: { title: 'managing-partner', names: ['重庆远帆商贸有限公司'], representatives: ['何若水'] },
    capital: { title: 'contribution', fen: 100_000_000 },
    place: { title: 'principal-place', text: '四川省广安市邻水县鼎屏镇人民路 12 号' },
    businessScope: ['企业管理咨询'],
    establishedOn: '2026-11-23',
    registeredBy: 'reg-511623',
    registeredByName: '邻水县市场监督管理局',
    issuedOn: '2026-11-23',
  });
  expect(await service.nameClaims.get('reg-511623', '禾岚')).toMatchObject({
    claims: [
      {
        name: '邻水县禾岚企业管理咨询合伙企业（有限合伙）',
        industry: 'L72',
        state: 'registered',
        holder: code,
      },
    ],
  });
});

test('where nobody is entrusted every partner of a general partnership stands for it', async () => {
  const told = await service.submit(await service.proven(aPartnershipFiling()), { item });
  expect(told.state).toBe('registered');
  const { content } = await service.enterprisesFor.licence(told.registration?.code ?? '');
  expect(content).toMatchObject({
    typeName: '普通合伙企业',
    head: { title: 'managing-partner', names: ['林晓岚', '周启明'] },
  });
  expect(content.head).not.toHaveProperty('representatives');
});

test('without the mark of its form it is returned', async () => {
  const { name } = aLimitedPartnership();
  const facts = aLimitedPartnership({ name: { ...name, form: '合伙企业' } });
  const told = await service.submit(await service.proven(facts), { item });
  expect(told).toMatchObject({ state: 'returned', admissible: ['return'] });
  expect(told.findings.map(({ rule, path }) => [rule, path])).toEqual([
    ['names.limited-partnership-mark', '/name/form'],
  ]);
});

test('a special general partnership is judged by an officer, and registered as one', async () => {
  const { name } = aPartnershipFiling();
  const facts = aPartnershipFiling({
    form: 'special-general',
    name: { ...name, form: '事务所（特殊普通合伙）' },
    professionalService: { service: '资产评估', qualificationsRequired: false },
  });
  const told = await service.submit(await service.proven(facts), { item });
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return', 'refuse'] });
  const decided = await service.decide(told.id, { outcome: 'register' }, { by: registrar('511623') });
  expect(decided.state).toBe('registered');
  expect(await service.enterprisesFor.get(decided.registration?.code ?? '')).toMatchObject({
    typeName: '特殊普通合伙企业',
    members: [{ liability: 'unlimited' }, { liability: 'unlimited' }],
  });
});
