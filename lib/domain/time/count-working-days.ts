import { epochDayOf, fromEpochDay, type PlainDate } from './plain-date.ts';
import { isWorkingDay, type WorkingCalendar } from './working-days.ts';

/** The working days after one day and up to another, which counts. */
export function countWorkingDays(calendar: WorkingCalendar, after: PlainDate, upTo: PlainDate): number {
  let count = 0;
  const last = epochDayOf(upTo);
  for (let day = epochDayOf(after) + 1; day <= last; day += 1)
    if (isWorkingDay(calendar, fromEpochDay(day))) count += 1;
  return count;
}
