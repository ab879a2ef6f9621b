import { afterEach, beforeEach, expect, test } from 'vitest';
import { aSoleProprietorship } from '../../support/a-sole-proprietorship.ts';
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

const item = 'establish-sole-proprietorship';

test('a sole proprietorship on the family’s property is registered on the spot', async () => {
  const facts = aSoleProprietorship({ property: 'family' });
  const told = await service.submit(await service.proven(facts), { item });
  expect(told).toMatchObject({
    state: 'registered',
    name: '邻水县禾岚企业管理咨询中心（个人独资）',
    decidedBy: 'reg-511623',
    findings: [],
  });
  const code = told.registration?.code ?? '';
  expect(code).toMatch(/^91511623MY/);
  const enterprise = await service.enterprisesFor.get(code);
  expect(enterprise).toMatchObject({
    type: 'sole-proprietorship',
    typeName: '个人独资企业',
    tradeName: '禾岚',
    industry: 'L72',
    heads: [{ name: '林晓岚' }],
    capitalFen: 10_000_000,
    address: '四川省广安市邻水县鼎屏镇人民路 12 号',
    members: [{ name: '林晓岚', as: 'investor', subscribedFen: 10_000_000, traits: ['family-property'] }],
    status: 'registered',
    establishedOn: '2026-11-23',
  });
  expect(enterprise.roles.map(({ role }) => role)).toEqual(['investor', 'liaison']);
  const { content } = await service.enterprisesFor.licence(code);
  expect(content).toEqual({
    code,
    number: 1,
    name: '邻水县禾岚企业管理咨询中心（个人独资）',
    typeName: '个人独资企业',
    head: { title: 'investor', names: ['林晓岚'] },
    capital: { title: 'contribution', fen: 10_000_000 },
    place: { title: 'domicile', text: '四川省广安市邻水县鼎屏镇人民路 12 号' },
    businessScope: ['企业管理咨询'],
    establishedOn: '2026-11-23',
    registeredBy: 'reg-511623',
    registeredByName: '邻水县市场监督管理局',
    issuedOn: '2026-11-23',
  });
  expect(await service.nameClaims.get('reg-511623', '禾岚')).toMatchObject({
    claims: [
      {
        name: '邻水县禾岚企业管理咨询中心（个人独资）',
        industry: 'L72',
        state: 'registered',
        holder: code,
      },
    ],
  });
  const kept = JSON.stringify(await service.kept());
  expect(kept).not.toContain('人民路 14 号');
});

test('named a company it is returned, and no name is taken', async () => {
  const { name } = aSoleProprietorship();
  const facts = aSoleProprietorship({ name: { ...name, form: '有限公司（个人独资）' } });
  const told = await service.submit(await service.proven(facts), { item });
  expect(told).toMatchObject({ state: 'returned', admissible: ['return'] });
  expect(told.findings.map(({ rule, path }) => [rule, path])).toEqual([
    ['names.form-of-others', '/name/form'],
    ['names.form-word', '/name/form'],
  ]);
  expect((await service.nameClaims.get('reg-511623', '禾岚')).claims).toEqual([]);
});

test('without the mark an officer judges, and may register', async () => {
  const { name } = aSoleProprietorship();
  const facts = aSoleProprietorship({ name: { ...name, form: '中心' } });
  const told = await service.submit(await service.proven(facts), { item });
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return'] });
  const decided = await service.decide(told.id, { outcome: 'register' }, { by: registrar('511623') });
  expect(decided).toMatchObject({ state: 'registered', name: '邻水县禾岚企业管理咨询中心' });
  const enterprise = await service.enterprisesFor.get(decided.registration?.code ?? '');
  expect(enterprise.members).toMatchObject([{ as: 'investor' }]);
  expect(enterprise.members[0]).not.toHaveProperty('traits');
});
