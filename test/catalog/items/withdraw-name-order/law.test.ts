import { expect, test } from 'vitest';
import { spoken } from '../../../support/corpus-case.ts';

const ITEM = 'withdraw-name-order';
const O = '/evidence/enterprise/nameOrders/0';

test.each([
  ['court', 'judgment-reversed', []],
  ['court', 'decision-annulled', ['name-order.other-ground']],
  ['ruling', 'decision-annulled', []],
  ['ruling', 'judgment-reversed', ['name-order.other-ground']],
  ['correction', 'decision-annulled', []],
  ['correction', 'judgment-reversed', ['name-order.other-ground']],
])('ordered by a %s, withdrawn as %s', (ordered, ground, rules) => {
  expect(spoken(ITEM, { [`${O}/ground`]: ordered, '/facts/ground': ground })).toEqual(rules);
});

test('once, and whether or not the name was changed', () => {
  expect(spoken(ITEM, { '/evidence/enterprise/name': '子丑县云岫科技有限公司' })).toEqual([]);
  expect(spoken(ITEM, { [`${O}/withdrawnOn`]: '2026-11-20' })).toEqual(['name-order.unknown']);
});

test('that it was listed is told', () => {
  expect(spoken(ITEM, { [`${O}/listedOn`]: '2026-11-20' })).toEqual(['name-order.listed']);
});

test.each([
  ['2026-11-23', []],
  ['2026-11-24', ['decision.day']],
])('decided on %s', (decidedOn, rules) => {
  expect(spoken(ITEM, { '/facts/decision/decidedOn': decidedOn })).toEqual(rules);
});
