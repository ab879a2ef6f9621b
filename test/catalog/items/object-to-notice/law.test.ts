import { describe, expect, test } from 'vitest';
import { decided, foundIn } from '../../../support/corpus-case.ts';

const item = 'object-to-notice';
const notice = (kind: string, publishedOn: string, endsOn: string) => ({
  '/facts/notice': kind,
  '/evidence/enterprise/notices': [{ id: 'n1', kind, publishedOn, endsOn, objections: 0 }],
});

describe('条例 第三十三条第二款、第四十条第二款, 公司法 第二百四十一条: within the days of the notice', () => {
  test.each([
    ['simple-cancellation', '2028-02-10', '2028-03-01', '2028-02-09', ['objection.no-notice defect']],
    ['simple-cancellation', '2028-02-10', '2028-03-01', '2028-02-10', []],
    ['simple-cancellation', '2028-02-10', '2028-03-01', '2028-03-01', []],
    ['simple-cancellation', '2028-02-10', '2028-03-01', '2028-03-02', ['objection.no-notice defect']],
    ['compulsory-cancellation', '2026-11-23', '2027-01-22', '2027-01-22', []],
    ['compulsory-cancellation', '2026-11-23', '2027-01-22', '2027-01-23', ['objection.no-notice defect']],
    ['false-registration', '2026-11-23', '2027-01-07', '2027-01-07', []],
    ['false-registration', '2026-11-23', '2027-01-07', '2027-01-08', ['objection.no-notice defect']],
  ])('%s from %s to %s, on %s', (kind, publishedOn, endsOn, on, expected) =>
    expect(foundIn(item, { '/on': on, ...notice(kind, publishedOn, endsOn) })).toEqual(expected),
  );
});

test('whatever the state it stands in, others may object', () => {
  const state = (status: string) => foundIn(item, { '/evidence/enterprise/status': status });
  expect(state('licence-revoked')).toEqual([]);
  expect(state('ordered-to-close')).toEqual([]);
  expect(state('establishment-revoked')).toEqual([]);
  expect(state('cancelled')).toEqual(['enterprise.status defect']);
});

test('an objection is registered on the spot: who has an interest is not judged', () =>
  expect(decided(item).admissible).toEqual(['register']));

describe('条例 第三十三条第二款: it counts by being raised; law asks for no reason, no amount, no code', () => {
  const abroad = {
    '/facts/objector': { kind: 'organisation', code: 'HRB 123456', name: 'Nordwind Handels GmbH' },
    '/facts/materials': [{ kind: 'organisation-authorisation', sha256: 'a'.repeat(64) }],
  };
  test.each<[string, Record<string, unknown>, readonly string[]]>([
    ['no reason', { '/facts/reasonTold': false }, ['objection.reason note']],
    ['no amount', { '/facts/claimFen': 0 }, ['objection.claim note']],
    ['a creditor from abroad', abroad, ['objection.organisation-code note']],
    ['at a window', { '/facts/persons/0/proven': 'in-person' }, ['identity.in-person note']],
  ])('%s', (_, set, expected) => {
    expect(foundIn(item, set)).toEqual(expected);
    expect(decided(item, set).admissible).toEqual(['register']);
  });
});
