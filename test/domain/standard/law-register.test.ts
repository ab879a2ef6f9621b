import { expect, test } from 'vitest';
import { articleFaults, type LawRegister } from '../../../lib/domain/standard/law-register.ts';
import type { Article } from '../../../lib/domain/standard/provenance.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';

const what = { zh: '改了', en: 'changed' };
const old = { law: '甲法', validFrom: plainDate('2010-01-01'), confidence: 'seen' } as const;
const current = { law: '甲法', validFrom: plainDate('2024-07-01'), confidence: 'seen' } as const;
const rules = { law: '乙办法', validFrom: plainDate('2015-03-01'), confidence: 'seen' } as const;

/** Invented: 甲法 was revised on 2024-07-01; 乙办法 was amended once, and our copy of it ends early. */
const register: LawRegister = {
  laws: [
    { ...old, edition: '1', validTo: plainDate('2024-07-01'), articles: 20 },
    { ...current, edition: '2', articles: 12 },
    { ...rules, edition: '1', amended: [plainDate('2019-05-01')], articles: 9, readTo: 6 },
    { law: '丙规定', edition: '1', validFrom: plainDate('2020-01-01'), confidence: 'memory' },
  ],
  superseded: [
    {
      law: '乙办法',
      article: '第五条第二款',
      since: plainDate('2024-07-01'),
      by: [{ ...current, article: '第三条第一款' }],
      subjectTypes: ['guild'],
      what,
      confidence: 'seen',
    },
  ],
};

const on = plainDate('2025-02-10');
const faultsOf = (cited: readonly Article[], citing = {}) =>
  articleFaults(cited, register, { on, ...citing }).map(([{ article }, fault]) => [article, fault]);

test.each<[string, Article, string[]]>([
  ['the last article of a law', { ...current, article: '第十二条第三款' }, []],
  ['an article the law does not have', { ...current, article: '第十三条' }, ['no-such-article']],
  ['the last article that was read', { ...rules, article: '第六条' }, []],
  ['an article that was not read', { ...rules, article: '第七条' }, ['marked-seen-but-not-read']],
  ['the same, marked so', { ...rules, article: '第七条', confidence: 'memory' }, []],
  [
    'of a law known from memory',
    { ...rules, law: '丙规定', validFrom: plainDate('2020-01-01'), article: '第一条' },
    ['marked-seen-but-not-read'],
  ],
  ['an article as amended', { ...rules, article: '第二条', validFrom: plainDate('2019-05-01') }, []],
  [
    'of a day on which nothing began',
    { ...rules, article: '第二条', validFrom: plainDate('2019-05-02') },
    ['starts-on-another-day'],
  ],
  [
    'of a day before any text',
    { ...rules, article: '第二条', validFrom: plainDate('2015-02-28') },
    ['starts-on-another-day'],
  ],
  ['of a law nobody registered', { ...rules, law: '丁法', article: '第二条' }, ['unregistered-law']],
  ['no article at all', { ...current, article: '第二条、第三条' }, ['malformed']],
  ['a lapsed text', { ...old, article: '第十九条' }, ['lapsed']],
  [
    'an article that itself lapsed',
    { ...current, article: '第二条', validTo: plainDate('2025-02-10') },
    ['lapsed'],
  ],
])('%s', (_, article, faults) => {
  expect(faultsOf([article])).toEqual(faults.map((fault) => [article.article, fault]));
});

test('a text counts from its first day and no longer on the day it ends', () => {
  const cited = [{ ...old, article: '第一条' }];
  const until = plainDate('2024-07-01');
  expect(faultsOf(cited, { on: plainDate('2009-12-31'), until })).toEqual([['第一条', 'not-in-force']]);
  expect(faultsOf(cited, { on: plainDate('2010-01-01'), until })).toEqual([]);
  expect(faultsOf(cited, { on: plainDate('2024-06-30'), until })).toEqual([]);
  expect(faultsOf(cited, { on: plainDate('2024-06-30'), until: plainDate('2024-07-02') })).toEqual([
    ['第一条', 'lapsed'],
  ]);
  expect(faultsOf(cited, { on: plainDate('2024-06-30') })).toEqual([['第一条', 'lapsed']]);
});

test('what gave way needs its successor beside it, as a whole and in part', () => {
  const part = { ...rules, article: '第五条第二款' };
  const whole = { ...rules, article: '第五条' };
  expect(faultsOf([part])).toEqual([['第五条第二款', 'superseded']]);
  expect(faultsOf([whole])).toEqual([['第五条', 'superseded']]);
  expect(faultsOf([{ ...rules, article: '第五条第一款' }])).toEqual([]);
  expect(faultsOf([part, { ...current, article: '第三条' }])).toEqual([]);
  expect(faultsOf([part, { ...current, article: '第三条第一款' }])).toEqual([]);
  expect(faultsOf([part, { ...current, article: '第三条第二款' }])).toEqual([['第五条第二款', 'superseded']]);
});

test('it gave way only for the subject types named, and only from its day', () => {
  const part = { ...rules, article: '第五条第二款' };
  expect(faultsOf([part], { subjectTypes: ['guild', 'shop'] })).toEqual([['第五条第二款', 'superseded']]);
  expect(faultsOf([part], { subjectTypes: ['shop'] })).toEqual([]);
  const before = { on: plainDate('2024-06-30'), until: plainDate('2024-07-01') };
  expect(faultsOf([part], before)).toEqual([]);
  expect(faultsOf([part], { ...before, until: plainDate('2024-07-02') })).toEqual([
    ['第五条第二款', 'superseded'],
  ]);
});
