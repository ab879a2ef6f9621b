import { describe, expect, test } from 'vitest';
import { decided, foundIn } from '../../../support/corpus-case.ts';

const ITEM = 'restructure-into-company';
const E = '/evidence/enterprise';
type Set = Readonly<Record<string, unknown>>;
const said = (set: Set = {}, remove: readonly string[] = []) => foundIn(ITEM, set, remove);

const approval = {
  authority: '子丑县国有资产监督管理机构',
  document: '关于同意改制的批复',
  number: '子国资〔2026〕9号',
  approvedOn: '2026-11-10',
};
const OF = {
  'state-owned': '全民所有制企业',
  'urban-collective': '集体所有制企业',
  'rural-collective': '集体所有制企业',
  'joint-operation': '联营企业',
} as const;
/** An enterprise of this ownership, with its approval as told. */
const owned = (ownership: keyof typeof OF, told: object | undefined, more: Set = {}): Set => ({
  '/facts/ownership': ownership,
  [`${E}/typeName`]: OF[ownership],
  ...(told && { '/facts/approval': told }),
  '/facts/materials/-': { kind: 'restructuring-approval', sha256: '0'.repeat(64) },
  ...more,
});
const limited = (more: object = {}): Set => ({
  '/facts/name/form': '有限公司',
  '/facts/into': {
    type: 'limited-company',
    registeredCapitalFen: 100_000_000,
    shareholders: [
      {
        kind: 'person',
        person: 'p1',
        subscribedFen: 100_000_000,
        paidFen: 0,
        methods: ['money'],
        payBy: '2031-11-23',
        ...more,
      },
    ],
  },
});

describe('实施细则 第三十七条第二款: by the conditions of the company to be', () => {
  test('of either type, a joint operation becomes one on the spot', () => {
    expect(decided(ITEM).admissible).toEqual(['register']);
    expect(said(limited())).toEqual([]);
  });
  test.each<[string, string]>([
    ['limited-company', '有限责任公司'],
    ['sole-proprietorship', '个人独资企业'],
    ['individual-business', '个人经营'],
  ])('of a %s it is none', (type, typeName) =>
    expect(said({ [`${E}/type`]: type, [`${E}/typeName`]: typeName })).toContain('enterprise.type defect'),
  );
  test('its name is that of the company to be (公司法 第七条)', () => {
    expect(said({ '/facts/name/form': '有限公司' })).toEqual(['names.company-form defect']);
    expect(said({ ...limited(), '/facts/name/form': '股份公司' })).toEqual(['names.company-form defect']);
  });
});

describe('approved by whoever has to', () => {
  test.each<[keyof typeof OF, boolean, string[]]>([
    ['state-owned', true, ['approval.given review']],
    ['state-owned', false, ['approval.missing defect']],
    ['urban-collective', true, ['approval.given review', 'materials.employees-resolution defect']],
    ['urban-collective', false, ['approval.missing defect', 'materials.employees-resolution defect']],
    ['rural-collective', true, ['approval.given review']],
    ['rural-collective', false, ['approval.missing defect']],
    ['joint-operation', true, []],
    ['joint-operation', false, []],
  ])('%s, approved: %s', (ownership, given, findings) =>
    expect(said(owned(ownership, given ? approval : undefined))).toEqual(findings),
  );
  test('what it is registered as is what it is', () => {
    expect(said({ ...owned('state-owned', approval), [`${E}/typeName`]: '集体所有制企业' })).toEqual([
      'restructuring.ownership defect',
      'approval.given review',
    ]);
  });
  test.each<[string, object, string[]]>([
    ['today', { approvedOn: '2026-11-23' }, []],
    ['tomorrow', { approvedOn: '2026-11-24' }, ['approval.later defect']],
    ['ninety days ago', { approvedOn: '2026-08-25' }, []],
    ['ninety-one days ago', { approvedOn: '2026-08-24' }, ['approval.unconfirmed defect']],
    ['long ago, and confirmed', { approvedOn: '2025-01-01', confirmedOn: '2026-08-25' }, []],
    ['until today', { approvedOn: '2025-01-01', validUntil: '2026-11-23' }, []],
    ['until yesterday', { approvedOn: '2025-01-01', validUntil: '2026-11-22' }, ['approval.ended defect']],
  ])('实施细则 第二十二条第一款: approved %s', (_, told, findings) =>
    expect(said(owned('state-owned', { ...approval, ...told }))).toEqual([
      ...findings,
      'approval.given review',
    ]),
  );
});

describe('公司法 第四十八条第二款、第一百零八条: valued, and no more than that', () => {
  test.each<[number, number, string[]]>([
    [100_000_000, 100_000_000, []],
    [99_999_999, 100_000_000, ['net-assets.exceeded defect']],
    [100_000_001, 100_000_001, ['net-assets.more-than-capital defect']],
    [99_999_999, 99_999_999, ['net-assets.rest-paid review']],
  ])('of %d, %d are converted into shares', (totalFen, convertedFen, findings) =>
    expect(said({ '/facts/netAssets': { totalFen, convertedFen, asOf: '2026-09-30' } })).toEqual(findings),
  );
  test('into a limited company the rest may be paid later', () => {
    const netAssets = { totalFen: 30_000_000, convertedFen: 30_000_000, asOf: '2026-09-30' };
    expect(said({ ...limited({ paidFen: 30_000_000 }), '/facts/netAssets': netAssets })).toEqual([]);
  });
});

test.each<[string, string[]]>([
  ['2031-11-23', []],
  ['2031-11-24', ['capital.pay-by defect']],
])('公司法 第四十七条第一款: within five years of becoming a company: by %s', (payBy, findings) =>
  expect(said(limited({ payBy }))).toEqual(findings),
);

test.each<[string, string, string[]]>([
  ['2026-10-22', '2026-11-23', []],
  ['2026-10-21', '2026-11-23', ['change.late note']],
  ['2026-11-24', '2026-11-23', ['change.decided-later defect']],
])('条例 第二十四条第一款: decided on %s, filed on %s', (decidedOn, on, findings) =>
  expect(said({ '/facts/decidedOn': decidedOn, '/on': on })).toEqual(findings),
);
