import { describe, expect, test } from 'vitest';
import { foundItem } from '../../../../catalog/items.ts';
import { decided, foundIn } from '../../../support/corpus-case.ts';

const INTO = ['company', 'sole-proprietorship', 'partnership'].map(
  (type) => [`convert-individual-business-into-${type}`, `establish-${type}`] as const,
);
const E = '/evidence/enterprise';
const subject = (name: string) => `P:test:${`${name}-`.padEnd(43, 'x')}`;

describe.each(INTO)('%s', (item, establishment) => {
  const said = (set: Readonly<Record<string, unknown>> = {}, remove: readonly string[] = []) =>
    foundIn(item, set, remove);

  test('实施细则 第三十七条第三款: on the spot, under every condition of the establishment', () => {
    expect(decided(item).admissible).toEqual(['register']);
    const rulesOf = (id: string) => foundItem(id)?.standards[0]?.rules.map(({ id: rule }) => rule) ?? [];
    expect(rulesOf(establishment).length).toBeGreaterThan(40);
    expect(rulesOf(establishment).filter((rule) => !rulesOf(item).includes(rule))).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    ['individual-business', '家庭经营', []],
    ['limited-company', '有限责任公司', ['enterprise.type defect']],
    ['sole-proprietorship', '个人独资企业', ['enterprise.type defect']],
    ['branch', '分公司', ['enterprise.type defect']],
  ])('of a %s (%s)', (type, typeName, findings) =>
    expect(said({ [`${E}/type`]: type, [`${E}/typeName`]: typeName })).toEqual(findings),
  );

  test.each<[string, string[]]>([
    ['registered', []],
    ['licence-revoked', ['enterprise.status defect']],
    ['ordered-to-close', ['enterprise.status defect']],
    ['cancelled', ['enterprise.status defect']],
  ])('that is %s', (status, findings) => expect(said({ [`${E}/status`]: status })).toEqual(findings));

  test.each<[boolean, boolean, string[]]>([
    [true, true, []],
    [false, true, ['conversion.taxes-settled defect']],
    [true, false, ['conversion.debts-arranged defect']],
    [false, false, ['conversion.taxes-settled defect', 'conversion.debts-arranged defect']],
  ])('促进个体工商户发展条例 第十三条第二款: taxes %s, debts %s', (taxesSettled, debtsArranged, findings) =>
    expect(said({ '/facts/taxesSettled': taxesSettled, '/facts/debtsArranged': debtsArranged })).toEqual(
      findings,
    ),
  );

  test.each<[string[], string[]]>([
    [['软件开发'], []],
    [['餐饮服务'], ['conversion.permits note']],
  ])('第十三条第一款: permits for %j are told of', (businessScope, findings) =>
    expect(said({ [`${E}/businessScope`]: businessScope })).toEqual(findings),
  );

  test.each<[string, object[], string[]]>([
    ['is open', [{}], ['conversion.inquiry review']],
    ['was extended', [{ extendedOn: '2026-11-20' }], ['conversion.inquiry review']],
    ['is closed', [{ closedOn: '2026-11-23' }], []],
    ['is closed, and another is open', [{ closedOn: '2026-11-01' }, {}], ['conversion.inquiry review']],
  ])('实施细则 第五十二条第二款第二项: an inquiry that %s', (_, days, findings) => {
    const inquiry = { id: 'i1', concerns: 'f1', acceptedOn: '2026-09-01' };
    const inquiries = days.map((day) => ({ ...inquiry, ...day }));
    expect(said({ [`${E}/inquiries`]: inquiries })).toEqual(findings);
    const { admissible } = decided(item, { [`${E}/inquiries`]: inquiries });
    expect(admissible).toEqual(findings.length > 0 ? ['register', 'return'] : ['register']);
  });

  test('实施细则 第十五条第一款: its operator signs', () => {
    expect(said({ [`${E}/heads`]: [subject('p9')] })).toEqual([
      'conversion.operator-left-out review',
      'applicant.signer defect',
    ]);
  });

  test('in the area of its own authority alone', () => {
    expect(said({ [`${E}/withDecidingAuthority`]: false })).toEqual(['conversion.other-authority defect']);
  });
});

describe('the conditions of the type to be, on both sides', () => {
  const company = 'convert-individual-business-into-company';
  test.each<[string, string[]]>([
    ['2031-11-23', []],
    ['2031-11-24', ['capital.pay-by defect']],
  ])('公司法 第四十七条第一款: paid by %s', (payBy, findings) =>
    expect(foundIn(company, { '/facts/shareholders/0/payBy': payBy })).toEqual(findings),
  );
  test.each<[string, string, string, string[]]>([
    ['sole-proprietorship', '/facts/employees', '0', ['staff.none defect']],
    ['sole-proprietorship', '/facts/employees', '1', []],
  ])('个人独资企业法 第八条第五项: %s %s %s', (type, path, count, findings) =>
    expect(foundIn(`convert-individual-business-into-${type}`, { [path]: Number(count) })).toEqual(findings),
  );
  test('合伙企业法 第六十一条第一款: one partner is none', () => {
    const found = foundIn('convert-individual-business-into-partnership', {}, ['/facts/partners/1']);
    expect(found).toContain('partners.count-of-limited defect');
  });
});
