import { expect, test } from 'vitest';
import type { NameFacts } from '../../../catalog/items/filed-name.ts';
import { addressRules } from '../../../catalog/rules/address.ts';
import { investorRules } from '../../../catalog/rules/investors.ts';
import { nameRules } from '../../../catalog/rules/names.ts';
import { scopeRules } from '../../../catalog/rules/scope.ts';
import type { Evidence } from '../../../lib/domain/standard/evidence.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { FILED_ON } from '../../support/a-filing.ts';

interface Changes {
  readonly changes: {
    readonly name?: NameFacts;
    readonly scope?: readonly { readonly text: string }[];
    readonly address?: { readonly detail: string };
  };
}

const rules: readonly Rule<Changes>[] = [
  ...nameRules<Changes>({
    name: { at: '/changes/name', of: ({ changes }) => changes.name },
    scope: ({ changes }) => (changes.scope ?? []).map(({ text }) => text),
  }),
  ...scopeRules<Changes>({ at: '/changes/scope', of: ({ changes }) => changes.scope }),
  ...addressRules<Changes>(
    { at: '/changes/address', of: ({ changes }) => changes.address },
    { zh: '主要经营场所', en: 'main place of business', articles: [] },
  ),
];

const evidence: Evidence = {
  nameClaims: [{ name: '禾岚商店', state: 'registered', holder: 'another', since: FILED_ON }],
  standings: 'not-read',
  readOn: FILED_ON,
};

const pathsOf = (facts: Changes) =>
  rules.flatMap(({ id, check }) =>
    check({
      facts,
      terms: { nameWords: [], districtWords: [], authorityLevel: 'county', urbanDistrict: false },
      evidence,
      on: FILED_ON,
    }).map(({ path }) => [id, path]),
  );

test('nothing is found in parts that a filing does not have', () => {
  expect(pathsOf({ changes: {} })).toEqual([]);
});

test('paths lead through the place of the part', () => {
  const name: NameFacts = {
    tradeName: '禾岚',
    industry: { word: '餐饮', class: 'H62' },
    form: '厂',
    declares: ['other-meaning'],
  };
  expect(
    pathsOf({
      changes: { name, scope: [{ text: '软件开发' }, { text: '软件开发' }], address: { detail: '12' } },
    }),
  ).toEqual([
    ['names.division-omitted', '/changes/name'],
    ['names.industry-not-main-business', '/changes/name/industry/class'],
    ['names.taken', '/changes/name/tradeName'],
    ['scope.named-twice', '/changes/scope/1/text'],
    ['address.detail', '/changes/address/detail'],
  ]);
});

test('texts speak of the place and of the investors by the words of the item', () => {
  const address = rules.find(({ id }) => id === 'address.detail');
  expect(address?.message).toEqual({
    zh: '主要经营场所应当写明街道（乡镇、村）和门牌',
    en: 'The main place of business has to name street (or village) and number',
  });
  const [namedTwice] = investorRules({
    investors: { at: '', of: () => [] },
    id: 'investors',
    word: { zh: '投资人', en: 'investor' },
    enterpriseEn: 'enterprise',
    articles: [],
  });
  expect([namedTwice?.id, namedTwice?.message.zh, namedTwice?.message.en]).toEqual([
    'investors.named-twice',
    '同一投资人只应列明一次',
    'An investor is named once',
  ]);
});
