import { describe, expect, test } from 'vitest';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import {
  addWorkingDays,
  type CalendarPeriod,
  isWorkingDay,
  lastDayOfPeriod,
  type WorkingCalendar,
} from '../../../lib/domain/time/working-days.ts';

/** The published year 2026; 2025 and 2027 are left unpublished. */
const calendar: WorkingCalendar = {
  years: {
    2026: {
      holidaysOnWeekdays: [
        ...['2026-01-01', '2026-01-02', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'],
        ...['2026-02-23', '2026-04-06', '2026-05-01', '2026-05-04', '2026-05-05', '2026-06-19', '2026-09-25'],
        ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
      ].map(plainDate),
      workingWeekends: [
        ...['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
      ].map(plainDate),
    },
  },
};

test.each([
  ['2026-02-13', true, 'the Friday before the Spring Festival'],
  ['2026-02-14', true, 'the Saturday worked for it'],
  ['2026-02-15', false, 'the Sunday'],
  ['2026-02-16', false, 'its first weekday'],
  ['2026-02-23', false, 'its last weekday'],
  ['2026-02-24', true, 'the day after it'],
  ['2026-02-28', true, 'the second Saturday worked for it'],
  ['2026-03-01', false, 'an ordinary Sunday'],
  ['2026-10-10', true, 'the Saturday worked for the National Day'],
  ['2026-10-17', false, 'an ordinary Saturday'],
  ['2027-01-01', true, 'a Friday of a year not published'],
  ['2027-01-02', false, 'a Saturday of a year not published'],
])('%s is a working day: %s (%s)', (day, working) => {
  expect(isWorkingDay(calendar, plainDate(day))).toBe(working);
});

describe('a period of working days', () => {
  test.each([
    ['2026-11-23', 3, '2026-11-26', 'within a week, the first day not counted'],
    ['2026-11-25', 3, '2026-11-30', 'over a weekend'],
    ['2026-11-28', 1, '2026-11-30', 'from a Saturday'],
    ['2026-02-12', 1, '2026-02-13', 'before the make-up Saturday'],
    ['2026-02-12', 2, '2026-02-14', 'onto the make-up Saturday'],
    ['2026-02-12', 3, '2026-02-24', 'over the Spring Festival'],
    ['2026-02-14', 3, '2026-02-26', 'from the make-up Saturday'],
    ['2026-02-24', 4, '2026-02-28', 'onto the second make-up Saturday'],
    ['2026-02-24', 5, '2026-03-02', 'past the second make-up Saturday'],
    ['2026-09-30', 1, '2026-10-08', 'over the National Day'],
    ['2026-09-30', 3, '2026-10-10', 'onto its make-up Saturday'],
    ['2026-02-17', 0, '2026-02-17', 'of no days'],
    ['2026-12-30', 1, '2026-12-31', 'up to the last day published'],
    ['2025-12-31', 1, '2026-01-04', 'from a year not published, none of whose days is counted'],
  ])('%s and %i ends on %s (%s)', (from, count, dueOn) => {
    expect(addWorkingDays(calendar, plainDate(from), count)).toEqual({ dueOn, provisional: false });
  });

  test.each([
    ['2026-12-31', 1, '2027-01-01', 'whose end is in a year not published'],
    ['2026-12-30', 3, '2027-01-04', 'over the turn of the year'],
    ['2025-12-30', 2, '2026-01-04', 'that ends in a published year and touched another'],
  ])('%s and %i ends on %s for now (%s)', (from, count, dueOn) => {
    expect(addWorkingDays(calendar, plainDate(from), count)).toEqual({ dueOn, provisional: true });
  });

  test.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('cannot have %d days', (count) => {
    expect(() => addWorkingDays(calendar, plainDate('2026-11-23'), count)).toThrow(RangeError);
  });
});

describe('a calendar period whose last day may not be a rest day', () => {
  test.each<[string, CalendarPeriod, string, string]>([
    ['2026-01-26', { days: 20 }, '2026-02-24', 'a last day on the Sunday before the festival moves past it'],
    ['2026-01-25', { days: 20 }, '2026-02-14', 'a last day on the make-up Saturday stays'],
    ['2026-11-03', { days: 20 }, '2026-11-23', 'a last day on a Monday stays'],
    ['2026-11-02', { days: 20 }, '2026-11-23', 'a last day on a Sunday moves to Monday'],
    ['2026-01-31', { months: 1 }, '2026-02-28', 'a month ends on its last day, a Saturday that is worked'],
    ['2026-04-01', { months: 1 }, '2026-05-06', 'a month that ends on Labour Day'],
    ['2026-08-20', { months: 1 }, '2026-09-20', 'a month that ends on a Sunday that is worked'],
  ])('%s and %o ends on %s (%s)', (from, period, dueOn) => {
    expect(lastDayOfPeriod(calendar, plainDate(from), period)).toEqual({ dueOn, provisional: false });
  });

  test.each<[string, CalendarPeriod, string]>([
    ['2026-12-03', { months: 1 }, '2027-01-04'],
    ['2026-12-15', { days: 20 }, '2027-01-04'],
  ])('%s and %o ends on %s for now', (from, period, dueOn) => {
    expect(lastDayOfPeriod(calendar, plainDate(from), period)).toEqual({ dueOn, provisional: true });
  });

  test('cannot be negative', () => {
    expect(() => lastDayOfPeriod(calendar, plainDate('2026-11-23'), { months: -1 })).toThrow(RangeError);
  });
});
