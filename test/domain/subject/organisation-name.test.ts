import { expect, test } from 'vitest';
import { namePartsOn } from '../../../catalog/name-parts.ts';
import {
  foldName,
  likenessOf,
  openingOf,
  partName,
  tradeNamesIn,
} from '../../../lib/domain/subject/organisation-name.ts';
import { day } from '../../support/records.ts';

const parts = namePartsOn(day('2026-11-23'));

test.each([
  ['重庆青岚科技有限公司', '青岚科技'],
  ['重慶青嵐科技有限公司', '青岚科技'],
  ['青岚（重庆）科技有限责任公司', '青岚科技'],
  ['青岚科技(重庆)股份有限公司', '青岚科技'],
  ['四川省邻水县青岚餐饮店', '青岚餐饮'],
  ['重庆市垫江县 青岚 科技 有限公司', '青岚科技'],
  ['垫江青岚咨询中心（普通合伙）', '青岚咨询中心'],
  ['ＡＢ青岚', 'AB青岚'],
  ['重庆', '重庆'],
])('%s has the core %s', (name, core) => {
  expect(partName(name, parts).core).toBe(core);
});

const registered = { name: '重庆青岚科技有限公司', tradeName: '青岚' };

test.each([
  [
    '重庆青岚科技有限公司',
    ['same', 'same-normalised', 'same-without-division', 'same-without-form', 'same-trade-name'],
  ],
  [
    '重慶青嵐科技有限公司',
    ['same-normalised', 'same-without-division', 'same-without-form', 'same-trade-name'],
  ],
  ['青岚科技有限公司', ['same-without-division', 'same-without-form', 'same-trade-name']],
  ['四川青岚科技股份有限公司', ['same-without-form', 'same-trade-name']],
  ['青岚餐饮有限公司', ['same-trade-name']],
  ['青岚', ['same-trade-name']],
  ['岚青科技有限公司', []],
])('%s is like a registered name by %j', (asked, reasons) => {
  expect(likenessOf(asked, registered, parts)).toEqual(reasons);
});

test('a trade name that goes on is found by its beginning', () => {
  expect(likenessOf('青岚', { name: '青岚山科技有限公司', tradeName: '青岚山' }, parts)).toEqual([
    'trade-name-begins',
  ]);
});

test('trade names of two to ten characters are looked for at the head of a core', () => {
  expect(tradeNamesIn('青')).toEqual([]);
  expect(tradeNamesIn('青岚科技')).toEqual(['青岚', '青岚科', '青岚科技']);
  expect(tradeNamesIn('一二三四五六七八九十一二').length).toBe(9);
  expect(openingOf(foldName('（青） 岚山'))).toBe('青岚');
});
