import { afterEach, beforeEach, describe, expect, test } from 'vitest';
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
  registrar,
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
const submit = async (facts: FiledJointStockCompany) => service.submit(await service.proven(facts), { item });

const inLinshui = (facts: FiledJointStockCompany): FiledJointStockCompany => ({
  ...facts,
  name: { ...facts.name, division: '邻水县' },
  address: { ...facts.address, division: '511623' },
});

describe('complete and clear, the company is registered on the spot', () => {
  test('by the authority above the county, with what law has registered', async () => {
    const told = await submit(aFiling());
    expect(told).toMatchObject({ state: 'registered', decidedBy: 'reg-500000', findings: [] });
    const code = told.registration?.code ?? '';
    expect(code).toMatch(/^91500000MY/);
    const registered = await service.enterprisesFor.get(code);
    expect(registered).toMatchObject({
      type: 'joint-stock-company',
      typeName: '股份有限公司',
      name: '垫江县沐禾云川软件股份有限公司',
      capitalFen: 500_000_000,
      address: '重庆市垫江县桂溪街道滨河路8号',
      heads: [{ name: '沈云舒' }],
      members: [
        { name: '沈云舒', as: 'promoter', subscribedFen: 300_000_000, paidFen: 300_000_000 },
        { name: '顾清和', as: 'promoter', subscribedFen: 200_000_000, paidFen: 200_000_000 },
      ],
      stateInvestor: 'none',
      status: 'registered',
    });
    expect(registered.members.map(({ payBy }) => payBy)).toEqual([undefined, undefined]);
    const { content } = await service.enterprisesFor.licence(code);
    expect(content).toMatchObject({
      typeName: '股份有限公司',
      head: { title: 'legal-representative', names: ['沈云舒'] },
      capital: { title: 'registered-capital', fen: 500_000_000 },
      registeredByName: '重庆市市场监督管理局',
      issuedOn: '2026-11-23',
    });
    expect((await service.nameClaims.get('reg-500000', '沐禾云川')).claims).toMatchObject([
      { state: 'registered', holder: code },
    ]);
  });

  test('of the other side, by the prefecture', async () => {
    const told = await submit(inLinshui(aFiling()));
    expect(told).toMatchObject({ state: 'registered', decidedBy: 'reg-511600', findings: [] });
  });

  test('where the State invests through the province, by the province', async () => {
    const told = await submit(inLinshui(aFiling({ stateInvestor: 'provincial-or-above' })));
    expect(told).toMatchObject({ state: 'registered', decidedBy: 'reg-510000' });
  });

  test('late by a day after the thirty, which is told and changes nothing', async () => {
    const told = await submit(aFiling({ establishment: { by: 'promotion', meetingOn: day('2026-10-20') } }));
    expect(told.state).toBe('registered');
    expect(told.findings.map(({ rule, effect }) => [rule, effect])).toEqual([
      ['establishment.filed-late', 'note'],
    ]);
  });
});

test('what a promoter has not paid is told, and the filing returned', async () => {
  const { promoters } = aFiling();
  const told = await submit(
    aFiling({
      promoters: promoters.map((promoter) => ({ ...promoter, paidFen: promoter.subscribedFen - 1 })),
    }),
  );
  expect(told).toMatchObject({ state: 'returned', admissible: ['return'] });
  expect(told.findings.map(({ rule, path, text }) => [rule, path, text])).toEqual([
    [
      'promoters.paid-in-full',
      '/promoters/0/paidFen',
      '发起人应当在公司成立前按照其认购的股份全额缴纳股款：应缴 3000000 元，已缴 2999999.99 元',
    ],
    [
      'promoters.paid-in-full',
      '/promoters/1/paidFen',
      '发起人应当在公司成立前按照其认购的股份全额缴纳股款：应缴 2000000 元，已缴 1999999.99 元',
    ],
  ]);
});

test('with a class of shares an officer reads the articles, and registers', async () => {
  const told = await submit(
    aFiling({
      shares: {
        kind: 'par-value',
        parFen: 100,
        issued: 5_000_000,
        classes: [{ rights: 'profit-or-assets', shares: 1_000_000 }],
      },
    }),
  );
  expect(told).toMatchObject({ state: 'in-review', admissible: ['register', 'return'] });
  const decided = await service.decide(
    told.id,
    { outcome: 'register' },
    { by: registrar('500000'), version: 1 },
  );
  expect(decided).toMatchObject({ state: 'registered', registration: { licence: expect.anything() } });
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
