import { describe, expect, test } from 'vitest';
import { spoken } from '../../../support/corpus-case.ts';

const ITEM = 'extend-inquiry';
const I = '/evidence/enterprise/inquiries/0';

describe('within three months of acceptance, once (实施细则 第五十三条)', () => {
  test.each([
    ['2026-08-23', '2026-11-23', []],
    ['2026-08-22', '2026-11-23', ['inquiry.late']],
    ['2026-11-30', '2027-02-28', []],
    ['2026-11-30', '2027-03-01', ['inquiry.late']],
    ['2027-11-30', '2028-02-29', []],
    ['2027-11-30', '2028-03-01', ['inquiry.late']],
    ['2026-12-31', '2027-03-31', []],
  ])('accepted on %s, on %s', (acceptedOn, readOn, rules) => {
    expect(spoken(ITEM, { [`${I}/acceptedOn`]: acceptedOn, '/evidence/readOn': readOn })).toEqual(rules);
  });

  test('not twice', () => {
    expect(spoken(ITEM, { [`${I}/extendedOn`]: '2026-10-01' })).toEqual(['inquiry.extended-already']);
  });
});
