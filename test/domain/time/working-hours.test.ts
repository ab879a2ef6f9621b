import { expect, test } from 'vitest';
import { momentOf } from '../../../lib/domain/time/instant.ts';
import type { WorkingCalendar } from '../../../lib/domain/time/working-days.ts';
import { type WorkingHours, workingMinutesBetween } from '../../../lib/domain/time/working-hours.ts';
import { day } from '../../support/records.ts';

/** Wednesday 2026-11-25 is a holiday, Saturday 2026-11-28 is worked. */
const calendar: WorkingCalendar = {
  years: { '2026': { holidaysOnWeekdays: [day('2026-11-25')], workingWeekends: [day('2026-11-28')] } },
};
const throughNoon: WorkingHours = { spans: [{ from: '09:00', to: '17:00' }] };
const withBreak: WorkingHours = {
  spans: [
    { from: '09:00', to: '12:00' },
    { from: '14:00', to: '17:30' },
  ],
};
/** A moment of a clock in China. */
const at = (text: string) => momentOf(new Date(`${text}+08:00`));
const minutes = (from: string, to: string, hours = throughNoon) =>
  workingMinutesBetween(calendar, hours, at(from), at(to));

test.each([
  ['within a day', '2026-11-23T10:00:00', '2026-11-23T11:30:00', 90],
  ['whole minutes only', '2026-11-23T10:00:00', '2026-11-23T10:00:59.999', 0],
  ['from before it opens to after it closes', '2026-11-23T00:00:00', '2026-11-23T23:59:59', 480],
  ['before it opens', '2026-11-23T08:00:00', '2026-11-23T09:00:00', 0],
  ['one minute after', '2026-11-23T08:00:00', '2026-11-23T09:01:00', 1],
  ['after it closes', '2026-11-23T17:00:00', '2026-11-23T23:00:00', 0],
  ['over a night', '2026-11-23T16:00:00', '2026-11-24T10:00:00', 120],
  ['over a holiday', '2026-11-24T16:00:00', '2026-11-26T10:00:00', 120],
  ['over a worked Saturday to Monday', '2026-11-27T16:00:00', '2026-11-30T10:00:00', 600],
  ['over a Sunday alone', '2026-11-29T10:00:00', '2026-11-29T16:00:00', 0],
  ['in a year that is not published yet', '2027-01-01T09:00:00', '2027-01-01T10:00:00', 60],
  ['of no time', '2026-11-23T10:00:00', '2026-11-23T10:00:00', 0],
  ['backwards', '2026-11-23T11:00:00', '2026-11-23T10:00:00', 0],
  ['backwards over days', '2026-11-24T11:00:00', '2026-11-23T10:00:00', 0],
])('%s', (_, from, to, expected) => {
  expect(minutes(from, to)).toBe(expected);
});

test('a break at noon does not count', () => {
  expect(minutes('2026-11-23T11:00:00', '2026-11-23T15:00:00', withBreak)).toBe(120);
  expect(minutes('2026-11-23T12:00:00', '2026-11-23T14:00:00', withBreak)).toBe(0);
  expect(minutes('2026-11-23T08:00:00', '2026-11-24T18:00:00', withBreak)).toBe(780);
});
