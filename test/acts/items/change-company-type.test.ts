import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  changeCompanyTypeFacts,
  type FiledTypeChange,
} from '../../../catalog/items/change-company-type/facts.ts';
import { aCompanyFiling } from '../../support/a-company-filing.ts';
import { aMaterial } from '../../support/a-filing.ts';
import { exampleOf } from '../../support/item-files.ts';
import { day } from '../../support/records.ts';
import { aRegisteredCompany } from '../../support/registered-company.ts';
import {
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../../support/registration-service.ts';

const item = 'change-company-type';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const { name, persons, offices, governance } = aCompanyFiling();
const promoter = (person: string, shares: number) => ({
  kind: 'person' as const,
  person,
  shares,
  subscribedFen: shares * 100,
  paidFen: shares * 100,
  paidOn: day('2026-10-31'),
  methods: ['net-assets' as const],
  domicileInChina: true,
});

const intoShares = (enterprise: string, more: Partial<FiledTypeChange> = {}): FiledTypeChange => ({
  ...z.parse(changeCompanyTypeFacts, exampleOf(item).facts),
  enterprise,
  signedBy: 'p1',
  name: { ...name, form: '股份有限公司' },
  into: {
    type: 'joint-stock-company',
    registeredCapitalFen: 100_000_000,
    establishment: { by: 'promotion' },
    shares: { kind: 'par-value', parFen: 100, issued: 1_000_000 },
    promoters: [promoter('p1', 600_000), promoter('p2', 400_000)],
  },
  persons: [...persons],
  offices: [...offices],
  governance,
  ...more,
});
const intoLimited = (enterprise: string): FiledTypeChange => {
  const { netAssets: _netAssets, ...facts } = intoShares(enterprise);
  const shareholder = (person: string, subscribedFen: number) => ({
    kind: 'person' as const,
    person,
    subscribedFen,
    paidFen: subscribedFen,
    methods: ['net-assets' as const],
    payBy: day('2026-10-31'),
  });
  return {
    ...facts,
    name: { ...name, form: '有限责任公司' },
    into: {
      type: 'limited-company',
      registeredCapitalFen: 100_000_000,
      shareholders: [shareholder('p1', 60_000_000), shareholder('p2', 40_000_000)],
    },
    materials: [
      ...facts.materials.filter(({ kind }) => kind !== 'net-asset-report'),
      aMaterial('shareholder-register'),
    ],
  };
};
const submit = async (facts: FiledTypeChange) => service.submit(await service.proven(facts), { item });

describe('a limited company becomes one by shares', () => {
  test('on the spot, by the authority of companies by shares; it stays who it is', async () => {
    const code = await aRegisteredCompany(service);
    const old = await service.enterprisesFor.licence(code);
    const before = await service.enterprisesFor.get(code);
    const told = await submit(intoShares(code));
    expect(told).toMatchObject({
      state: 'registered',
      findings: [],
      decidedBy: 'reg-511600',
      registration: { code, version: 2, licence: `/v1/enterprises/${code}/licence` },
    });
    const after = await service.enterprisesFor.get(code);
    expect(after).toMatchObject({
      code,
      type: 'joint-stock-company',
      typeName: '股份有限公司',
      name: '邻水县禾岚科技股份有限公司',
      tradeName: '禾岚',
      capitalFen: 100_000_000,
      address: before.address,
      businessScope: before.businessScope,
      establishedOn: '2026-11-23',
      division: '511623',
      registeredBy: 'reg-511600',
      handover: { from: 'reg-511623', to: 'reg-511600', dueOn: '2027-02-23' },
      members: [
        { name: '林晓岚', as: 'promoter', subscribedFen: 60_000_000, paidFen: 60_000_000 },
        { name: '周启明', as: 'promoter', subscribedFen: 40_000_000, paidFen: 40_000_000 },
      ],
    });
    expect(after.roles.map(({ role }) => role)).not.toContain('shareholder');
    const { content, current } = await service.enterprisesFor.licence(code);
    expect(current).toBe(true);
    expect(content).toMatchObject({
      number: 2,
      typeName: '股份有限公司',
      name: '邻水县禾岚科技股份有限公司',
      capital: { title: 'registered-capital', fen: 100_000_000 },
      establishedOn: '2026-11-23',
      registeredBy: 'reg-511600',
    });
    expect(await service.enterprisesFor.verify(old.token)).toMatchObject({ valid: true, current: false });
  });

  test('its old name is given up where it was, and the new one taken where it is', async () => {
    const code = await aRegisteredCompany(service);
    await submit(intoShares(code));
    const at = async (authority: string) => (await service.nameClaims.get(authority, '禾岚')).claims;
    expect(await at('reg-511623')).toMatchObject([
      { name: '邻水县禾岚科技有限公司', state: 'given-up', holder: code, since: '2026-11-23' },
    ]);
    expect(await at('reg-511600')).toMatchObject([
      { name: '邻水县禾岚科技股份有限公司', state: 'registered', holder: code, since: '2026-11-23' },
    ]);
  });

  test('and back, by the authority of limited companies', async () => {
    const code = await aRegisteredCompany(service);
    await submit(intoShares(code));
    expect(await submit(intoLimited(code))).toMatchObject({
      state: 'registered',
      findings: [],
      decidedBy: 'reg-511623',
    });
    const after = await service.enterprisesFor.get(code);
    expect(after).toMatchObject({
      type: 'limited-company',
      typeName: '有限责任公司',
      name: '邻水县禾岚科技有限责任公司',
      registeredBy: 'reg-511623',
      licence: 3,
      members: [
        { name: '林晓岚', as: 'shareholder', subscribedFen: 60_000_000, payBy: '2026-10-31' },
        { name: '周启明', as: 'shareholder', subscribedFen: 40_000_000 },
      ],
    });
    expect(after).not.toHaveProperty('handover');
    expect((await service.nameClaims.get('reg-511623', '禾岚')).claims).toMatchObject([
      { state: 'given-up', name: '邻水县禾岚科技有限公司' },
      { state: 'registered', name: '邻水县禾岚科技有限责任公司' },
    ]);
  });
});

test('a fen more than the net assets is returned, and nothing changes', async () => {
  const code = await aRegisteredCompany(service);
  const netAssets = { totalFen: 99_999_999, convertedFen: 100_000_000, asOf: day('2026-10-31') };
  const told = await submit(intoShares(code, { netAssets }));
  expect(told).toMatchObject({ state: 'returned', admissible: ['return'] });
  expect(told.findings.map(({ rule }) => rule)).toEqual(['net-assets.exceeded']);
  expect(await service.enterprisesFor.get(code)).toMatchObject({ version: 1, type: 'limited-company' });
  expect((await service.nameClaims.get('reg-511600', '禾岚')).claims).toEqual([]);
});

test('a promoter who was no shareholder is judged, by an officer of the authority that takes over', async () => {
  const code = await aRegisteredCompany(service);
  const facts = intoShares(code);
  const { into } = facts;
  if (into.type !== 'joint-stock-company') throw new Error('The builder asks for shares');
  const told = await submit({
    ...facts,
    into: { ...into, promoters: [promoter('p1', 600_000), promoter('p3', 400_000)] },
  });
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return'] });
  await expect(service.decide(told.id, { outcome: 'register' })).rejects.toMatchObject({ code: 'not-found' });
  const by = registrar('511600');
  expect(await service.decide(told.id, { outcome: 'register' }, { by })).toMatchObject({
    state: 'registered',
    registration: { code, version: 2 },
  });
  expect(await service.enterprisesFor.get(code)).toMatchObject({
    type: 'joint-stock-company',
    members: [{ name: '林晓岚' }, { name: '何若水' }],
  });
});
