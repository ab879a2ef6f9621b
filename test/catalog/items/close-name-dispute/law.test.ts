import { describe, expect, test } from 'vitest';
import { spoken } from '../../../support/corpus-case.ts';

const ITEM = 'close-name-dispute';
const D = '/evidence/enterprise/nameDisputes/0';
const proof = (kind: string) => [
  { kind, sha256: '6ec9440233607c15e051061cf32a51851787f8e18161ac121bfd62ed9a11c2e9' },
];

describe('应当自受理之日起3个月内作出行政裁决 (企业名称登记管理规定 第二十一条第二款)', () => {
  test.each([
    ['2026-08-20', '2026-11-20', []],
    ['2026-08-19', '2026-11-20', ['name-dispute.ruling-late']],
    ['2026-11-20', '2026-11-20', []],
    ['2026-11-21', '2026-11-20', ['name-dispute.ruling-day']],
    ['2025-11-30', '2026-02-28', []],
    ['2025-11-30', '2026-03-01', ['name-dispute.ruling-late']],
  ])('accepted on %s, ruled on %s', (acceptedOn, decidedOn, rules) => {
    expect(
      spoken(ITEM, {
        [`${D}/acceptedOn`]: acceptedOn,
        '/facts/ruling/decidedOn': decidedOn,
        '/facts/result': 'not-infringing',
      }),
    ).toEqual(rules);
  });
});

describe('可以进行调解；调解不成的…作出行政裁决', () => {
  test.each([
    ['mediated', 'mediation-record'],
    ['withdrawn', 'record'],
    ['name-changed', 'record'],
    ['to-court', 'record'],
  ])('%s ends it with a %s and no ruling', (result, kind) => {
    const set = { '/facts/result': result, '/facts/materials': proof(kind) };
    expect(spoken(ITEM, set, ['/facts/ruling'])).toEqual([]);
    expect(spoken(ITEM, set)).toEqual(['name-dispute.ruling']);
    expect(spoken(ITEM, { ...set, '/facts/materials': proof('other') }, ['/facts/ruling'])).toEqual([
      `materials.${kind}`,
    ]);
  });

  test('a ruling that it infringes is followed by an order, and one that it does not by nothing', () => {
    expect(spoken(ITEM)).toEqual(['name-dispute.order-follows']);
    expect(spoken(ITEM, { '/facts/result': 'not-infringing' })).toEqual([]);
  });
});

describe('an order rests on the ruling that the register holds (第二十三条第二款)', () => {
  const ruling = {
    '/facts/ground': { kind: 'ruling', acceptedOn: '2026-08-03' },
    '/facts/materials': [...proof('decision'), ...proof('service-proof')],
  };
  const dispute = { filing: 'f', name: '子丑县禾岚科技有限公司', acceptedOn: '2026-08-03' };
  test.each<[string, Record<string, unknown>[], string[]]>([
    ['none', [], []],
    ['that it infringes', [{ ...dispute, closedOn: '2026-11-02', result: 'infringing' }], []],
    [
      'that it does not',
      [{ ...dispute, closedOn: '2026-11-02', result: 'not-infringing' }],
      ['name-order.no-ruling'],
    ],
    ['not yet', [dispute], ['name-order.no-ruling']],
  ])('%s', (_, nameDisputes, rules) => {
    expect(
      spoken('order-name-change', { ...ruling, '/evidence/enterprise/nameDisputes': nameDisputes }),
    ).toEqual(rules);
  });
});
