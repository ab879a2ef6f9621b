import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  establishCooperativeFacts,
  memberMethods,
} from '../../../catalog/items/establish-cooperative/facts.ts';
import {
  aCooperative,
  aMember,
  anOrganisation,
  aUnion,
  COOPERATIVE_CODES,
  ENTERPRISE_CODES,
  ofMembers,
} from '../../support/a-cooperative.ts';
import {
  applicant,
  kindsOf,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const item = 'establish-cooperative';
const founders = (count: number) => Array.from({ length: count }, (_, at) => aMember(at + 1));

test('five farmers found a co-operative, registered on the spot', async () => {
  const told = await service.submit(await service.proven(aCooperative()), { item });
  expect(told).toMatchObject({ state: 'registered', name: '邻水县禾岚种植专业合作社', findings: [] });
  const code = told.registration?.code ?? '';
  expect(code).toMatch(/^93511623MY/);
  const enterprise = await service.enterprisesFor.get(code);
  expect(enterprise).toMatchObject({
    type: 'cooperative',
    typeName: '农民专业合作社',
    capitalFen: 10_000_000,
    heads: [{ name: '林晓丁' }],
    address: '四川省广安市邻水县鼎屏镇松林村 12 号',
  });
  expect(enterprise.members.map(({ as, subscribedFen, traits }) => [as, subscribedFen, traits])).toEqual(
    Array(5).fill(['member', 2_000_000, ['farmer']]),
  );
  expect(enterprise.roles.map(({ role }) => role)).toEqual([
    'member',
    'member',
    'member',
    'member',
    'member',
    'legal-representative',
    'chair',
    'executive-supervisor',
    'liaison',
  ]);
  const { content } = await service.enterprisesFor.licence(code);
  expect(content).toMatchObject({
    name: '邻水县禾岚种植专业合作社',
    typeName: '农民专业合作社',
    head: { title: 'legal-representative', names: ['林晓丁'] },
    capital: { title: 'contribution', fen: 10_000_000 },
    place: { title: 'domicile', text: '四川省广安市邻水县鼎屏镇松林村 12 号' },
  });
  expect(await service.nameClaims.get('reg-511623', '禾岚')).toMatchObject({
    claims: [{ name: '邻水县禾岚种植专业合作社', industry: 'A01', state: 'registered', holder: code }],
  });
});

test('three co-operatives found a union', async () => {
  const told = await service.submit(await service.proven(aUnion()), { item });
  expect(told).toMatchObject({ state: 'registered', name: '邻水县禾岚种植专业合作社联合社' });
  const enterprise = await service.enterprisesFor.get(told.registration?.code ?? '');
  expect(enterprise.typeName).toBe('农民专业合作社联合社');
  expect(enterprise.members.map(({ subject }) => subject)).toEqual(
    COOPERATIVE_CODES.map((code) => `O:${code}`),
  );
});

test('with a second organisation among twenty members it is returned', async () => {
  const organisations = ENTERPRISE_CODES.slice(0, 2).map((code) => anOrganisation(code));
  const facts = aCooperative(ofMembers([...founders(18), ...organisations]));
  const told = await service.submit(await service.proven(facts), { item });
  expect([told.state, ...told.findings.map(({ rule }) => rule)]).toEqual([
    'returned',
    'members.organisations',
  ]);
});

test('with a contribution to be judged an officer decides', async () => {
  const facts = aCooperative({
    members: [aMember(1, { methods: ['other-assessable'] }), ...founders(5).slice(1)],
  });
  const told = await service.submit(await service.proven(facts), { item });
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return', 'refuse'] });
  const decided = await service.decide(told.id, { outcome: 'register' }, { by: registrar('511623') });
  expect(decided.state).toBe('registered');
});

test('three hundred members are registered, and each is found', { timeout: 60_000 }, async () => {
  const facts = aCooperative(ofMembers(founders(300)));
  expect(z.safeParse(establishCooperativeFacts, facts).success).toBe(true);
  const told = await service.submit(await service.proven(facts), { item, key: 'key-1' });
  expect([told.state, told.findings]).toEqual(['registered', []]);
  expect(kindsOf(await service.kept())['SUBJECT/ROLE']).toBe(304);
  const enterprise = await service.enterprisesFor.get(told.registration?.code ?? '');
  expect(enterprise.members).toHaveLength(300);
  const { receipt } = await service.read.receipt(applicant, told.id);
  expect(receipt.length).toBeLessThan(2_000_000);
  expect(await service.verifyReceipt(receipt)).toMatchObject({
    valid: true,
    factsMatch: true,
    sameFindings: true,
  });
});

const word = (length: number, index: number) => String(index).padStart(length, '无');
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at);

test('the largest filing there can be, wrong in everything, is returned with all of it', {
  timeout: 60_000,
}, async () => {
  const facts = aCooperative({
    businessScope: upTo(100).map((at) => ({
      text: word(120, at),
      approval: { document: word(120, at), number: word(60, at) },
    })),
    members: upTo(300).map((at) => ({
      kind: 'organisation',
      code: `X${at}`.padEnd(40, '0'),
      name: word(100, at),
      body: 'cooperative',
      relatedBusiness: false,
      managesPublicAffairs: true,
      subscribedFen: 1,
      methods: [...memberMethods],
    })),
    persons: upTo(340).map((at) => ({
      ref: `p${at}`.padEnd(32, 'x'),
      name: word(60, at),
      document: { kind: 'foreign-permanent-residence', number: `X${at}`.padEnd(40, '0') },
      phone: '+86 138 0000 0000 00',
    })),
    offices: upTo(60).map((at) => ({
      person: `q${at}`.padEnd(32, 'x'),
      office: 'chair',
      qualificationDeclared: false,
      delegatedBy: `X${at}`.padEnd(40, '0'),
    })),
  });
  expect(z.safeParse(establishCooperativeFacts, facts).success).toBe(true);
  const told = await service.submit(facts, { item, key: 'key-1' });
  expect([told.state, told.findings.length]).toEqual(['returned', 3129]);
  expect(await service.submit(facts, { item, key: 'key-1' })).toEqual({ ...told, replayed: true });
  const { receipt } = await service.read.receipt(applicant, told.id);
  expect(receipt.length).toBeLessThan(2_000_000);
  expect(await service.verifyReceipt(receipt)).toMatchObject({
    valid: true,
    factsMatch: true,
    sameFindings: true,
  });
});
