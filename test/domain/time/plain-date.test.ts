import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addYears,
  earlier,
  isPlainDate,
  plainDate,
  weekdayOf,
} from '../../../lib/domain/time/plain-date.ts';

test.each([
  ['2024-02-29', true],
  ['2026-02-29', false],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['2026-02-30', false],
  ['2026-04-31', false],
  ['2026-12-31', true],
  ['2026-13-01', false],
  ['2026-00-01', false],
  ['2026-01-00', false],
  ['2026-2-3', false],
  ['2026-02-03T00:00:00Z', false],
  ['２０２６-02-03', false],
  ['', false],
])('%j is a day: %s', (text, real) => {
  expect(isPlainDate(text)).toBe(real);
});

test('a day that does not exist throws', () => {
  expect(() => plainDate('2026-02-30')).toThrow(RangeError);
});

describe('counting', () => {
  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-12-31', 1, '2027-01-01'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-08', 1, '2026-03-09'],
  ])('%s and %i days is %s', (from, days, to) => {
    expect(addDays(plainDate(from), days)).toBe(to);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-30', 1, '2026-02-28'],
    ['2026-03-31', 1, '2026-04-30'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-02-28', 1, '2026-03-28'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(plainDate(from), months)).toBe(to);
  });

  test.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2023-02-28', 1, '2024-02-28'],
  ])('%s and %i years is %s', (from, years, to) => {
    expect(addYears(plainDate(from), years)).toBe(to);
  });
});

test('Monday is 1 and Sunday is 7', () => {
  expect(weekdayOf(plainDate('2026-11-23'))).toBe(1);
  expect(weekdayOf(plainDate('2026-11-29'))).toBe(7);
});

test('the earlier of two days, where none stands for never', () => {
  const day = plainDate('2026-01-01');
  expect(earlier(day, plainDate('2025-12-31'))).toBe('2025-12-31');
  expect(earlier(undefined, day)).toBe('2026-01-01');
  expect(earlier(undefined, undefined)).toBe(undefined);
});

test('no day comes after the last of four digits', () => {
  expect(addDays(plainDate('9999-12-30'), 1)).toBe('9999-12-31');
  expect(addDays(plainDate('9999-12-31'), 45)).toBe('9999-12-31');
  expect(addYears(plainDate('9996-02-29'), 5)).toBe('9999-12-31');
});
