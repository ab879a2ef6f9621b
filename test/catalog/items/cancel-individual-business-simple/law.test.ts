import { describe, expect, test } from 'vitest';
import { cancelIndividualBusinessSimple } from '../../../../catalog/items/cancel-individual-business-simple/item.ts';
import { decided } from '../../../support/corpus-case.ts';

const item = 'cancel-individual-business-simple';

describe('条例 第三十三条第三款: departments have ten days, the day of the application not counted', () => {
  test.each([
    ['2026-03-02', '2026-03-02', []],
    ['2026-03-02', '2026-03-12', []],
    ['2026-03-02', '2026-03-13', ['register']],
    ['2028-02-25', '2028-03-06', []],
    ['2028-02-25', '2028-03-07', ['register']],
    ['2027-02-25', '2027-03-07', []],
    ['2027-02-25', '2027-03-08', ['register']],
    ['2026-12-25', '2027-01-04', []],
    ['2026-12-25', '2027-01-05', ['register']],
  ])('applied for on %s, read on %s', (on, readOn, expected) =>
    expect(decided(item, { '/on': on, '/evidence/readOn': readOn }).admissible).toEqual(expected),
  );
  const objectedOn = (day: string) => ({
    '/evidence/enterprise/notices': [
      { id: 'n1', kind: 'department-objection', publishedOn: day, endsOn: day, objections: 1 },
    ],
  });
  test.each([
    ['2026-03-01', ['register']],
    ['2026-03-02', ['return']],
    ['2026-03-12', ['return']],
    ['2026-03-13', ['register']],
  ])('objected to on %s', (day, expected) =>
    expect(
      decided(item, { '/on': '2026-03-02', '/evidence/readOn': '2026-03-16', ...objectedOn(day) }).admissible,
    ).toEqual(expected),
  );
  test('and the officers’ days run after theirs', () =>
    expect(cancelIndividualBusinessSimple.standards[0]?.limits).toMatchObject({
      reviewWorkingDays: 3,
      objectionDays: 10,
    }));
});
