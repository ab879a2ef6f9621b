import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { establishNonCompanyLegalPersonFacts } from '../../../catalog/items/establish-non-company-legal-person/facts.ts';
import {
  type FiledRestructuring,
  restructureIntoCompanyFacts,
} from '../../../catalog/items/restructure-into-company/facts.ts';
import { aMaterial } from '../../support/a-filing.ts';
import { exampleOf } from '../../support/item-files.ts';
import { day } from '../../support/records.ts';
import { type RegistrationService, startRegistrationService } from '../../support/registration-service.ts';

const item = 'restructure-into-company';
const founding = 'establish-non-company-legal-person';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

/** The example's joint operation, in the register. */
const establish = async () => {
  const facts = z.parse(establishNonCompanyLegalPersonFacts, exampleOf(founding).facts);
  const told = await service.submit(await service.proven(facts), { item: founding });
  return told.registration?.code ?? '';
};
const aRestructuring = (enterprise: string, more: Partial<FiledRestructuring> = {}): FiledRestructuring => ({
  ...z.parse(restructureIntoCompanyFacts, exampleOf(item).facts),
  enterprise,
  ...more,
});
const submit = async (facts: FiledRestructuring) => service.submit(await service.proven(facts), { item });

test('on the spot: a company under its old code, of the day it was established', async () => {
  const code = await establish();
  const before = await service.enterprisesFor.get(code);
  expect(before).toMatchObject({ type: 'non-company-legal-person', typeName: '联营企业' });
  const told = await submit(aRestructuring(code));
  expect(told).toMatchObject({
    state: 'registered',
    findings: [],
    decidedBy: 'reg-511623',
    registration: { code, version: 2, licence: `/v1/enterprises/${code}/licence` },
  });
  const after = await service.enterprisesFor.get(code);
  expect(after).toMatchObject({
    type: 'limited-company',
    typeName: '有限责任公司',
    name: '邻水县青禾云溪软件有限公司',
    capitalFen: 80_000_000,
    address: before.address,
    establishedOn: '2026-11-23',
    registeredBy: 'reg-511623',
    stateInvestor: 'none',
    heads: [{ name: '秦望川' }],
    members: [
      { name: '子丑县云杉软件厂', as: 'shareholder', subscribedFen: 50_000_000, paidFen: 50_000_000 },
      { name: '邻水县禾岚科技中心', as: 'shareholder', subscribedFen: 30_000_000 },
    ],
  });
  expect(after).not.toHaveProperty('handover');
  expect(after.roles.map(({ role }) => role)).not.toContain('contributor');
  const { content } = await service.enterprisesFor.licence(code);
  expect(content).toMatchObject({
    number: 2,
    typeName: '有限责任公司',
    capital: { title: 'registered-capital', fen: 80_000_000 },
  });
  expect((await service.nameClaims.get('reg-511623', '青禾云溪')).claims).toMatchObject([
    { name: '邻水县青禾云溪软件中心', state: 'given-up', holder: code },
    { name: '邻水县青禾云溪软件有限公司', state: 'registered', holder: code },
  ]);
});

test('what is still to be paid is paid within five years of this step', async () => {
  const code = await establish();
  const facts = aRestructuring(code);
  if (facts.into.type !== 'limited-company') throw new Error('The example becomes a limited company');
  const [first, second] = facts.into.shareholders;
  if (first === undefined || second === undefined) throw new Error('The example has two shareholders');
  const shareholders = [first, { ...second, paidFen: 0, payBy: day('2031-11-23') }];
  const netAssets = { totalFen: 50_000_000, convertedFen: 50_000_000, asOf: day('2026-10-31') };
  await submit({ ...facts, into: { ...facts.into, shareholders }, netAssets });
  const { members } = await service.enterprisesFor.get(code);
  expect(members.map(({ increasedOn, payBy }) => [increasedOn, payBy])).toEqual([
    [undefined, '2026-10-31'],
    ['2026-11-23', '2031-11-23'],
  ]);
});

test('a collective enterprise without approval is returned; with one an officer checks it', async () => {
  const code = await establish();
  const { enterprises, writeAll } = service;
  const read = await service.enterprisesFor.get(code);
  const collective = { ...read, typeName: '集体所有制企业', version: 2 };
  await writeAll(enterprises.replace(collective, read));
  const facts = aRestructuring(code, { ownership: 'rural-collective' });
  const materials = [...facts.materials, aMaterial('restructuring-approval')];
  const returned = await submit({ ...facts, materials });
  expect(returned.findings.map(({ rule }) => rule)).toEqual(['approval.missing']);
  const approval = {
    authority: '邻水县乡镇企业主管部门',
    document: '关于同意改制的批复',
    number: '邻乡企〔2026〕3号',
    approvedOn: day('2026-11-20'),
  };
  const told = await submit({ ...facts, materials, approval });
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return', 'refuse'] });
  expect(told.findings.map(({ rule }) => rule)).toEqual(['approval.given']);
  expect(await service.decide(told.id, { outcome: 'register' })).toMatchObject({
    state: 'registered',
    registration: { code, version: 3 },
  });
  expect(await service.enterprisesFor.get(code)).toMatchObject({ type: 'limited-company' });
});

test('the State’s is registered by the province', async () => {
  const code = await establish();
  const told = await submit(aRestructuring(code, { stateInvestor: 'provincial-or-above' }));
  expect(told).toMatchObject({ state: 'registered', decidedBy: 'reg-510000' });
  expect(await service.enterprisesFor.get(code)).toMatchObject({
    registeredBy: 'reg-510000',
    stateInvestor: 'provincial-or-above',
    handover: { from: 'reg-511623', to: 'reg-510000' },
  });
});
