import { expect, test } from 'vitest';
import { fillIn, languageOf } from '../../lib/edge/language.ts';

test.each([
  [undefined, 'zh-CN'],
  ['', 'zh-CN'],
  ['en', 'en'],
  ['en-GB,en;q=0.8', 'en'],
  ['zh-CN,en;q=0.9', 'zh-CN'],
  ['zh;q=0.5, en;q=0.9', 'en'],
  ['en;q=0', 'zh-CN'],
  ['fr, de', 'zh-CN'],
  ['*', 'zh-CN'],
  ['EN-us', 'en'],
  [';;;q=,,', 'zh-CN'],
])('Accept-Language %j gives %s', (header, language) => {
  expect(languageOf(header)).toBe(language);
});

test('a list is joined as its language does', () => {
  expect(fillIn('{a}', { a: ['x', 'y'] }, 'en')).toBe('x, y');
  expect(fillIn('{a}', { a: ['x', 'y'] }, 'zh-CN')).toBe('x、y');
});

test('what a value says is not read as a place for another', () => {
  expect(fillIn('{a} {b} {constructor}', { a: '{b}', b: '$&' })).toBe('{b} $& {constructor}');
});

test('values are put in by name, lists joined, and what is not given stays visible', () => {
  expect(fillIn('{a}、{b}：{c}', { a: 1, b: ['x', 'y'] })).toBe('1、x、y：{c}');
});
