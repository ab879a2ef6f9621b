import { missingYears } from '../../../lib/domain/time/missing-years.ts';
import type { WorkingCalendar } from '../../../lib/domain/time/working-days.ts';
import type { Count } from '../../../lib/edge/metrics.ts';
import { scheduleHandler } from '../../../lib/edge/schedule.ts';

/** Due days that reach into a year without its notice are provisional: somebody has to put the notice into the catalog. */
export const createHandler = (calendar: WorkingCalendar, count: Count) =>
  scheduleHandler('watch-calendar', async ({ on }) => {
    const missing = missingYears(calendar, on);
    count({ CalendarMissing: missing.length });
    return { missing };
  });
