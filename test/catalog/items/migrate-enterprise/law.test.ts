import { describe, expect, test } from 'vitest';
import { decided, spoken } from '../../../support/corpus-case.ts';

const ITEM = 'migrate-enterprise';
const E = '/evidence/enterprise';
const kept = { '/facts/name/kept': true, [`${E}/name`]: '子丑县禾岚科技有限公司' };
const asPartnership = (type = 'partnership', name = '午未县禾岚科技合伙企业（有限合伙）') => ({
  [`${E}/type`]: type,
  [`${E}/typeName`]: '有限合伙企业',
  [`${E}/name`]: name,
  '/facts/name/parts/form': '合伙企业（有限合伙）',
  '/facts/principalPlace': { detail: '鼎新路 12 号', premises: 'rented' },
  '/facts/materials': [
    { kind: 'application-form', sha256: 'a' },
    { kind: 'address-document', sha256: 'b' },
    { kind: 'partners-decision', sha256: 'c' },
    { kind: 'amended-agreement', sha256: 'd' },
  ],
});

describe('who may move (云迁移)', () => {
  test.each([
    ['limited-company', []],
    ['joint-stock-company', []],
    ['non-company-legal-person', []],
    ['sole-proprietorship', []],
    ['individual-business', ['enterprise.type']],
    ['cooperative', ['enterprise.type']],
    ['branch', ['enterprise.type']],
  ])('%s', (type, rules) => {
    expect(spoken(ITEM, { [`${E}/type`]: type })).toEqual(rules);
  });

  test('a partnership, by its principal place of business', () => {
    expect(spoken(ITEM, asPartnership(), ['/facts/address'])).toEqual([]);
  });

  test.each(['licence-revoked', 'ordered-to-close', 'establishment-revoked', 'cancelled'])(
    'none that is %s',
    (status) => {
      expect(spoken(ITEM, { [`${E}/status`]: status })).toEqual(['enterprise.status']);
    },
  );
});

describe('before moving in (条例 第二十七条, 实施细则 第三十五条); late is no ground to refuse (条例 第四十六条)', () => {
  test.each([
    ['2026-11-24', []],
    ['2026-11-23', []],
    ['2026-11-22', ['migration.moved-already']],
  ])('moving in on %s', (movesOn, rules) => {
    expect(spoken(ITEM, { '/facts/movesOn': movesOn })).toEqual(rules);
    expect(decided(ITEM, { '/facts/movesOn': movesOn }).admissible).toEqual(['register']);
  });
});

describe('within 30 days of the decision, 15 for partnerships and sole proprietorships', () => {
  /* 2026-11-21 and 22 are a weekend: what ends then ends on Monday, 2026-11-23. */
  test.each([
    ['limited-company', '2026-11-24', ['migration.decided-later']],
    ['limited-company', '2026-11-23', []],
    ['limited-company', '2026-10-24', []],
    ['limited-company', '2026-10-22', []],
    ['limited-company', '2026-10-21', ['migration.late']],
    ['sole-proprietorship', '2026-11-08', []],
    ['sole-proprietorship', '2026-11-06', []],
    ['sole-proprietorship', '2026-11-05', ['migration.late']],
  ])('a %s that decided on %s', (type, decidedOn, rules) => {
    expect(spoken(ITEM, { [`${E}/type`]: type, '/facts/decidedOn': decidedOn })).toEqual(rules);
  });
});

describe('the name is held to the new place (企业名称登记管理规定 第七条、第二十条)', () => {
  test.each([
    ['子丑县', '子丑县禾岚科技有限公司', []],
    ['子丑', '子丑禾岚科技有限公司', []],
    ['甲省', '甲省禾岚科技有限公司', []],
    ['午未县', '午未县禾岚科技有限公司', ['names.division-elsewhere']],
    ['乙省', '乙省禾岚科技有限公司', ['names.division-elsewhere']],
  ])('kept with %s in it', (division, name, rules) => {
    const set = { ...kept, '/facts/name/parts/division': division, [`${E}/name`]: name };
    expect(spoken(ITEM, set)).toEqual(rules);
  });

  test.each([
    ['/facts/name/parts/tradeName', '禾岗'],
    ['/facts/name/parts/industry/class', 'I65'],
    ['/facts/name/parts/form', '有限责任公司'],
  ])('kept, and told with another %s', (path, value) => {
    expect(spoken(ITEM, { ...kept, [path]: value })).toEqual(['migration.name-kept']);
  });

  const claim = (state: string, since: string) => ({
    '/evidence/nameClaims': [
      { name: '子丑县禾岚科技有限责任公司', industry: 'M75', state, holder: '91000000MY0000000X', since },
    ],
  });
  test.each([
    ['registered', '2020-05-01', ['names.taken']],
    ['given-up', '2025-11-23', ['names.taken']],
    ['given-up', '2025-11-22', []],
    ['revoked', '2025-11-23', ['names.taken']],
    ['revoked', '2025-11-22', []],
  ])('and may be taken there: %s since %s (第十七条)', (state, since, rules) => {
    expect(spoken(ITEM, { ...kept, ...claim(state, since) })).toEqual(rules);
    expect(spoken(ITEM, claim(state, since))).toEqual(rules);
  });

  test.each([
    ['有限责任公司', []],
    ['股份有限公司', ['migration.name-form']],
    ['中心（有限合伙）', ['migration.name-form']],
    ['厂', ['migration.name-form']],
  ])('a new one that ends with %s', (form, rules) => {
    expect(spoken(ITEM, { '/facts/name/parts/form': form })).toEqual(rules);
  });

  test.each([
    ['合伙企业（有限合伙）', []],
    ['中心（有限合伙）', []],
    ['合伙企业（普通合伙）', ['migration.name-form']],
    ['合伙企业（特殊普通合伙）', ['migration.name-form']],
  ])('a limited partnership’s that ends with %s', (form, rules) => {
    const set = { ...asPartnership(), '/facts/name/parts/form': form };
    expect(spoken(ITEM, set, ['/facts/address'])).toEqual(rules);
  });
});

describe('what stands in the way', () => {
  test.each([
    [['frozen-equity'], ['register', 'return']],
    [['investigation'], ['register', 'return']],
    [['lawsuit-on-registration'], ['register', 'return']],
    [['court-order'], ['return', 'refuse']],
    [
      ['investigation', 'court-order'],
      ['return', 'refuse'],
    ],
  ])('%s', (obstacles, admissible) => {
    expect(decided(ITEM, { '/facts/obstacles': obstacles }).admissible).toEqual(admissible);
  });

  test.each([
    ['软件开发', []],
    ['危险化学品生产', ['migration.heavy-polluter']],
  ])('with %s in its scope (长江保护法 第二十二条第二款)', (text, rules) => {
    expect(spoken(ITEM, { [`${E}/businessScope/-`]: text })).toEqual(rules);
  });
});
