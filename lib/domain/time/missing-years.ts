import type { PlainDate } from './plain-date.ts';
import type { WorkingCalendar } from './working-days.ts';

/** The notice on the holidays of a year comes out in its last months: from this day on its absence is somebody's business. */
const AWAITED_FROM = '11-01';

/** The years whose notice should be in the calendar by a day and is not: the running one, and from November the next. */
export function missingYears(calendar: WorkingCalendar, on: PlainDate): readonly string[] {
  const year = Number(on.slice(0, 4));
  const wanted = on.slice(5) < AWAITED_FROM ? [year] : [year, year + 1];
  return wanted.map(String).filter((one) => calendar.years[one] === undefined);
}
