import { executorIds } from '../../catalog/measures/executors.ts';
import type { FeedbackCounts } from '../domain/measures/feedback-rate.ts';
import { stageOf, type TaskStage, toldBy } from '../domain/measures/task.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { Page } from '../store/cursor.ts';
import type { FeedbackStore } from '../store/feedback-store.ts';
import type { KeptReminder, TaskEvent } from '../store/task-items.ts';
import type { TaskStore } from '../store/task-store.ts';
import { allOwnKeys } from './all-own-keys.ts';
import { type GroundDeps, type GroundedTask, groundOfTask } from './change-task.ts';
import { knownByLinks, type LinkDeps } from './known-by-links.ts';
import { listUnderKeys } from './list-under-keys.ts';
import { requireSightOfTask, tasksListedFor } from './task-rights.ts';

export interface ReadTasksDeps extends GroundDeps, LinkDeps {
  readonly tasks: TaskStore;
}

/** A task with what was done about it. */
export interface TaskFile extends GroundedTask {
  readonly events: readonly TaskEvent[];
  readonly reminders: readonly KeptReminder[];
}

export interface TasksAsked {
  readonly open: boolean;
  readonly state?: TaskStage | undefined;
  readonly overdue?: boolean | undefined;
  readonly cursor?: string | undefined;
}

const LIST = 'measure-tasks';

/**
 * Tasks as they stand now, whatever any job did: what has lost its ground is told as released.
 *
 * @throws DomainError `not-found`, `forbidden` for whoever has neither an authority nor a file of their own,
 *   `invalid-request` for a cursor of another list.
 */
export function createReadTasks(deps: ReadTasksDeps) {
  const { tasks } = deps;

  return {
    async read(caller: Caller, id: string, moment: Moment): Promise<TaskFile> {
      const found = await tasks.find(id);
      const known = await knownByLinks(caller, [found?.subject], deps.standings);
      const task = requireSightOfTask(known, found);
      const [ground, more] = await Promise.all([groundOfTask(task, moment.on, deps), tasks.listEvents(id)]);
      return { task: toldBy(task, ground, moment), ground, ...more };
    },

    async list(caller: Caller, asked: TasksAsked, moment: Moment): Promise<Page<GroundedTask>> {
      const of = tasksListedFor(caller);
      const { open, state, overdue, cursor } = asked;
      const binding = [LIST, caller.id, open, state ?? '', overdue ?? ''].join('#');
      const { entries, next } =
        of === 'own'
          ? await listUnderKeys(await allOwnKeys(caller, deps.standings), binding, cursor, (key, from) =>
              tasks.listOfSubject(key, binding, from),
            )
          : await tasks.listByAuthority(
              { ...of, open, ...(overdue === true && { overdueOn: moment.on }) },
              binding,
              cursor,
            );
      const told = await Promise.all(
        entries.map(async (task) => {
          const ground = await groundOfTask(task, moment.on, deps);
          return { task: toldBy(task, ground, moment), ground };
        }),
      );
      const wanted = told.filter(({ task }) => state === undefined || stageOf(task) === state);
      return { entries: wanted, ...(next !== undefined && { next }) };
    },
  };
}

export type ReadTasks = ReturnType<typeof createReadTasks>;

/** How the tasks of each executing authority were answered; a moment behind the tasks. */
export const createReadFeedbackRates =
  ({ feedback }: { readonly feedback: FeedbackStore }) =>
  (): Promise<readonly (FeedbackCounts & { readonly authority: string })[]> =>
    Promise.all(
      executorIds().map(async (authority) => ({
        authority,
        ...(await feedback.ratesOf(authority)).counts,
      })),
    );

export type ReadFeedbackRates = ReturnType<typeof createReadFeedbackRates>;
