import { countWorkingDays } from '../time/count-working-days.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { addWorkingDays, type DueDay, type WorkingCalendar } from '../time/working-days.ts';
import type { Filing } from './filing.ts';

/** What a due day is counted from (that day itself is not), and over how many working days. */
export interface Clock {
  readonly from: PlainDate;
  readonly workingDays: number;
}

export const dueBy = (calendar: WorkingCalendar, { from, workingDays }: Clock): DueDay =>
  addWorkingDays(calendar, from, workingDays);

/**
 * A filing with its due day by the calendar in force. A due day in a year whose notice was not out is provisional; once
 * the notice is out, whoever reads the filing reads the day that follows from it.
 */
export function redated<F extends Filing>(filing: F, calendar: WorkingCalendar): F {
  if (filing.state !== 'in-review' || filing.clock === undefined) return filing;
  const due = dueBy(calendar, filing.clock);
  const { dueOn, provisional } = filing.due;
  return due.dueOn === dueOn && due.provisional === provisional ? filing : { ...filing, due };
}

/** A longer period from the same day: two periods of working days, one behind the other, are one. */
export const lengthened = (
  { due, clock = { from: due.dueOn, workingDays: 0 } }: { readonly due: DueDay; readonly clock?: Clock },
  workingDays: number,
): Clock => ({ from: clock.from, workingDays: clock.workingDays + workingDays });

/** That a decision of a day comes after the due day, and how many working days after, that day among them. */
export function latenessOf(
  { dueOn }: DueDay,
  on: PlainDate,
  calendar: WorkingCalendar,
): { readonly late: true; readonly overdueDays: number } | undefined {
  return on > dueOn ? { late: true, overdueDays: countWorkingDays(calendar, dueOn, on) } : undefined;
}
