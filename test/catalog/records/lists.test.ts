import { describe, expect, test } from 'vitest';
import { getAuthority } from '../../../catalog/authorities.ts';
import { listsKept, listTermsOn, needsListingCase } from '../../../catalog/records/lists.ts';
import { getRecordClass } from '../../../catalog/records/record-classes.ts';
import { repairRules } from '../../../catalog/records/repair-rules.ts';
import { superiorOf } from '../../../catalog/superior-authority.ts';
import { needsConsent } from '../../../lib/domain/credit/listing-terms.ts';
import { isPlainDate } from '../../../lib/domain/time/plain-date.ts';
import { day } from '../../support/records.ts';

const on = day('2026-11-23');

test.each([
  ['reg-500231', 'reg-500000'],
  ['reg-511623', 'reg-511600'],
  ['reg-511600', 'reg-510000'],
  ['reg-500000', undefined],
  ['reg-510000', undefined],
])('above %s stands %s', (authority, superior) => {
  expect(superiorOf(getAuthority(authority), on)?.id).toBe(superior);
});

test.each([
  ['serious-list', '2021-08-31', undefined],
  ['serious-list', '2021-09-01', true],
  ['abnormal-list', '2014-09-30', undefined],
  ['abnormal-list', '2014-10-01', false],
  ['penalty', '2026-11-23', undefined],
  ['constructor', '2026-11-23', undefined],
])('%s on %s: %s', (list, when, consent) => {
  const terms = listTermsOn(list, day(when));
  expect(terms && needsConsent(terms, 'county', day(when))).toBe(consent);
});

test('a province decides without anybody above it', () => {
  const terms = listTermsOn('serious-list', on);
  expect(terms && needsConsent(terms, 'province', on)).toBe(false);
});

test.each([
  ['serious-list', 'registration', true],
  ['serious-list', 'credit-platform', false],
  ['abnormal-list', 'registration', true],
  ['dishonest-debtor', 'court', false],
] as const)('%s published by a %s needs a case: %s', (list, publisher, needed) => {
  expect(needsListingCase(list, publisher)).toBe(needed);
});

describe.each(listsKept().map((terms) => [terms.class, terms] as const))('%s', (id, terms) => {
  test('is a class that speaks against its subject, with days that exist', () => {
    expect(getRecordClass(id).bears).toBe('against');
    const days = [terms, ...terms.consent].flatMap(({ validFrom, validTo }) => [
      validFrom,
      validTo ?? validFrom,
    ]);
    expect(days.filter((one) => !isPlainDate(one))).toEqual([]);
  });

  test('is taken off early no sooner than its record can be repaired', () => {
    const rule = repairRules().find((one) => one.class === id && one.decidedTo === undefined);
    expect(rule?.terms).toMatchObject({ kind: 'after', months: terms.removal.earliestMonths });
  });
});
