import { afterEach, beforeEach, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  establishJointStockCompanyFacts,
  type FiledJointStockCompany,
  materialKinds,
} from '../../../catalog/items/establish-joint-stock-company/facts.ts';
import { contributionMethods } from '../../../catalog/items/filed-contribution.ts';
import { nameDeclarations } from '../../../catalog/items/filed-name.ts';
import { aMaterial, aPerson, citizenNumber } from '../../support/a-filing.ts';
import { exampleOf } from '../../support/item-files.ts';
import { day } from '../../support/records.ts';
import {
  applicant,
  kindsOf,
  type RegistrationService,
  startRegistrationService,
} from '../../support/registration-service.ts';

const item = 'establish-joint-stock-company';

let service: RegistrationService;
beforeEach(async () => {
  service = await startRegistrationService();
});
afterEach(() => service.stop());

const aFiling = (overrides: Partial<FiledJointStockCompany> = {}): FiledJointStockCompany => ({
  ...z.parse(establishJointStockCompanyFacts, exampleOf(item).facts),
  ...overrides,
});

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => from + at);
const aPromoterPerson = (index: number) =>
  aPerson({
    ref: `p${index}`,
    name: `林晓${String.fromCodePoint(0x4e00 + index)}`,
    document: {
      kind: 'citizen-id',
      number: citizenNumber('500231', '1980-03-07', String(index).padStart(3, '0')),
    },
  });

test('two hundred promoters are registered whole, each found by what they take part in', async () => {
  const { offices } = aFiling();
  const refs: Readonly<Record<string, string>> = {
    chair: 'p1',
    second: 'p2',
    third: 'p3',
    fourth: 'p201',
    fifth: 'p202',
    sixth: 'p203',
  };
  const facts = aFiling({
    persons: numbers(1, 203).map(aPromoterPerson),
    promoters: numbers(1, 200).map((index) => ({
      kind: 'person',
      person: `p${index}`,
      shares: 25_000,
      subscribedFen: 2_500_000,
      paidFen: 2_500_000,
      paidOn: day('2026-11-12'),
      methods: ['money'],
      domicileInChina: index > 100,
    })),
    offices: offices.map((office) => ({ ...office, person: refs[office.person] ?? '' })),
    beneficialOwners: { kind: 'persons', persons: ['p1'] },
  });
  const told = await service.submit(await service.proven(facts), { item, key: 'key-1' });
  expect(told.findings).toEqual([]);
  expect(told.state).toBe('registered');
  const kinds = kindsOf(await service.kept());
  expect(kinds['SUBJECT/ROLE']).toBe(209);
  expect(kinds['ENTERPRISE/ENTERPRISE']).toBe(1);
  const registered = await service.enterprisesFor.get(told.registration?.code ?? '');
  expect(registered.members).toHaveLength(200);
  for (const at of [0, 99, 198, 199]) {
    const subject = registered.members[at]?.subject;
    if (subject === undefined) throw new Error(`No promoter ${at}`);
    expect(await service.roles.listHeld(subject)).toContainEqual({
      role: 'promoter',
      code: registered.code,
    });
  }
  const { receipt } = await service.read.receipt(applicant, told.id);
  expect(await service.verifyReceipt(receipt)).toMatchObject({ valid: true, sameFindings: true });
});

/** Text that hardly deflates, each time the same. */
function word(length: number, index: number): string {
  let state = index;
  return Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return String.fromCodePoint(0x4e00 + ((state >> 8) % 20_000));
  }).join('');
}

test('the largest filing there can be, wrong in everything, is returned with all of it', async () => {
  const facts: FiledJointStockCompany = aFiling({
    name: {
      division: word(40, 1),
      divisionPosition: 'head',
      zone: word(40, 2),
      tradeName: word(40, 3),
      industry: { word: word(40, 4), class: 'A00' },
      form: '股份公司',
      declares: [...nameDeclarations],
    },
    businessScope: numbers(1, 100).map((index) => ({
      text: word(120, index),
      approval: { document: word(120, index), number: word(60, index) },
    })),
    registeredCapitalFen: 0,
    establishment: {
      by: 'public-offer',
      offeredFrom: day('2020-01-01'),
      offeredFen: 1,
      paidFen: 0,
      paidOn: day('2099-01-01'),
      subscribers: 0,
    },
    promoters: numbers(1, 220).map((index) => ({
      kind: 'organisation',
      code: `X${index}`.padEnd(40, '0'),
      name: word(100, index),
      shares: 1_000_000_000_000,
      subscribedFen: index,
      paidFen: 0,
      paidOn: day('2099-01-01'),
      methods: [...contributionMethods],
      domicileInChina: false,
    })),
    persons: numbers(1, 260).map((index) => ({
      ref: `p${index}`,
      name: word(60, index),
      document: { kind: 'citizen-id', number: word(40, index) },
      phone: '13800000000',
    })),
    offices: numbers(1, 60).map((index) => ({
      person: `p${index}`,
      office: 'legal-representative',
      qualificationDeclared: false,
      employeeRepresentative: true,
    })),
    beneficialOwners: { kind: 'persons', persons: numbers(300, 329).map((index) => `p${index}`) },
    agent: 'p999',
    materials: numbers(1, 60).map((index) => ({
      ...aMaterial(materialKinds[index % materialKinds.length] ?? 'other'),
      title: word(120, index),
    })),
  });
  expect(z.safeParse(establishJointStockCompanyFacts, facts).success).toBe(true);
  const told = await service.submit(facts, { item, key: 'key-1' });
  expect(told.state).toBe('returned');
  expect(told.findings.length).toBeGreaterThan(2_500);
  const { receipt } = await service.read.receipt(applicant, told.id);
  expect(receipt.length).toBeLessThan(1_500_000);
  expect(await service.verifyReceipt(receipt)).toMatchObject({ valid: true, sameFindings: true });
  expect((await service.read.listOwn(applicant)).entries).toHaveLength(1);
});
