import { endOfDayInChina, type Moment } from './instant.ts';
import { addDays, type PlainDate } from './plain-date.ts';
import { isWorkingDay, type WorkingCalendar } from './working-days.ts';

/** The hours of a working day in China Standard Time; spans do not overlap. */
export interface WorkingHours {
  readonly spans: readonly { readonly from: string; readonly to: string }[];
}

const MINUTE_MS = 60_000;

/** `09:30` in minutes since midnight. */
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Minutes since midnight in China, of the day the moment names. */
const minuteOfDay = ({ at, on }: Moment): number =>
  (Date.parse(at) - Date.parse(endOfDayInChina(addDays(on, -1)))) / MINUTE_MS;

/**
 * The working time from one moment to another, in whole minutes: what of the hours of working days lies between them.
 * Nothing where the second is not after the first. It measures how long something took; no legal period is counted so.
 */
export function workingMinutesBetween(
  calendar: WorkingCalendar,
  { spans }: WorkingHours,
  from: Moment,
  to: Moment,
): number {
  let minutes = 0;
  for (let day: PlainDate = from.on; day <= to.on; day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue;
    const begins = day === from.on ? minuteOfDay(from) : 0;
    const ends = day === to.on ? minuteOfDay(to) : Number.POSITIVE_INFINITY;
    for (const span of spans)
      minutes += Math.max(0, Math.min(ends, minuteOf(span.to)) - Math.max(begins, minuteOf(span.from)));
  }
  return Math.floor(minutes);
}
