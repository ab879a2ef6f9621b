import { describe, expect, test } from 'vitest';
import type { EnterpriseType } from '../../../../lib/domain/registration/enterprise-type.ts';
import { findingsOf, rulesOf, SCOPE } from './a-change.ts';

/** Findings on the time of a change of scope, which every type has registered. */
const timeOf = (type: EnterpriseType, decidedOn: string, on: string) =>
  findingsOf(SCOPE, { decidedOn, on, enterprise: { type } })
    .filter(({ rule }) => rule.startsWith('change.'))
    .map(({ rule, effect, values }) => [rule, effect, values.latest]);

describe('条例 第二十四条: thirty days from the decision', () => {
  test.each<[string, string, string]>([
    ['the thirtieth day', '2026-10-20', '2026-11-19'],
    ['the month end of a shorter month', '2026-01-31', '2026-03-02'],
    ['over 29 February of a leap year', '2028-01-31', '2028-03-01'],
    ['a Saturday moves to Monday', '2026-10-22', '2026-11-23'],
    ['a Sunday moves to Monday', '2026-10-23', '2026-11-23'],
    ['over the spring holidays', '2026-01-17', '2026-02-24'],
    ['on a Saturday that is worked', '2026-01-15', '2026-02-14'],
  ])('%s is in time', (_, decidedOn, on) => expect(timeOf('limited-company', decidedOn, on)).toEqual([]));
  test.each<[string, string, string, string]>([
    ['the thirty-first day', '2026-10-20', '2026-11-20', '2026-11-19'],
    ['a day more in March', '2026-01-31', '2026-03-03', '2026-03-02'],
    ['a day more, over 29 February', '2028-01-31', '2028-03-02', '2028-03-01'],
    ['the Tuesday', '2026-10-22', '2026-11-24', '2026-11-23'],
    ['the second day after the holidays', '2026-01-17', '2026-02-25', '2026-02-24'],
    ['the Sunday after a Saturday that is worked', '2026-01-15', '2026-02-15', '2026-02-14'],
  ])('%s is late: told, and no ground to refuse', (_, decidedOn, on, latest) =>
    expect(timeOf('limited-company', decidedOn, on)).toEqual([['change.late', 'note', latest]]),
  );
  test.each<EnterpriseType>([
    'limited-company',
    'joint-stock-company',
    'non-company-legal-person',
    'cooperative',
    'individual-business',
    'branch',
  ])('of the type %s', (type) => {
    expect(timeOf(type, '2026-10-20', '2026-11-19')).toEqual([]);
    expect(timeOf(type, '2026-10-20', '2026-11-20')).toEqual([['change.late', 'note', '2026-11-19']]);
  });
});

describe('合伙企业法 第十三条, 个人独资企业法 第十五条: fifteen days', () => {
  test.each<EnterpriseType>(['partnership', 'sole-proprietorship'])('of the type %s', (type) => {
    expect(timeOf(type, '2026-11-04', '2026-11-19')).toEqual([]);
    expect(timeOf(type, '2026-11-04', '2026-11-20')).toEqual([['change.late', 'note', '2026-11-19']]);
    expect(timeOf(type, '2026-11-07', '2026-11-23')).toEqual([]);
    expect(timeOf(type, '2026-11-06', '2026-11-23')).toEqual([]);
    expect(timeOf(type, '2026-11-05', '2026-11-23')).toEqual([['change.late', 'note', '2026-11-20']]);
  });
});

test.each(['9999-12-01', '9999-12-31'])(
  'a day that nothing comes after, %s, is judged like any other',
  (day) => {
    expect(rulesOf(SCOPE, { decidedOn: day })).toEqual(['change.decided-later']);
  },
);

test('a decision is not later than its filing', () => {
  expect(rulesOf(SCOPE, { decidedOn: '2026-11-23' })).toEqual([]);
  expect(rulesOf(SCOPE, { decidedOn: '2026-11-24' })).toEqual(['change.decided-later']);
});

describe('公司法 第十条第三款: a new legal representative within thirty days of a resignation', () => {
  const named = (formerResignedOn: string, decidedOn: string) =>
    rulesOf(
      {
        legalRepresentative: {
          person: 'p2',
          office: 'manager',
          qualificationDeclared: true,
          formerResignedOn: formerResignedOn as never,
        },
      },
      { decidedOn, facts: { signedBy: 'p2' } },
    );
  test.each<[string, string]>([
    ['2026-10-20', '2026-11-19'],
    ['2026-10-24', '2026-11-23'],
    ['2026-10-23', '2026-11-23'],
  ])('resigned %s, named %s', (resigned, decided) => expect(named(resigned, decided)).toEqual([]));
  test.each<[string, string]>([
    ['2026-10-20', '2026-11-20'],
    ['2026-10-14', '2026-11-16'],
  ])('resigned %s, named %s: late', (resigned, decided) =>
    expect(named(resigned, decided)).toEqual(['change.head-named-late']),
  );
});
