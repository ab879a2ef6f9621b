import { expect, test } from 'vitest';
import { decide } from '../../../lib/domain/standard/decide.ts';
import type { FindingEffect, Outcome } from '../../../lib/domain/standard/finding.ts';
import type { Article } from '../../../lib/domain/standard/provenance.ts';
import type { Case, Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';

type Facts = Readonly<Record<string, boolean>>;

const article = (name: string, validFrom: string, validTo?: string): Article => ({
  law: '某法',
  article: name,
  validFrom: plainDate(validFrom),
  ...(validTo !== undefined && { validTo: plainDate(validTo) }),
  confidence: 'seen',
});

const rule = (
  id: string,
  effect: FindingEffect,
  admits: readonly Outcome[],
  articles: readonly Article[] = [],
) =>
  ({
    id,
    effect,
    admits,
    articles,
    message: { zh: id, en: id },
    check: ({ facts }) => (facts[id] ? [{ path: `/${id}`, values: { id } }, { path: `/${id}/again` }] : []),
  }) satisfies Rule<Facts>;

const standard: Standard<Facts> = {
  item: 'an-item',
  version: '1',
  validFrom: plainDate('2026-01-01'),
  materials: [],
  rules: [
    rule('late', 'review', ['refuse', 'register']),
    rule('wrong', 'defect', [], [article('旧条', '2020-01-01', '2026-06-01'), article('新条', '2026-06-01')]),
    rule('doubtful', 'review', ['return', 'register']),
    rule('unknown', 'review', ['register']),
  ],
  limits: { reviewWorkingDays: 3, extensionWorkingDays: 3, articles: [] },
};

const aCase = (facts: Facts, on = '2026-06-01'): Case<Facts> => ({
  facts,
  terms: { nameWords: [], districtWords: [], authorityLevel: 'county', urbanDistrict: false },
  evidence: { nameClaims: [], standings: 'not-read', readOn: plainDate(on) },
  on: plainDate(on),
});

test('nothing found is registered', () => {
  expect(decide(standard, aCase({}))).toEqual({ findings: [], admissible: ['register'] });
});

test('every violation of every rule is told, in the order of the rules', () => {
  const { findings } = decide(standard, aCase({ unknown: true, late: true }));
  expect(findings.map(({ rule, path, values }) => [rule, path, values])).toEqual([
    ['late', '/late', { id: 'late' }],
    ['late', '/late/again', {}],
    ['unknown', '/unknown', { id: 'unknown' }],
    ['unknown', '/unknown/again', {}],
  ]);
});

test.each<[Facts, readonly Outcome[]]>([
  [{ wrong: true }, ['return']],
  [{ wrong: true, late: true, doubtful: true }, ['return']],
  [{ late: true }, ['register', 'refuse']],
  [{ late: true, doubtful: true }, ['register', 'return', 'refuse']],
  [{ unknown: true }, ['register']],
  [{ unknown: true, doubtful: true }, ['register', 'return']],
])('%o admits %o', (facts, admissible) => {
  expect(decide(standard, aCase(facts)).admissible).toEqual(admissible);
});

test.each([
  ['2026-05-31', '旧条'],
  ['2026-06-01', '新条'],
])('on %s a finding names the article in force, %s', (on, name) => {
  const [first] = decide(standard, aCase({ wrong: true }, on)).findings;
  expect(first?.articles.map(({ article: one }) => one)).toEqual([name]);
});
