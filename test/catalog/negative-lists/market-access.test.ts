import { expect, test } from 'vitest';
import { accessListOn, marketAccessList } from '../../../catalog/negative-lists/market-access.ts';
import { yangtzeList } from '../../../catalog/negative-lists/yangtze.ts';
import { scopeItems } from '../../../catalog/vocabulary.ts';
import { screenScope } from '../../../lib/domain/screening/screen-scope.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';

const { prohibited, licensed, counts, provenance } = marketAccessList();
const list = accessListOn(plainDate('2026-11-23'));

const told = (text: string) => {
  const [screened] = screenScope([text], list);
  return [
    screened?.result,
    screened?.prohibited.map(({ entry, word }) => `${entry.id} ${word}`),
    screened?.licensed.map(({ id }) => id),
  ];
};

test.each([
  ['家具制造', 'free', [], []],
  ['食品生产', 'licence-after-registration', [], ['ma-licence-food']],
  ['餐饮服务', 'licence-after-registration', [], ['ma-licence-food']],
  ['危险化学品经营', 'licence-before-registration', [], ['ma-licence-dangerous-chemicals']],
  ['烟草制品批发', 'licence-before-registration', [], ['ma-licence-tobacco']],
  ['银行业务', 'licence-before-registration', [], ['ma-licence-banking']],
  // The catalogue's own items hold barred words and are open to whoever has the licence.
  ['支付业务', 'licence-before-registration', [], ['ma-licence-payment']],
  ['融资担保业务', 'licence-before-registration', [], ['ma-licence-guarantees']],
  ['支付技术服务', 'prohibited', ['ma-prohibited-4 支付'], []],
  ['股权众筹平台', 'prohibited', ['ma-prohibited-4 股权众筹'], []],
  ['金融理财咨询', 'prohibited', ['ma-prohibited-4 金融', 'ma-prohibited-4 理财'], []],
  ['相互保险服务', 'prohibited', ['ma-prohibited-4 相互保险'], []],
  ['保险柜销售', 'not-in-our-copy', [], []],
  ['新闻采编', 'prohibited', ['ma-prohibited-6 新闻采编'], []],
  ['传销', 'prohibited', ['ma-prohibited-1 传销'], []],
  ['星际渡运', 'not-in-our-copy', [], []],
  ['危险化学品经营（仅限本企业产品）', 'not-in-our-copy', [], []],
])('%s: %s', (text, ...expected) => {
  expect(told(text)).toEqual(expected);
});

test('the list has six prohibited items and a hundred licensed ones; our copy says which part it is', () => {
  expect(prohibited.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(counts).toEqual({ prohibited: 6, licensed: 100 });
  expect(licensed.length).toBeLessThan(100);
  expect(provenance.edition).toBe('2025年版（发改体改规〔2025〕466号）');
});

test('every scope item that needs an approval is tied to the list, once, and nothing else is', () => {
  const tied = licensed.flatMap((entry) => entry.scopeItems);
  const needing = [...scopeItems().values()]
    .filter(({ approval }) => approval !== 'none')
    .map(({ text }) => text);
  expect(tied.toSorted()).toEqual(needing.toSorted());
});

test('no item of the catalogue that is free holds a barred word', () => {
  const words = prohibited.flatMap((entry) => entry.words.map(({ word }) => word));
  const free = [...scopeItems().values()].filter(({ approval }) => approval === 'none');
  expect(free.filter(({ text }) => words.some((word) => text.includes(word)))).toEqual([]);
});

test('words of a statute are marked as read; words known from an excerpt or from memory are told so', () => {
  const marks = prohibited.flatMap(({ words }) =>
    words.map(({ word, articles }) => [word, articles[0]?.confidence]),
  );
  expect(marks.filter(([, mark]) => mark === 'seen').map(([word]) => word)).toEqual([
    '传销',
    '金融',
    '交易所',
    '交易中心',
    '理财',
    '财富管理',
    '股权众筹',
    '支付',
  ]);
  expect(licensed.filter((entry) => entry.provenance.confidence !== 'memory')).toEqual([]);
});

test('before its edition the list bars and licenses nothing', () => {
  const before = accessListOn(plainDate('2025-04-23'));
  expect(before.barredWords).toEqual([]);
  expect(before.licences.size).toBe(0);
  expect(accessListOn(plainDate('2025-04-24')).barredWords.length).toBeGreaterThan(0);
});

test('the two lists are kept apart', () => {
  const ids = new Set([...prohibited, ...licensed].map(({ id }) => id));
  expect(yangtzeList().entries.filter(({ id }) => ids.has(id))).toEqual([]);
});
