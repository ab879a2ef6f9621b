import { describe, expect, test } from 'vitest';
import { fileRecords } from '../../../../catalog/items/file-records/item.ts';
import type { EnterpriseType } from '../../../../lib/domain/registration/enterprise-type.ts';
import { foundIn } from '../../../support/corpus-case.ts';

const said = (set: Readonly<Record<string, unknown>>) => foundIn('file-records', set);
const E = '/evidence/enterprise';
const person = (n: string) => `P:test:${`${n}-`.padEnd(43, 'x')}`;
const persons = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ref: `p${at + 1}`,
    subject: person(`p${at + 1}`),
    kind: 'citizen-id',
    valid: true,
    bornOn: '1980-01-01',
    proven: 'token',
  }));

/** 实施细则 第七条第一款, item by item; whether the type files it. */
const TYPES: readonly EnterpriseType[] = [
  'limited-company',
  'joint-stock-company',
  'non-company-legal-person',
  'sole-proprietorship',
  'partnership',
  'cooperative',
  'branch',
  'individual-business',
];
describe('实施细则 第七条第一款: what each type files', () => {
  test.each<[string, unknown, readonly EnterpriseType[]]>([
    [
      'articles',
      'amended',
      ['limited-company', 'joint-stock-company', 'non-company-legal-person', 'partnership', 'cooperative'],
    ],
    [
      'term',
      { kind: 'indefinite' },
      ['limited-company', 'joint-stock-company', 'non-company-legal-person', 'partnership'],
    ],
    [
      'contributions',
      [{ kind: 'person', person: 'p1', methods: ['money'] }],
      ['limited-company', 'joint-stock-company', 'partnership'],
    ],
    [
      'organs',
      { offices: [], governance: { board: 'board', supervision: 'board' } },
      ['limited-company', 'joint-stock-company'],
    ],
    ['liaison', 'p1', TYPES],
    ['familyMembers', ['p1'], ['individual-business']],
    ['members', [], ['cooperative']],
    [
      'beneficialOwners',
      { kind: 'persons', persons: ['p1'] },
      ['limited-company', 'joint-stock-company', 'partnership'],
    ],
    ['documentRecipient', 'p1', ['limited-company', 'joint-stock-company', 'partnership']],
  ])('%s', (record, value, filing) => {
    const filers = TYPES.filter(
      (type) =>
        !said({ '/facts/records': { [record]: value }, [`${E}/type`]: type }).includes(
          'records.not-of-this-type defect',
        ),
    );
    expect(filers).toEqual(TYPES.filter((type) => filing.includes(type)));
  });
});

describe('条例 第二十九条: thirty days, the last a working day', () => {
  test.each<[string, string, string[]]>([
    ['2026-10-24', '2026-11-23', []],
    ['2026-10-22', '2026-11-23', []],
    ['2026-10-21', '2026-11-23', ['records.late note']],
    ['2026-11-23', '2026-11-23', []],
    ['2026-11-24', '2026-11-23', ['records.decided-later defect']],
    ['2026-01-31', '2026-03-02', []],
    ['2026-01-31', '2026-03-03', ['records.late note']],
    ['2028-01-30', '2028-02-29', []],
    ['2028-01-30', '2028-03-01', ['records.late note']],
    ['2026-01-15', '2026-02-14', []],
    ['2026-01-15', '2026-02-15', ['records.late note']],
  ])('decided on %s, filed on %s', (decidedOn, on, findings) =>
    expect(said({ '/facts/decidedOn': decidedOn, '/on': on })).toEqual(findings),
  );
  test.each<[string, EnterpriseType]>([
    ['合伙企业法 第十三条', 'partnership'],
    ['个人独资企业法 第十五条', 'sole-proprietorship'],
  ])('the fifteen days of %s are for registered items alone', (_, type) =>
    expect(said({ '/facts/decidedOn': '2026-10-24', [`${E}/type`]: type })).toEqual([]),
  );
});

const ofCooperative = (members: readonly unknown[], more: Readonly<Record<string, unknown>> = {}) => ({
  '/facts/records': { members },
  '/facts/persons': persons(members.length),
  '/facts/materials': ['application-form', 'member-list'].map((kind) => ({ kind, sha256: 'a'.repeat(64) })),
  [`${E}/type`]: 'cooperative',
  [`${E}/typeName`]: '农民专业合作社',
  ...more,
});
const members = (farmers: number, others: number) =>
  Array.from({ length: farmers + others }, (_, at) => ({
    kind: 'person',
    person: `p${at + 1}`,
    farmer: at < farmers,
    subscribedFen: 100_000,
    methods: ['money'],
  }));

describe('条例 第二十九条: members of a co-operative, ninety days after the accounting year', () => {
  test.each<[string, string, string[]]>([
    ['2026-05-31', '2026-05-31', []],
    ['2026-05-31', '2026-12-31', []],
    ['2026-01-01', '2027-03-31', []],
    ['2026-12-31', '2027-04-01', ['records.members-late note']],
    ['2027-05-31', '2028-03-30', []],
    ['2027-05-31', '2028-03-31', ['records.members-late note']],
    ['2027-05-31', '2028-02-29', []],
    ['2025-12-31', '2026-03-31', []],
    ['2026-01-01', '2026-04-01', []],
  ])('a change of %s, filed on %s', (decidedOn, on, findings) =>
    expect(said(ofCooperative(members(5, 0), { '/facts/decidedOn': decidedOn, '/on': on }))).toEqual(
      findings,
    ),
  );
});

describe('实施细则 第三十九条第二款, 农民专业合作社法 第二十条第一款: farmers below 80 per cent', () => {
  test.each<[number, number, string[]]>([
    [4, 1, []],
    [3, 2, ['members.farmers-to-join note']],
    [8, 2, []],
    [7, 3, ['members.farmers-to-join note']],
    [20, 5, []],
    [19, 5, ['members.farmers-to-join note']],
  ])('%i farmers and %i others', (farmers, others, findings) =>
    expect(said(ofCooperative(members(farmers, others)))).toEqual(findings),
  );
});

describe('公司法 第四十七条第一款: five years from establishment', () => {
  const paidBy = (payBy: string, establishedOn: string) =>
    said({
      '/facts/records': { contributions: [{ kind: 'person', person: 'p1', payBy }] },
      '/facts/materials': ['application-form', 'decision'].map((kind) => ({ kind, sha256: 'a'.repeat(64) })),
      [`${E}/establishedOn`]: establishedOn,
      [`${E}/members`]: [
        { subject: person('p1'), as: 'shareholder', subscribedFen: 100_000_000, payBy: '2025-06-30' },
      ],
    });
  test.each<[string, string, string[]]>([
    ['2029-07-01', '2024-07-01', []],
    ['2029-07-02', '2024-07-01', ['records.pay-by defect']],
    ['2030-03-10', '2025-03-10', []],
    ['2030-03-11', '2025-03-10', ['records.pay-by defect']],
    ['2033-02-28', '2028-02-29', []],
    ['2033-03-01', '2028-02-29', ['records.pay-by defect']],
    ['2025-01-01', '2024-06-30', ['records.older-schedule defect']],
  ])('to be paid by %s, established on %s', (payBy, establishedOn, findings) =>
    expect(paidBy(payBy, establishedOn)).toEqual(findings),
  );
});

test('what a filing makes of the register: only what it tells', () => {
  const subject = person('p1') as never;
  const change = fileRecords.effect(
    {
      enterprise: '91511623MY0000017F',
      signedBy: 'p1',
      decidedOn: '2026-11-09' as never,
      persons: [],
      records: { articles: 'amended', term: { kind: 'indefinite' } },
      materials: [],
    },
    {
      enterprise: '91511623MY0000017F',
      signedBy: 'p1',
      decidedOn: '2026-11-09' as never,
      persons: [{ ref: 'p1', subject, kind: 'citizen-id', valid: true, proven: 'token' }],
      records: { articles: 'amended', term: { kind: 'indefinite' } },
      materials: [],
    },
    { filing: 'f', on: '2026-11-23' as never, place: '', authority: 'reg-511623' },
  );
  expect(change).toEqual({ kind: 'amend', content: {}, without: ['termEnds'], licence: 'keep' });
});
