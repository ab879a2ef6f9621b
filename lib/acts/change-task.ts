import { workingCalendar } from '../../catalog/calendar.ts';
import { findMeasureRow } from '../../catalog/measures/measures.ts';
import { taskTermsOf } from '../../catalog/measures/task-terms.ts';
import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { DomainError } from '../domain/errors.ts';
import type { MeasureTask } from '../domain/measures/task.ts';
import { type Ground, groundOf } from '../domain/measures/task-ground.ts';
import { type TaskAction, takeStep } from '../domain/measures/task-steps.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { TaskStore } from '../store/task-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import { type Answered, type Asked, answerOnce, type Undertaking } from './answer-once.ts';
import { knownByLinks, type LinkDeps } from './known-by-links.ts';
import { requireExecuting, requireSightOfTask, requireSubject } from './task-rights.ts';

export interface GroundDeps {
  readonly records: Pick<RecordStore, 'listOf'>;
}

export interface ChangeTaskDeps extends GroundDeps, LinkDeps {
  readonly tasks: TaskStore;
  readonly requests: RequestStore;
  readonly writeAll: WriteAll;
}

/** A task and the ground it stands on. */
export interface GroundedTask {
  readonly task: MeasureTask;
  readonly ground: Ground;
}

/** By all versions of the record, consistently read: a task is never told to stand on what ended. */
export const groundOfTask = async (
  { subject, record, row }: MeasureTask,
  on: PlainDate,
  { records }: GroundDeps,
): Promise<Ground> =>
  groundOf(findMeasureRow(row), await records.listOf(subject, record), on, findRecordClass);

export interface TaskStepRequest {
  readonly task: string;
  /** The version the caller has read; `undefined` for the current one. */
  readonly expectedVersion?: number | undefined;
  readonly action: TaskAction;
}

/** What others wrote on the task since it was read. */
function asConflict(error: unknown, { version }: MeasureTask): unknown {
  if (!(error instanceof ConditionsFailed) || error.conditions.includes('request-is-new')) return error;
  return new DomainError('version-conflict', { values: { current: version + 1 }, cause: error });
}

/**
 * Takes a step of a task (联合奖惩任务): the subject objects, all else is done by named officers of the executing
 * authority, each step dated and never changed afterwards. Of two at one moment one is told that the other was first.
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`, `version-conflict`, `task-step-not-allowed`.
 */
export function createChangeTask(deps: ChangeTaskDeps) {
  const { tasks, requests, writeAll } = deps;

  async function run(
    asking: Caller,
    { task: id, expectedVersion, action }: TaskStepRequest,
    moment: Moment,
    { unanswered, save }: Undertaking<GroundedTask>,
  ): Promise<GroundedTask> {
    const [found] = await Promise.all([tasks.find(id), unanswered()]);
    const caller = await knownByLinks(asking, [found?.subject], deps.standings);
    const task = requireSightOfTask(caller, found);
    if (action.step === 'objection') requireSubject(caller, task);
    else requireExecuting(caller, task);
    if (expectedVersion !== undefined && expectedVersion !== task.version)
      throw new DomainError('version-conflict', { values: { current: task.version } });
    const ground = await groundOfTask(task, moment.on, deps);
    const loop = { terms: taskTermsOf(task.jurisdiction), calendar: workingCalendar };
    const next = takeStep(task, action, ground, { by: caller.id, moment }, loop);
    const done = { by: caller.id, ...moment };
    try {
      await save({ task: next, ground }, tasks.take(next, action.step, done));
    } catch (error) {
      throw asConflict(error, task);
    }
    return { task: next, ground };
  }

  return (
    caller: Caller,
    request: TaskStepRequest,
    asked: Asked<GroundedTask>,
    moment: Moment,
  ): Promise<Answered> =>
    answerOnce(requests, writeAll, asked, (undertaking) => run(caller, request, moment, undertaking));
}

export type ChangeTask = ReturnType<typeof createChangeTask>;
