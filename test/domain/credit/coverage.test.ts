import { expect, test } from 'vitest';
import { coverageOf, earliestCoverage, horizonOf, type Source } from '../../../lib/domain/credit/coverage.ts';
import { anArticle, day, instant } from '../../support/records.ts';

const source: Source = {
  id: 'east-debtors',
  jurisdiction: 'EAST',
  classes: ['debtor'],
  name: { zh: '示例', en: 'Example' },
  owner: 'court-east',
  maximumLagHours: 48,
  provenance: { source: '示例', edition: '1', validFrom: anArticle().validFrom, confidence: 'inference' },
};
const now = instant('2026-11-23T10:00:00.000Z');

test.each([
  ['2026-11-23T10:00:00.000Z', 'fresh'],
  ['2026-11-21T10:00:00.000Z', 'fresh'],
  ['2026-11-21T09:59:59.999Z', 'stale'],
])('complete up to %s is %s', (completeUpTo, state) => {
  expect(coverageOf(source, instant(completeUpTo), now)).toEqual({
    source: 'east-debtors',
    completeUpTo,
    state,
  });
});

test('a source that never said anything never started', () => {
  expect(coverageOf(source, undefined, now)).toEqual({ source: 'east-debtors', state: 'never-started' });
});

test('a question about today needs sources up to now, about a past day up to its end in China', () => {
  expect(horizonOf(day('2026-11-23'), now)).toBe('2026-11-23T10:00:00.000Z');
  expect(horizonOf(day('2026-11-20'), now)).toBe('2026-11-20T16:00:00.000Z');
  expect(horizonOf(day('2026-11-20'), instant('2026-06-01T00:00:00.000Z'))).toBe('2026-06-01T00:00:00.000Z');
});

test('what holds of all sources holds as of the earliest, and of none if one cannot say', () => {
  const one = coverageOf(source, instant('2026-11-22T00:00:00.000Z'), now);
  const other = coverageOf(source, instant('2026-11-23T00:00:00.000Z'), now);
  expect(earliestCoverage([other, one])).toBe('2026-11-22T00:00:00.000Z');
  expect(earliestCoverage([one, coverageOf(source, undefined, now)])).toBeUndefined();
  expect(earliestCoverage([])).toBeUndefined();
});
