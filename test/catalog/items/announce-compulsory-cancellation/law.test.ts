import { describe, expect, test } from 'vitest';
import { spoken } from '../../../support/corpus-case.ts';

const ITEM = 'announce-compulsory-cancellation';
const E = '/evidence/enterprise';

describe('three full years without asking to be cancelled (公司法 第二百四十一条, 令784 第八条)', () => {
  test.each([
    ['2023-11-22', '2026-11-22', ['compulsory.three-years']],
    ['2023-11-22', '2026-11-23', []],
    ['2023-11-23', '2026-11-23', ['compulsory.three-years']],
    ['2024-02-29', '2027-02-28', ['compulsory.three-years']],
    ['2024-02-29', '2027-03-01', []],
    ['2021-02-28', '2024-02-28', ['compulsory.three-years']],
    ['2021-02-28', '2024-02-29', []],
    ['2023-12-31', '2026-12-31', ['compulsory.three-years']],
    ['2023-12-31', '2027-01-01', []],
  ])('since %s, on %s', (statusSince, readOn, rules) => {
    expect(spoken(ITEM, { [`${E}/statusSince`]: statusSince, '/evidence/readOn': readOn })).toEqual(rules);
  });
});

test.each([
  [1, ['compulsory.notice-days']],
  [59, ['compulsory.notice-days']],
  [60, []],
  [61, []],
])('a notice of %i days', (days, rules) => {
  expect(spoken(ITEM, { '/facts/days': days })).toEqual(rules);
});

test.each([
  ['limited-company', []],
  ['joint-stock-company', []],
  ['non-company-legal-person', ['enterprise.type']],
  ['sole-proprietorship', ['enterprise.type']],
  ['partnership', ['enterprise.type']],
  ['cooperative', ['enterprise.type']],
  ['individual-business', ['enterprise.type']],
  ['branch', ['enterprise.type']],
])('companies alone: a %s', (type, rules) => {
  expect(spoken(ITEM, { [`${E}/type`]: type })).toEqual(rules);
});

test.each([
  ['licence-revoked', []],
  ['ordered-to-close', []],
  ['establishment-revoked', []],
  ['registered', ['enterprise.status']],
  ['cancelled', ['enterprise.status']],
])('in the state %s', (status, rules) => {
  expect(spoken(ITEM, { [`${E}/status`]: status })).toEqual(rules);
});
