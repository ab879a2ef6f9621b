import { expect, test } from 'vitest';
import { inboxKeeping } from '../../../catalog/inbox.ts';
import { retentionOfFiling, retentionRules } from '../../../catalog/retention.ts';
import { intakeLimits } from '../../../lib/domain/registration/intake-limits.ts';
import { erasableOnRequest, overSince } from '../../../lib/domain/subject/retention.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';

const on = plainDate;

test.each([
  ['returned', '2026-05-31', '2026-11-29', { erasable: false, why: 'period-runs', until: '2026-11-30' }],
  ['returned', '2026-05-31', '2026-11-30', { erasable: true }],
  ['refused', '2026-01-15', '2027-01-14', { erasable: false, why: 'period-runs', until: '2027-01-15' }],
  ['refused', '2026-01-15', '2027-01-15', { erasable: true }],
  ['withdrawn', '2026-01-15', '2026-01-15', { erasable: true }],
  ['registered', '2000-01-15', '2099-01-15', { erasable: false, why: 'kept-by-law' }],
  ['in-review', '2000-01-15', '2099-01-15', { erasable: false, why: 'kept-by-law' }],
] as const)('a filing %s on %s may on %s be erased on request: %o', (state, ended, today, told) => {
  expect(erasableOnRequest(retentionOfFiling(state), on(ended), on(today))).toEqual(told);
});

test.each([
  ['returned', '2024-11-26'],
  ['refused', '2021-11-26'],
  ['withdrawn', '2025-11-26'],
  ['registered', undefined],
  ['in-review', undefined],
] as const)('of filings %s those decided up to %s have been kept long enough', (state, since) => {
  expect(overSince(retentionOfFiling(state), on('2026-11-26'))).toBe(since);
});

test('each kind has a ground, and what law has kept has no end', () => {
  expect(retentionRules().map(({ id, after }) => [id, after])).toEqual([
    ['registered-filing', 'archive'],
    ['open-filing', 'archive'],
    ['returned-filing', 'erase'],
    ['refused-filing', 'erase'],
    ['withdrawn-filing', 'erase'],
    ['credit-record', 'archive'],
    ['lookup-log', 'archive'],
    ['data-request', 'expire'],
    ['draft', 'expire'],
    ['unused-upload', 'expire'],
    ['notice', 'expire'],
    ['answered-request', 'expire'],
  ]);
  expect(retentionRules().every(({ basis }) => basis.length > 0)).toBe(true);
});

test('what is told of drafts, uploads and notices is how long they are kept', () => {
  const told = Object.fromEntries(retentionRules().map(({ id, period }) => [id, period]));
  expect(told.draft).toEqual({ days: intakeLimits.draft.keptDays });
  expect(told['unused-upload']).toEqual({ days: intakeLimits.material.keptDays });
  expect(told.notice).toEqual({ days: inboxKeeping().keptDays });
});
