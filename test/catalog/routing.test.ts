import { describe, expect, test } from 'vitest';
import { getAuthority } from '../../catalog/authorities.ts';
import { listDivisions } from '../../catalog/divisions.ts';
import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { type RoutedMatter, stateInvestors } from '../../catalog/route-filing.ts';
import { decidingAuthority, listRoutingRules, reasonOf, reasonOfHolder } from '../../catalog/routing.ts';
import { enterpriseTypes as subjectTypes } from '../../lib/domain/registration/enterprise-type.ts';
import { plainDate } from '../../lib/domain/time/plain-date.ts';

const today = plainDate('2026-11-23');
const route = (division: string, kind: Partial<RoutedMatter> = {}) =>
  decidingAuthority({ subjectType: 'limited-company', stateInvestor: 'none', division, on: today, ...kind });
const state = { stateInvestor: 'provincial-or-above' } as const;
const stock = { subjectType: 'joint-stock-company' } as const;

test.each([
  ['511623', {}, 'reg-511623'],
  ['500231', {}, 'reg-500231'],
  ['500112', {}, 'reg-500112'],
  ['511002', {}, 'reg-511002'],
  ['511623', stock, 'reg-511600'],
  ['500231', stock, 'reg-500000'],
  ['511623', state, 'reg-510000'],
  ['500112', { ...state, ...stock }, 'reg-500000'],
])('a company of %s %j is decided by %s', (division, kind, expected) => {
  expect(route(division, kind).authority?.id).toBe(expected);
});

test('the answer carries its rule with the article', () => {
  expect(route('511623', state)).toMatchObject({
    rule: {
      id: 'state-investor',
      articles: [{ law: '市场主体登记管理条例实施细则', article: '第四条', confidence: 'seen' }],
    },
  });
});

describe('why it decides can be told', () => {
  const reason = (moves = false) => {
    const routing = route('511623', stock);
    if (routing.authority === undefined) throw new Error('It is routed');
    const { articles, ...told } = reasonOf(routing, moves);
    return { ...told, articles: articles.map(({ law, article }) => `${law} ${article}`) };
  };

  test('by the rule, in words, with its article', () => {
    expect(reason()).toEqual({
      authority: 'reg-511600',
      because: 'joint-stock',
      text: {
        zh: '股份有限公司由地市级以上登记机关登记',
        en: 'A joint stock company is registered at the prefecture level or above',
      },
      articles: ['市场主体登记管理条例实施细则 第四条'],
    });
  });

  test('of an enterprise that moves, with the article on moves', () => {
    expect(reason(true).articles).toEqual([
      '市场主体登记管理条例实施细则 第四条',
      '市场主体登记管理条例 第二十七条',
    ]);
  });

  test('of an enterprise in the register, since it holds the registration', () => {
    expect(reasonOfHolder(getAuthority('reg-511623'))).toMatchObject({
      authority: 'reg-511623',
      because: 'holds-registration',
      articles: [{ law: '市场主体登记管理条例实施细则', article: '第十条' }],
    });
  });
});

describe('no authority decides', () => {
  test.each([
    ['511600', 'not-a-county-level-place', []],
    ['500000', 'not-a-county-level-place', []],
    ['500228', 'withdrawn-division', ['500155']],
    ['511721', 'withdrawn-division', ['511702', '511703']],
    ['110101', 'unknown-division', []],
  ])('for %s: %s', (division, reason, successors) => {
    const routing = route(division);
    expect(routing.authority).toBeUndefined();
    expect('reason' in routing && [routing.reason, routing.successors.map(({ code }) => code)]).toEqual([
      reason,
      successors,
    ]);
  });

  test('before the first day of the authorities we know', () => {
    expect(route('511623', { on: plainDate('2018-12-31') })).toEqual({
      reason: 'no-authority',
      successors: [],
    });
  });
});

test('every rule is of a known side, and every current place resolves for every kind of company', () => {
  const sides = jurisdictions.map(({ code }) => code);
  expect(listRoutingRules().filter(({ jurisdiction = 'CQ' }) => !sides.includes(jurisdiction))).toEqual([]);
  const used = new Set<string>();
  for (const { code, jurisdiction } of listDivisions(today).filter(({ level }) => level === 'county'))
    for (const subjectType of subjectTypes)
      for (const stateInvestor of stateInvestors) {
        const routing = route(code, { subjectType, stateInvestor });
        expect([code, routing.authority?.jurisdiction]).toEqual([code, jurisdiction]);
        if (routing.authority !== undefined) used.add(routing.rule.id);
      }
  expect([...used].sort()).toEqual(
    listRoutingRules()
      .map(({ id }) => id)
      .sort(),
  );
});
