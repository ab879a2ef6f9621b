import { expect, test } from 'vitest';
import { industryWords, isIndustryClass, nameWords, scopeItems } from '../../../catalog/vocabulary.ts';

test('every word list is read and checked, and no word both forbids and is only doubted', () => {
  const { forbidden, doubtful, state, zoneEndings, traditional } = nameWords();
  expect(forbidden).toContain('人民政府');
  expect(doubtful).toContain('银行');
  expect(forbidden.filter((word) => doubtful.includes(word))).toEqual([]);
  expect(state).toEqual(['中国', '中华', '中央', '全国', '国家']);
  expect(zoneEndings).toContain('新区');
  expect(traditional.has('華')).toBe(true);
  expect(traditional.has('华')).toBe(false);
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
