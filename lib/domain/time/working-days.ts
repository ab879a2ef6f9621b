import { addDays, addMonths, type PlainDate, weekdayOf } from './plain-date.ts';

/** What the yearly notice on public holidays changes about Monday to Friday. */
export interface PublishedYear {
  readonly holidaysOnWeekdays: readonly PlainDate[];
  /** Make-up days (调休): Saturdays and Sundays that are worked. */
  readonly workingWeekends: readonly PlainDate[];
}

/** The years whose notice is out, by number (`'2026'`); a day stands under its own year. */
export interface WorkingCalendar {
  readonly years: Readonly<Record<string, PublishedYear>>;
}

/** `provisional`: the count ran over a year that is not published yet, so the day can still move. */
export interface DueDay {
  readonly dueOn: PlainDate;
  readonly provisional: boolean;
}

export type CalendarPeriod = { readonly days: number } | { readonly months: number };

const yearOf = (calendar: WorkingCalendar, day: PlainDate): PublishedYear | undefined =>
  calendar.years[day.slice(0, 4)];

/** In a year that is not published every Monday to Friday is taken for a working day. */
export function isWorkingDay(calendar: WorkingCalendar, day: PlainDate): boolean {
  const year = yearOf(calendar, day);
  if (weekdayOf(day) > 5) return year?.workingWeekends.includes(day) ?? false;
  return !year?.holidaysOnWeekdays.includes(day);
}

function requireCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError(`Not a number of days or months: ${count}`);
}

/**
 * The last day of a period of working days. The day it starts from is not counted (民法典 第二百零一条), be it a
 * working day or not; a period of none ends on that day.
 *
 * @throws RangeError when `count` is negative or no whole number.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: PlainDate, count: number): DueDay {
  requireCount(count);
  let dueOn = from;
  let provisional = false;
  for (let left = count; left > 0; ) {
    dueOn = addDays(dueOn, 1);
    provisional ||= yearOf(calendar, dueOn) === undefined;
    if (isWorkingDay(calendar, dueOn)) left -= 1;
  }
  return { dueOn, provisional };
}

/**
 * The last day of a period of calendar days or months whose last day may not be a rest day: it moves to the next
 * working day (民法典 第二百零三条). Only for periods in which somebody has to act; a disclosure period, a ban or a
 * listing ends on its own day.
 *
 * @throws RangeError when the length is negative or no whole number.
 */
export function lastDayOfPeriod(calendar: WorkingCalendar, from: PlainDate, period: CalendarPeriod): DueDay {
  requireCount('days' in period ? period.days : period.months);
  let dueOn = 'days' in period ? addDays(from, period.days) : addMonths(from, period.months);
  let provisional = yearOf(calendar, dueOn) === undefined;
  while (!isWorkingDay(calendar, dueOn)) {
    dueOn = addDays(dueOn, 1);
    provisional ||= yearOf(calendar, dueOn) === undefined;
  }
  return { dueOn, provisional };
}
