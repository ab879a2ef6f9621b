import { describe, expect, test } from 'vitest';
import { foundIn } from '../../../support/corpus-case.ts';

const item = 'extend-suspension';
const running = (from: string, until: string) => ({
  '/facts/from': from,
  '/evidence/enterprise/suspensions': [{ from, until }],
});

describe('实施细则 第四十一条第三款: within the thirty days before the end', () => {
  test.each([
    ['2026-10-30', '2026-11-30', ['extension.too-early defect']],
    ['2026-10-31', '2026-11-30', []],
    ['2026-11-30', '2026-11-30', []],
    ['2026-12-01', '2026-11-30', ['extension.ended defect']],
    ['2028-01-30', '2028-03-01', ['extension.too-early defect']],
    ['2028-01-31', '2028-03-01', []],
    ['2027-01-29', '2027-03-01', ['extension.too-early defect']],
    ['2027-01-30', '2027-03-01', []],
  ])('on %s, where it ends on %s', (on, until, expected) =>
    expect(
      foundIn(item, { ...running('2026-06-01', until), '/on': on, '/facts/until': '2028-05-31' }),
    ).toEqual(expected),
  );
});

describe('条例 第三十条第四款: with its extension no longer than three years', () => {
  test.each([
    ['2026-06-01', '2029-05-31', []],
    ['2026-06-01', '2029-06-01', ['suspension.three-years-to-the-day review']],
    ['2026-06-01', '2029-06-02', ['suspension.three-years defect']],
    ['2025-03-01', '2028-02-29', []],
    ['2025-03-01', '2028-03-01', ['suspension.three-years-to-the-day review']],
    ['2025-03-01', '2028-03-02', ['suspension.three-years defect']],
  ])('from %s to %s', (from, until, expected) =>
    expect(foundIn(item, { ...running(from, '2026-11-30'), '/facts/until': until })).toEqual(expected),
  );
});
