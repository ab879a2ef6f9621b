import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import { lastDayOfPeriod } from '../../lib/domain/time/working-days.ts';
import { workingCalendar } from '../calendar.ts';

/**
 * The last day on which somebody can act within so many days of a day that is past: the first is not counted, and
 * where the last is a rest day, the next working day takes its place (民法典 第二百零一条、第二百零三条, by analogy
 * [inference]).
 */
export const lastDayToAct = (from: PlainDate, days: number): PlainDate =>
  lastDayOfPeriod(workingCalendar, from, { days }).dueOn;
