import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import {
  establishJointStockCompanyFacts,
  type FiledJointStockCompany,
} from '../../../catalog/items/establish-joint-stock-company/facts.ts';
import { exampleOf } from '../../support/item-files.ts';
import { day } from '../../support/records.ts';
import {
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
