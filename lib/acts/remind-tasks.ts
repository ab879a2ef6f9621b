import { getAuthority } from '../../catalog/authorities.ts';
import { workingCalendar } from '../../catalog/calendar.ts';
import { taskTermsOf } from '../../catalog/measures/task-terms.ts';
import type { MeasureTask } from '../domain/measures/task.ts';
import type { Moment } from '../domain/time/instant.ts';
import { addWorkingDays } from '../domain/time/working-days.ts';
import type { TaskStore } from '../store/task-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import { type GroundDeps, groundOfTask } from './change-task.ts';

export interface RemindDeps extends GroundDeps {
  readonly tasks: TaskStore;
  readonly writeAll: WriteAll;
}

export interface Reminded {
  readonly reminded: number;
  /** Open past their limit, reminded of now or before. */
  readonly overdue: number;
}

/** Of each limit once; nobody is reminded of what no longer stands. */
async function remind(task: MeasureTask, { at, on }: Moment, deps: RemindDeps): Promise<boolean> {
  const { due } = task;
  if (due === undefined) return false;
  const ground = await groundOfTask(task, on, deps);
  if (ground.state !== 'holds') return false;
  const { id, executor } = task;
  const reminder = { task: id, executor, dueOn: due.dueOn, overdue: on > due.dueOn, at, on };
  try {
    await deps.writeAll([deps.tasks.remind(task, due.dueOn, reminder)]);
    return true;
  } catch (error) {
    if (error instanceof ConditionsFailed) return false;
    throw error;
  }
}

/**
 * Writes reminders of limits that come near, by the working days of each side, or have passed; of each limit one, as items that the table's stream carries
 * on to whoever tells the authority. It decides nothing: what is overdue is so when it is read.
 */
export const createRemindTasks =
  (deps: RemindDeps) =>
  async (authorities: readonly string[], moment: Moment): Promise<Reminded> => {
    let reminded = 0;
    let overdue = 0;
    for (const authority of authorities) {
      const { jurisdiction } = getAuthority(authority);
      const { reminderWorkingDays } = taskTermsOf(jurisdiction);
      const { dueOn: dueBy } = addWorkingDays(workingCalendar, moment.on, reminderWorkingDays);
      let cursor: string | undefined;
      do {
        const page = await deps.tasks.listByAuthority({ authority, open: true, dueBy }, 'remind', cursor);
        for (const task of page.entries) {
          if (task.due !== undefined && moment.on > task.due.dueOn) overdue += 1;
          if (await remind(task, moment, deps)) reminded += 1;
        }
        cursor = page.next;
      } while (cursor !== undefined);
    }
    return { reminded, overdue };
  };

export type RemindTasks = ReturnType<typeof createRemindTasks>;
