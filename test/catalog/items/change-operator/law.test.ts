import { describe, expect, test } from 'vitest';
import { decided, foundIn } from '../../../support/corpus-case.ts';

const said = (set: Readonly<Record<string, unknown>> = {}, remove: readonly string[] = []) =>
  foundIn('change-operator', set, remove);
const E = '/evidence/enterprise';
const subject = (n: string) => `P:test:${`${n}-`.padEnd(43, 'x')}`;

describe('促进个体工商户发展条例 第十三条第一款: directly, without ending the business first', () => {
  test('by both operators, it is registered on the spot', () => {
    expect(decided('change-operator').admissible).toEqual(['register']);
  });
  test.each<[string, unknown, string[]]>([
    ['食品销售', ['食品销售'], ['operator.permits note']],
    ['餐饮服务 beside what needs none', ['软件开发', '餐饮服务'], ['operator.permits note']],
    ['what needs none', ['软件开发'], []],
  ])('where permits are concerned, that is told and nothing else: %s', (_, businessScope, findings) =>
    expect(said({ [`${E}/businessScope`]: businessScope })).toEqual(findings),
  );
});

describe('第十三条第二款: taxes paid, debts arranged', () => {
  test.each<[boolean, boolean, string[]]>([
    [true, true, []],
    [false, true, ['operator.taxes-settled defect']],
    [true, false, ['operator.debts-arranged defect']],
    [false, false, ['operator.taxes-settled defect', 'operator.debts-arranged defect']],
  ])('taxes %s, debts %s', (taxesSettled, debtsArranged, findings) =>
    expect(said({ '/facts/taxesSettled': taxesSettled, '/facts/debtsArranged': debtsArranged })).toEqual(
      findings,
    ),
  );
});

describe('条例 第二十四条第一款: thirty days, the last a working day', () => {
  test.each<[string, string, string[]]>([
    ['2026-10-24', '2026-11-23', []],
    ['2026-10-22', '2026-11-23', []],
    ['2026-10-21', '2026-11-23', ['operator.late note']],
    ['2026-11-24', '2026-11-23', ['operator.decided-later defect']],
    ['2026-01-31', '2026-03-02', []],
    ['2026-01-31', '2026-03-03', ['operator.late note']],
  ])('decided on %s, filed on %s', (decidedOn, on, findings) =>
    expect(said({ '/facts/decidedOn': decidedOn, '/on': on })).toEqual(findings),
  );
});

test.each<[string, string, string[]]>([
  ['2008-11-23', '2026-11-23', []],
  ['2008-11-24', '2026-11-23', ['operator.sixteen-or-seventeen review']],
  ['2010-11-23', '2026-11-23', ['operator.sixteen-or-seventeen review']],
  ['2010-11-24', '2026-11-23', ['operator.under-sixteen defect']],
  ['2012-02-29', '2028-02-28', ['operator.under-sixteen defect']],
  ['2012-02-29', '2028-02-29', ['operator.sixteen-or-seventeen review']],
  ['2008-02-29', '2026-02-28', []],
])('民法典 第十七条、第十八条: born on %s, filed on %s', (bornOn, on, findings) =>
  expect(said({ '/facts/persons/1/bornOn': bornOn, '/on': on, '/facts/decidedOn': on })).toEqual(findings),
);

describe('a family’s business', () => {
  const family = (members: readonly string[]) => ({
    [`${E}/typeName`]: '家庭经营',
    [`${E}/members`]: members.map((one) => ({ subject: subject(one), as: 'family-member' })),
  });
  test.each<[string, readonly string[], string[]]>([
    ['to a member of the family', ['p2'], []],
    ['to nobody of those on file', ['p3'], ['operator.of-the-family review']],
  ])('%s', (_, members, findings) => expect(said(family(members))).toEqual(findings));
  test('a business of one person asks for no family', () =>
    expect(said({ [`${E}/members`]: [] })).toEqual([]));
});
