import { expect, test } from 'vitest';
import { articleNumber, isArticle, overlap } from '../../../lib/domain/standard/article-text.ts';

test.each([
  ['第一条', true],
  ['第一百七十八条第一款第五项', true],
  ['第四十八条第一项', true],
  ['第一千二百五十九条', true],
  ['第一百零一条', true],
  ['第四十七条第一款第', false],
  ['第四十七条 第一款', false],
  ['第47条', false],
  ['四十七条', false],
  ['第四十七', false],
  ['第四十七条第一项第一款', false],
  ['第十七条、第十八条', false],
  ['第四十七条之一', false],
  ['', false],
])('%s is the text of one article: %s', (text, expected) => {
  expect(isArticle(text)).toBe(expected);
});

test.each([
  ['第一条', 1],
  ['第十条', 10],
  ['第十五条第三款', 15],
  ['第二十条', 20],
  ['第九十九条', 99],
  ['第一百条', 100],
  ['第一百零一条', 101],
  ['第一百一十条', 110],
  ['第二百六十六条第二款', 266],
  ['第一千零四十条', 1040],
  ['第一千二百六十条', 1260],
])('%s has the number %d', (text, number) => {
  expect(articleNumber(text)).toBe(number);
});

test.each([
  ['第十二条', '第十二条第五项', true],
  ['第十二条第一款', '第十二条第五项', true],
  ['第十二条第五项', '第十二条第一款第五项', true],
  ['第十二条第四项', '第十二条第五项', false],
  ['第十二条第二款', '第十二条第五项', false],
  ['第二十六条第一款', '第二十六条第二款', false],
  ['第一条', '第十一条', false],
  ['第十二条第十项', '第十二条第十一项', false],
])('%s and %s overlap: %s', (one, other, expected) => {
  expect([overlap(one, other), overlap(other, one)]).toEqual([expected, expected]);
});
