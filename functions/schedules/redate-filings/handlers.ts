import type { createRedateFilings, Redated } from '../../../lib/acts/redate-filings.ts';
import type { Count } from '../../../lib/edge/metrics.ts';
import { scheduleHandler } from '../../../lib/edge/schedule.ts';

export const createHandler = (
  redate: ReturnType<typeof createRedateFilings>,
  authorities: () => readonly string[],
  count: Count = () => undefined,
) =>
  scheduleHandler('redate-filings', async ({ on }): Promise<Redated> => {
    const done = await redate(authorities(), on);
    count({ FilingsOverdue: done.overdue });
    return done;
  });
