import { expect, test } from 'vitest';
import {
  industryWords,
  isIndustryClass,
  nameWords,
  scopeItems,
  type WordIndex,
  wordsIn,
} from '../../../catalog/vocabulary.ts';

const wordsOf = (index: WordIndex) => [...index.values()].flat();

test('every word list is read and checked, and no word both forbids and is only doubted', () => {
  const { forbidden, doubtful, state, zoneEndings, traditional } = nameWords();
  expect(wordsOf(forbidden)).toContain('人民政府');
  expect(wordsOf(doubtful)).toContain('银行');
  expect(wordsOf(forbidden).filter((word) => wordsOf(doubtful).includes(word))).toEqual([]);
  expect(state).toEqual(['中国', '中华', '中央', '全国', '国家']);
  expect(zoneEndings).toContain('新区');
  expect(traditional.has('華')).toBe(true);
  expect(traditional.has('华')).toBe(false);
});

test('the words of an index are found wherever they stand, each once', () => {
  const index: WordIndex = new Map([
    ['甲', ['甲乙', '甲丙']],
    ['乙', ['乙']],
  ]);
  expect(wordsIn('丙甲乙甲丙乙', index)).toEqual(['甲乙', '乙', '甲丙']);
  expect(wordsIn('𠀀甲', index)).toEqual([]);
  expect(wordsIn('', index)).toEqual([]);
});

test.each([
  ['A01', true],
  ['A05', true],
  ['A06', false],
  ['A00', false],
  ['B06', true],
  ['M75', true],
  ['M76', false],
  ['T97', true],
  ['T98', false],
])('GB/T 4754 has %s: %s', (code, has) => {
  expect(isIndustryClass(code)).toBe(has);
});

test('words and scope items stand in classes that there are', () => {
  const classes = [
    ...industryWords().values(),
    ...[...scopeItems().values()].map((item) => item.classes),
  ].flat();
  expect(classes.filter((code) => !isIndustryClass(code))).toEqual([]);
});

test('some scope items need approval before registration, some after, most none', () => {
  expect(scopeItems().get('爆破作业')?.approval).toBe('before');
  expect(scopeItems().get('餐饮服务')?.approval).toBe('after');
  expect(scopeItems().get('软件开发')?.approval).toBe('none');
});
