import type { Reminded, RemindTasks } from '../../../lib/acts/remind-tasks.ts';
import type { Count } from '../../../lib/edge/metrics.ts';
import { scheduleHandler } from '../../../lib/edge/schedule.ts';

export const createHandler = (
  remind: RemindTasks,
  authorities: () => readonly string[],
  count: Count = () => undefined,
) =>
  scheduleHandler('remind-tasks', async (moment): Promise<Reminded> => {
    const done = await remind(authorities(), moment);
    count({ TasksOverdue: done.overdue });
    return done;
  });
