import { expect, test } from 'vitest';
import { workingCalendar } from '../../catalog/calendar.ts';
import { isPlainDate, plainDate, weekdayOf } from '../../lib/domain/time/plain-date.ts';
import { addWorkingDays, isWorkingDay } from '../../lib/domain/time/working-days.ts';

test('the years whose notice is out', () => {
  expect(Object.keys(workingCalendar.years)).toEqual(['2024', '2025', '2026']);
});

test.each([
  ['2024-02-09', true],
  ['2024-02-12', false],
  ['2024-02-18', true],
  ['2025-01-26', true],
  ['2025-10-08', false],
  ['2025-10-09', true],
  ['2026-01-02', false],
  ['2026-01-04', true],
  ['2026-02-23', false],
  ['2026-02-28', true],
  ['2026-10-07', false],
  ['2026-10-08', true],
  ['2026-10-10', true],
  ['2026-10-11', false],
  ['2026-11-23', true],
])('%s is worked: %s', (day, worked) => {
  expect(isWorkingDay(workingCalendar, plainDate(day))).toBe(worked);
});

test('three working days over the National Day holidays', () => {
  expect(addWorkingDays(workingCalendar, plainDate('2026-09-30'), 3)).toEqual({
    dueOn: '2026-10-10',
    provisional: false,
  });
});

test('a year not yet published gives provisional days', () => {
  expect(addWorkingDays(workingCalendar, plainDate('2026-12-30'), 3)).toEqual({
    dueOn: '2027-01-04',
    provisional: true,
  });
});

test('every day exists, stands under its year, and is of the right half of the week', () => {
  for (const [year, { holidaysOnWeekdays, workingWeekends }] of Object.entries(workingCalendar.years)) {
    const days = [...holidaysOnWeekdays, ...workingWeekends];
    expect(days.filter((day) => !isPlainDate(day) || !day.startsWith(`${year}-`))).toEqual([]);
    expect(holidaysOnWeekdays.filter((day) => weekdayOf(day) > 5)).toEqual([]);
    expect(workingWeekends.filter((day) => weekdayOf(day) < 6)).toEqual([]);
    expect([...holidaysOnWeekdays].sort()).toEqual(holidaysOnWeekdays);
  }
});
