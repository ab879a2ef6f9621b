import { describe, expect, test } from 'vitest';
import { dueBy, latenessOf, lengthened, redated } from '../../../lib/domain/registration/due-day.ts';
import type { Filing } from '../../../lib/domain/registration/filing.ts';
import { countWorkingDays } from '../../../lib/domain/time/count-working-days.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import type { WorkingCalendar } from '../../../lib/domain/time/working-days.ts';

const unpublished: WorkingCalendar = { years: { 2026: { holidaysOnWeekdays: [], workingWeekends: [] } } };
/** New Year's Day is off, and the Sunday after it is worked. */
const published: WorkingCalendar = {
  years: {
    ...unpublished.years,
    2027: { holidaysOnWeekdays: [plainDate('2027-01-01')], workingWeekends: [plainDate('2027-01-03')] },
  },
};
const clock = { from: plainDate('2026-12-29'), workingDays: 3 };

test('a due day in a year that is not published is provisional, and another once it is', () => {
  expect(dueBy(unpublished, clock)).toEqual({ dueOn: '2027-01-01', provisional: true });
  expect(dueBy(published, clock)).toEqual({ dueOn: '2027-01-03', provisional: false });
});

describe('a filing is read with the due day of the calendar in force', () => {
  const inReview = {
    state: 'in-review',
    version: 3,
    due: { dueOn: plainDate('2027-01-01'), provisional: true },
    clock,
  } as Filing & { readonly state: 'in-review' };

  test('moved, and nothing else of it', () => {
    expect(redated(inReview, published)).toEqual({
      ...inReview,
      due: { dueOn: '2027-01-03', provisional: false },
    });
  });

  test.each([
    ['as it is dated already', inReview, unpublished],
    ['of which no clock was kept', { ...inReview, clock: undefined } as unknown as Filing, published],
    ['that is decided', { ...inReview, state: 'returned' } as unknown as Filing, published],
  ])('one %s is the same', (_, filing, calendar) => {
    expect(redated(filing, calendar)).toBe(filing);
  });
});

test('an extension runs on from the same day, or from the due day where no clock was kept', () => {
  const due = { dueOn: plainDate('2027-01-01'), provisional: true };
  expect(lengthened({ due, clock }, 3)).toEqual({ from: '2026-12-29', workingDays: 6 });
  expect(lengthened({ due }, 3)).toEqual({ from: '2027-01-01', workingDays: 3 });
});

test.each([
  ['2026-12-31', undefined],
  ['2027-01-01', { late: true, overdueDays: 0 }],
  ['2027-01-02', { late: true, overdueDays: 0 }],
  ['2027-01-03', { late: true, overdueDays: 1 }],
  ['2027-01-04', { late: true, overdueDays: 2 }],
  ['2027-01-09', { late: true, overdueDays: 6 }],
])('due on the last of the year, decided on %s: %j', (on, lateness) => {
  const due = { dueOn: plainDate('2026-12-31'), provisional: false };
  expect(latenessOf(due, plainDate(on), published)).toEqual(lateness);
});

test.each([
  ['2026-12-31', '2026-12-31', 0],
  ['2026-12-31', '2026-12-30', 0],
  ['2026-12-30', '2026-12-31', 1],
  ['9999-12-30', '9999-12-31', 1],
])('working days after %s up to %s: %i', (after, upTo, count) => {
  expect(countWorkingDays(published, plainDate(after), plainDate(upTo))).toBe(count);
});
