import { epochDayOf, type PlainDate } from '../../lib/domain/time/plain-date.ts';
import { lastDayOfPeriod } from '../../lib/domain/time/working-days.ts';
import { workingCalendar } from '../calendar.ts';

/**
 * The last of so many calendar days within which somebody has to act: the first is not counted (民法典 第二百零一条),
 * and a rest day moves it on (第二百零三条). For days that are not far ahead: a filed one is first held against today.
 */
export const lastDayWithin = (from: PlainDate, days: number): PlainDate =>
  lastDayOfPeriod(workingCalendar, from, { days }).dueOn;

/**
 * Whether something that was due within so many days of `from` comes too late on a day. Both may be filed, and so far
 * off that nothing can be counted from them: only what is over is counted.
 */
export const isLate = (from: PlainDate, days: number, on: PlainDate): boolean =>
  epochDayOf(on) - epochDayOf(from) > days && on > lastDayWithin(from, days);
