import { describe, expect, test } from 'vitest';
import { enterpriseTypes } from '../../../../lib/domain/registration/enterprise-type.ts';
import { decided, foundIn } from '../../../support/corpus-case.ts';

const item = 'suspend-business';
const time = (from: string, until: string) => ({ '/facts/from': from, '/facts/until': until });
const tooLong = ['suspension.three-years defect'];
const toTheDay = ['suspension.three-years-to-the-day review'];

describe('条例 第三十条第四款, 民法典 第二百零一条: three years at the most; an officer judges whether the first day counts', () => {
  test.each([
    ['2026-11-24', '2029-11-23', []],
    ['2026-11-24', '2029-11-24', toTheDay],
    ['2026-11-24', '2029-11-25', tooLong],
    ['2027-01-01', '2029-12-31', []],
    ['2027-01-01', '2030-01-01', toTheDay],
    ['2027-01-01', '2030-01-02', tooLong],
    ['2027-03-01', '2030-02-28', []],
    ['2027-03-01', '2030-03-01', toTheDay],
    ['2027-03-01', '2030-03-02', tooLong],
    ['2029-03-01', '2032-02-29', []],
    ['2029-03-01', '2032-03-01', toTheDay],
    ['2029-03-01', '2032-03-02', tooLong],
    ['2028-02-29', '2031-02-27', []],
    ['2028-02-29', '2031-02-28', toTheDay],
    ['2028-02-29', '2031-03-01', tooLong],
  ])('from %s to %s', (from, until, expected) => expect(foundIn(item, time(from, until))).toEqual(expected));
});

describe('实施细则 第四十二条第三款: three years in all', () => {
  const before = (...suspensions: readonly object[]) => ({ '/evidence/enterprise/suspensions': suspensions });
  test.each<[string, Record<string, unknown>, string, string, readonly string[]]>([
    ['two years before', before({ from: '2024-01-01', until: '2025-12-31' }), '2027-01-01', '2027-12-31', []],
    [
      'two years before and a day more',
      before({ from: '2024-01-01', until: '2025-12-31' }),
      '2027-01-01',
      '2028-01-01',
      tooLong,
    ],
    [
      'two times before',
      before({ from: '2024-01-01', until: '2024-12-31' }, { from: '2025-06-01', until: '2026-05-31' }),
      '2027-01-01',
      '2027-12-31',
      [],
    ],
    [
      'two times before and a day more',
      before({ from: '2024-01-01', until: '2024-12-31' }, { from: '2025-06-01', until: '2026-05-31' }),
      '2027-01-01',
      '2028-01-01',
      tooLong,
    ],
    [
      'one that ended half a year early',
      before({ from: '2024-01-01', until: '2025-12-31', resumedOn: '2025-07-01' }),
      '2027-01-01',
      '2028-07-02',
      [],
    ],
    [
      'one that ended half a year early, and a day more',
      before({ from: '2024-01-01', until: '2025-12-31', resumedOn: '2025-07-01' }),
      '2027-01-01',
      '2028-07-03',
      tooLong,
    ],
    [
      'one that never began',
      before({ from: '2024-01-01', until: '2025-12-31', resumedOn: '2024-01-01' }),
      '2027-01-01',
      '2029-12-31',
      [],
    ],
    [
      'three years used up',
      before({ from: '2023-01-01', until: '2025-12-31' }),
      '2027-01-01',
      '2027-01-01',
      tooLong,
    ],
  ])('%s', (_, suspensions, from, until, expected) =>
    expect(foundIn(item, { ...suspensions, ...time(from, until) })).toEqual(expected),
  );
});

test.each([
  ['2026-11-22', ['suspension.begun defect']],
  ['2026-11-23', ['suspension.begins-today review']],
  ['2026-11-24', []],
])('条例 第三十条第三款: filed before it begins; on 2026-11-23 for %s', (from, expected) =>
  expect(foundIn(item, time(from, '2027-01-31'))).toEqual(expected),
);

test('条例 第三十条第一款: every type may, as law says nothing else of it', () =>
  expect(
    enterpriseTypes.filter((type) => foundIn(item, { '/evidence/enterprise/type': type }).length > 0),
  ).toEqual([]));

test('a day nobody can count from is told, and harms nothing', () =>
  expect(foundIn(item, time('9999-12-30', '9999-12-31'))).toEqual([]));

test('how many days there are is told', () => {
  const { findings } = decided(item, time('2026-12-01', '2029-12-02'));
  expect(findings.map(({ values }) => values)).toEqual([{ days: 1098, most: 1096 }]);
});
