import { describe, expect, test } from 'vitest';
import type { NameFacts } from '../../../catalog/items/filed-name.ts';
import { fullName } from '../../../catalog/names.ts';
import { nameRules } from '../../../catalog/rules/names.ts';
import type { NameClaim } from '../../../lib/domain/standard/evidence.ts';
import type { PlaceTerms } from '../../../lib/domain/standard/place.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';

const county: PlaceTerms = {
  nameWords: [
    { text: '甲省', kind: 'province' },
    { text: '寅市', kind: 'prefecture' },
    { text: '子丑县', kind: 'county' },
    { text: '子丑', kind: 'county' },
    { text: '寅市子丑县', kind: 'prefecture+county' },
  ],
  districtWords: [],
  authorityLevel: 'county',
  urbanDistrict: false,
};
const district: PlaceTerms = {
  nameWords: [
    { text: '丙市', kind: 'province' },
    { text: '丙市辰区', kind: 'province+county' },
  ],
  districtWords: ['辰区'],
  authorityLevel: 'county',
  urbanDistrict: true,
};

const plain: NameFacts = {
  division: '子丑县',
  tradeName: '禾岚',
  industry: { word: '科技', class: 'M75' },
  form: '有限公司',
};
const rules = nameRules<NameFacts>({ name: { at: '', of: (name) => name }, scope: () => ['软件开发'] });

interface How {
  readonly terms?: PlaceTerms;
  readonly on?: string;
  readonly claims?: readonly NameClaim[];
}

/** What is said of a name whose main business (软件开发) is in M75 or I65, without the rules on that. */
function said(name: Partial<NameFacts>, { terms = county, on = '2026-11-23', claims = [] }: How = {}) {
  const examined = {
    facts: { ...plain, ...name },
    terms,
    evidence: { nameClaims: claims, standings: 'not-read' as const, readOn: plainDate(on) },
    on: plainDate(on),
  };
  return rules
    .filter(({ id }) => id !== 'names.industry-not-main-business')
    .flatMap((rule) => rule.check(examined).map(() => `${rule.id} ${rule.effect}`));
}

describe('第五条: normative Chinese characters', () => {
  test.each<[string, string[]]>([
    ['禾岚', []],
    ['禾岚A', ['names.characters defect']],
    ['禾岚88', ['names.characters defect']],
    ['禾·岚', ['names.characters defect']],
    ['華嵐', ['names.normative-characters review']],
    /* A radical that looks like 山 (U+2F2D), a mark of repetition, a merchants' numeral: in the script, and no characters. */
    ['\u2f2d岚', ['names.characters defect', 'names.trade-name-length defect']],
    ['禾岚々', ['names.characters defect']],
    ['禾岚〡', ['names.characters defect']],
    ['禾 岚', ['names.characters defect']],
    /* The character itself, however it was written: 量 among those for compatibility becomes 量 by NFC before this. */
    ['山岚', []],
    ['一〇一', ['names.normative-characters review']],
    ['禾𠮷', ['names.normative-characters review']],
  ])('%s', (tradeName, findings) => expect(said({ tradeName })).toEqual(findings));
});

test('which character a name may not hold is told so that one sees it', () => {
  const [rule] = rules.filter(({ id }) => id === 'names.characters');
  const words = (tradeName: string) =>
    rule?.check({
      facts: { ...plain, tradeName },
      terms: county,
      evidence: { nameClaims: [], standings: 'not-read', readOn: plainDate('2026-11-23') },
      on: plainDate('2026-11-23'),
    });
  expect(words('禾 岚A')).toEqual([{ path: '/tradeName', values: { words: ['U+0020', 'A'] } }]);
  expect(words('\u2f2d岚')).toEqual([{ path: '/tradeName', values: { words: ['\u2f2d(U+2F2D)'] } }]);
});

describe('第六条: division, trade name, industry, form, in this order', () => {
  test('the parts make the name', () => expect(fullName(plain)).toBe('子丑县禾岚科技有限公司'));
  test.each<[string, Partial<NameFacts>, string[]]>([
    ['without a division', { division: undefined }, ['names.division-omitted defect']],
    [
      'without a division, across provinces',
      { division: undefined, declares: ['cross-province'] },
      ['names.cross-province review'],
    ],
    ['without an industry', { industry: undefined }, ['names.industry-omitted defect']],
    [
      'without an industry, across industries',
      { industry: undefined, declares: ['multi-industry'] },
      ['names.multi-industry review'],
    ],
    [
      'the one exception does not stand for the other',
      { division: undefined, declares: ['multi-industry'] },
      ['names.division-omitted defect'],
    ],
  ])('%s', (_, name, findings) => expect(said(name)).toEqual(findings));
});

describe('第七条: a division of the place, of county level or above', () => {
  test.each<[string, Partial<NameFacts>, PlaceTerms, string[]]>([
    ['the county', { division: '子丑县' }, county, []],
    ['the prefecture', { division: '寅市' }, county, []],
    ['the province', { division: '甲省' }, county, []],
    ['another county', { division: '卯县' }, county, ['names.division-elsewhere defect']],
    ['a township', { division: '鼎屏镇' }, county, ['names.division-elsewhere defect']],
    ['a district behind its city', { division: '丙市辰区' }, district, []],
    ['a district alone', { division: '辰区' }, district, ['names.district-alone defect']],
    ['a zone alone', { division: '高竹新区' }, county, ['names.zone-alone defect']],
    [
      'a trade name headed by another province',
      { tradeName: '重庆禾岚' },
      county,
      ['names.trade-name-headed-by-division review'],
    ],
    [
      'headed by another county',
      { tradeName: '垫江县禾岚' },
      county,
      ['names.trade-name-headed-by-division review'],
    ],
    ['an ordinary word that is also short for a county', { tradeName: '长寿禾岚' }, county, []],
    ['a division inside a trade name', { tradeName: '禾岚重庆' }, county, []],
    ['a zone behind a division', { zone: '高竹新区' }, county, ['names.zone review']],
    [
      'a zone without a division',
      { division: undefined, zone: '高竹新区', declares: ['cross-province'] },
      county,
      ['names.cross-province review', 'names.zone-alone defect'],
    ],
  ])('%s', (_, name, terms, findings) => expect(said(name, { terms })).toEqual(findings));
});

describe('第八条: two or more characters, no division and no industry unless with another meaning', () => {
  test.each<[string, Partial<NameFacts>, string[]]>([
    ['one character', { tradeName: '禾' }, ['names.trade-name-length defect']],
    ['two characters', { tradeName: '禾岚' }, []],
    ['a division', { tradeName: '杭州市' }, ['names.trade-name-is-division defect']],
    [
      'a division with another meaning',
      { tradeName: '杭州市', declares: ['other-meaning'] },
      ['names.other-meaning review'],
    ],
    ['an industry', { tradeName: '餐饮' }, ['names.trade-name-is-industry defect']],
    [
      'an industry with another meaning',
      { tradeName: '餐饮', declares: ['other-meaning'] },
      ['names.other-meaning review'],
    ],
  ])('%s', (_, name, findings) => expect(said(name)).toEqual(findings));
});

test.each<[string, Partial<NameFacts>, string[]]>([
  ['科技 M75', {}, []],
  [
    'a class that the classification lacks',
    { industry: { word: '科技', class: 'M76' } },
    ['names.industry-class defect', 'names.industry-word review'],
  ],
  [
    'a word of usage nobody listed',
    { industry: { word: '云创', class: 'M75' } },
    ['names.industry-word review'],
  ],
])('第九条: %s', (_, name, findings) => expect(said(name)).toEqual(findings));

describe('第十一条: in each of the nine groups something is barred or judged', () => {
  test.each<[string, string, string]>([
    ['一', '台独', 'names.forbidden-words defect'],
    ['一', '国徽', 'names.doubtful-words review'],
    ['二', '黑社会', 'names.forbidden-words defect'],
    ['二', '传销', 'names.doubtful-words review'],
    ['三', '国务院', 'names.forbidden-words defect'],
    ['三', '党中央', 'names.forbidden-words defect'],
    ['三', '共青团', 'names.forbidden-words defect'],
    ['三', '妇联', 'names.doubtful-words review'],
    ['三', '八一', 'names.doubtful-words review'],
    ['四', '俄罗斯', 'names.forbidden-words defect'],
    ['四', '联合国', 'names.doubtful-words review'],
    ['四', '肯尼亚', 'names.doubtful-words review'],
    ['四', '世界贸易组织', 'names.doubtful-words review'],
    ['五', '赌场', 'names.forbidden-words defect'],
    ['五', '恐怖主义', 'names.forbidden-words defect'],
    ['五', '算命', 'names.doubtful-words review'],
    ['六', '种族歧视', 'names.forbidden-words defect'],
    ['六', '蛮夷', 'names.doubtful-words review'],
    ['七', '法西斯', 'names.forbidden-words defect'],
    ['七', '包养', 'names.doubtful-words review'],
    ['八', '国家级', 'names.doubtful-words review'],
    ['八', '央企', 'names.doubtful-words review'],
    ['九', '保险', 'names.doubtful-words review'],
    ['九', '小额贷款', 'names.doubtful-words review'],
    ['九 (防范和处置非法集资条例 第九条)', '财富管理', 'names.financial-words review'],
  ])('group %s: %s', (_, word, finding) => {
    expect(said({ tradeName: `禾岚${word}` })).toContain(finding);
    expect(said({ industry: { word: `${word}科技`, class: 'M75' } })).toContain(finding);
  });
});

describe('第十二条: 中国 and its like', () => {
  test.each<[string, Partial<NameFacts>, string[]]>([
    [
      'at the head',
      { division: undefined, tradeName: '中华禾岚', declares: ['cross-province'] },
      ['names.cross-province review', 'names.state-word-at-head defect'],
    ],
    [
      'at the head, with the approval of the State Council',
      { division: undefined, tradeName: '全国禾岚', declares: ['cross-province', 'state-council-approval'] },
      ['names.cross-province review', 'names.state-council-approval review'],
    ],
    ['inside', { tradeName: '禾岚全国' }, ['names.state-word-inside review']],
    ['（中国） of nobody in particular', { china: 'after-trade-name' }, ['names.china-qualifier defect']],
    [
      '（中国） of a foreign investor’s trade name',
      { china: 'before-form', declares: ['foreign-investor-trade-name'] },
      ['names.foreign-investor-trade-name review'],
    ],
    ['the declaration without the word', { declares: ['foreign-investor-trade-name'] }, []],
  ])('%s', (_, name, findings) => expect(said(name)).toEqual(findings));
  test('where it stands', () => {
    expect(fullName({ ...plain, division: undefined, china: 'after-trade-name' })).toBe(
      '禾岚（中国）科技有限公司',
    );
    expect(fullName({ ...plain, china: 'before-form' })).toBe('子丑县禾岚科技（中国）有限公司');
  });
});

describe('第十四条: 集团 only of a controlling enterprise', () => {
  test.each<[string, Partial<NameFacts>, string[]]>([
    ['集团 of nobody in particular', { group: '集团' }, ['names.group-word defect']],
    [
      '（集团） of a controlling enterprise',
      { group: '（集团）', declares: ['controlling-enterprise'] },
      ['names.group-controlling review'],
    ],
    ['集团 inside the trade name', { tradeName: '禾岚集团' }, ['names.doubtful-words review']],
  ])('%s', (_, name, findings) => expect(said(name)).toEqual(findings));
  test('it stands before the form', () => {
    expect(fullName({ ...plain, group: '集团' })).toBe('子丑县禾岚科技集团有限公司');
    expect(fullName({ ...plain, group: '（集团）' })).toBe('子丑县禾岚科技（集团）有限公司');
  });
});

test.each<[string, Partial<NameFacts>, string[]]>([
  ['none', { contains: [] }, []],
  [
    'one that it holds',
    { tradeName: '云岫纺织厂禾岚', contains: ['云岫纺织厂'] },
    ['names.contains-other-name review'],
  ],
  ['one that it does not hold', { contains: ['云岫纺织厂'] }, ['names.contained-name defect']],
])('第十五条: names of others within this one: %s', (_, name, findings) =>
  expect(said(name)).toEqual(findings),
);

describe('第十七条: the same trade name within one authority', () => {
  const claim = (state: NameClaim['state'], since: string, changes: Partial<NameClaim> = {}): NameClaim => ({
    name: '子丑县禾岚软件有限公司',
    industry: 'M75',
    state,
    holder: '91000000MY0000000X',
    since: plainDate(since),
    ...changes,
  });
  const taken = ['names.taken defect'];
  const judged = ['names.taken-by-relation review'];

  test.each<[string, NameClaim['state'], string, string, string[]]>([
    ['registered, however long ago', 'registered', '1999-01-01', '2026-11-23', taken],
    ['given up on the day', 'given-up', '2026-11-23', '2026-11-23', taken],
    ['given up a year ago to the day', 'given-up', '2025-11-23', '2026-11-23', taken],
    ['given up a year and a day ago', 'given-up', '2025-11-22', '2026-11-23', []],
    ['revoked a year ago to the day', 'revoked', '2025-11-23', '2026-11-23', taken],
    ['revoked a year and a day ago', 'revoked', '2025-11-22', '2026-11-23', []],
    ['given up on 29 February, on 28 February', 'given-up', '2024-02-29', '2025-02-28', taken],
    ['given up on 29 February, on 1 March', 'given-up', '2024-02-29', '2025-03-01', []],
    [
      'given up on 28 February before a leap day, on 28 February',
      'given-up',
      '2023-02-28',
      '2024-02-28',
      taken,
    ],
    [
      'given up on 28 February before a leap day, on the leap day',
      'given-up',
      '2023-02-28',
      '2024-02-29',
      [],
    ],
    ['revoked on 31 December, on 31 December', 'revoked', '2025-12-31', '2026-12-31', taken],
    ['revoked on 31 December, on 1 January', 'revoked', '2025-12-31', '2027-01-01', []],
  ])('%s', (_, state, since, on, findings) =>
    expect(said({}, { on, claims: [claim(state, since)] })).toEqual(findings),
  );

  test.each<[string, string, string[]]>([
    ['on its last day', '2027-01-23', taken],
    ['on the next', '2027-01-24', []],
  ])('reserved until 2027-01-24, exclusive: %s', (_, on, findings) =>
    expect(
      said({}, { on, claims: [claim('reserved', '2026-11-23', { until: plainDate('2027-01-24') })] }),
    ).toEqual(findings),
  );

  test.each<[string, NameClaim, Partial<NameFacts>, string[]]>([
    ['another industry', claim('registered', '2020-01-01', { industry: 'H62' }), {}, []],
    ['without one there', { ...claim('registered', '2020-01-01'), industry: undefined } as never, {}, taken],
    [
      'without one here',
      claim('registered', '2020-01-01'),
      { industry: undefined, declares: ['multi-industry'] },
      ['names.multi-industry review', 'names.taken-without-industry review'],
    ],
    [
      'the same word for word, whatever the industry',
      claim('registered', '2020-01-01', { industry: 'H62', name: '子丑县禾岚科技有限公司' }),
      {},
      taken,
    ],
  ])('industry: %s', (_, one, name, findings) => expect(said(name, { claims: [one] })).toEqual(findings));

  test.each<[string, NameClaim['state'], NameFacts['declares'], string[]]>([
    ['investment relation, registered (一)', 'registered', ['investment-relation'], judged],
    ['investment relation, given up (二)', 'given-up', ['investment-relation'], judged],
    ['investment relation, revoked (三)', 'revoked', ['investment-relation'], judged],
    ['taken over, registered (一): no exception', 'registered', ['name-acquired'], taken],
    ['taken over, reserved (一): no exception', 'reserved', ['name-acquired'], taken],
    ['taken over, given up (二)', 'given-up', ['name-acquired'], judged],
    ['taken over, revoked (三): no exception', 'revoked', ['name-acquired'], taken],
  ])('exceptions: %s', (_, state, declares, findings) =>
    expect(said({ declares }, { claims: [claim(state, '2026-06-30')] })).toEqual(findings),
  );
});
