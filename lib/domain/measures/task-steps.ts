import type { Proof } from '../credit/dispute.ts';
import { DomainError } from '../errors.ts';
import type { Instant, Moment } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { addWorkingDays, type DueDay, type WorkingCalendar } from '../time/working-days.ts';
import {
  AUTOMATION,
  type FeedbackResult,
  type MeasureTask,
  type ReleaseCause,
  stageOf,
  type TaskStep,
  type TaskTerms,
} from './task.ts';
import type { Ground } from './task-ground.ts';

/** What whoever has to do with a task can do. */
export type TaskAction =
  | { readonly step: 'notice'; readonly grounds: string }
  | { readonly step: 'objection'; readonly reason: string; readonly proofs: readonly Proof[] }
  | {
      readonly step: 'decision';
      readonly outcome: 'apply' | 'not-applicable';
      readonly reason: string;
      readonly answer?: string | undefined;
    }
  | { readonly step: 'execution'; readonly how: string }
  | { readonly step: 'feedback'; readonly result: FeedbackResult; readonly text?: string | undefined }
  /** That a ground has ended follows from the record; that the subject is no more an officer has to find. */
  | { readonly step: 'release'; readonly cause: 'ground-ended' | 'subject-ended'; readonly reason: string };

export interface TakenBy {
  readonly by: string;
  readonly moment: Moment;
}

export interface Loop {
  readonly terms: TaskTerms;
  readonly calendar: WorkingCalendar;
}

const notAllowed = (reason: string, task: MeasureTask): never => {
  throw new DomainError('task-step-not-allowed', { values: { reason, state: stageOf(task) } });
};

const laterDay = (a: PlainDate, b: PlainDate): PlainDate => (a < b ? b : a);

function stepOf({ due }: MeasureTask, { by, moment: { at, on } }: TakenBy): TaskStep {
  return { by, at, on, ...(due !== undefined && on > due.dueOn && { late: true as const }) };
}

const next = (task: MeasureTask, taken: Partial<MeasureTask>, due: DueDay | undefined): MeasureTask => {
  const { due: _due, ...rest } = task;
  return { ...rest, ...taken, version: task.version + 1, ...(due !== undefined && { due }) };
};

/** A task as automation proposes it: that is all automation can do. */
export const proposed = (
  task: Omit<MeasureTask, 'version' | 'proposal' | 'due'>,
  { at, on }: { readonly at: Instant; readonly on: PlainDate },
  { terms, calendar }: Loop,
): MeasureTask => ({
  ...task,
  version: 1,
  proposal: { by: AUTOMATION, at, on },
  due: addWorkingDays(calendar, on, task.beneficial ? terms.decisionWorkingDays : terms.noticeWorkingDays),
});

function notify(
  task: MeasureTask,
  { grounds }: Extract<TaskAction, { step: 'notice' }>,
  by: TakenBy,
  { terms, calendar }: Loop,
): MeasureTask {
  if (stageOf(task) !== 'proposed') return notAllowed('notified-already', task);
  const objectBy = addWorkingDays(calendar, by.moment.on, terms.objectionWorkingDays);
  const due = addWorkingDays(calendar, objectBy.dueOn, terms.decisionWorkingDays);
  return next(task, { notice: { ...stepOf(task, by), grounds, objectBy } }, due);
}

function object(
  task: MeasureTask,
  { reason, proofs }: Extract<TaskAction, { step: 'objection' }>,
  by: TakenBy,
  { terms, calendar }: Loop,
): MeasureTask {
  const { notice } = task;
  if (notice === undefined) return notAllowed('not-notified', task);
  if (stageOf(task) !== 'notified') return notAllowed('objected-or-decided', task);
  if (by.moment.on > notice.objectBy.dueOn) return notAllowed('objection-period-over', task);
  const { late: _late, ...step } = stepOf(task, by);
  const due = addWorkingDays(calendar, by.moment.on, terms.decisionWorkingDays);
  return next(task, { objection: { ...step, reason, proofs } }, due);
}

/** Against nobody is decided before they were told and had their days, or had their say. */
function requireHeard(task: MeasureTask, answer: string | undefined, on: PlainDate): void {
  const { beneficial, notice, objection } = task;
  if (objection !== undefined && answer === undefined) notAllowed('objection-unanswered', task);
  if (beneficial || objection !== undefined) return;
  if (notice === undefined) notAllowed('not-notified', task);
  else if (on <= notice.objectBy.dueOn) notAllowed('objection-period-runs', task);
}

function decide(
  task: MeasureTask,
  { outcome, reason, answer }: Extract<TaskAction, { step: 'decision' }>,
  by: TakenBy,
  { terms, calendar }: Loop,
): MeasureTask {
  if (!['proposed', 'notified', 'objected'].includes(stageOf(task)))
    return notAllowed('decided-already', task);
  if (task.proposal.by === by.by) throw new DomainError('concerns-officer');
  if (outcome === 'apply') requireHeard(task, answer, by.moment.on);
  else if (task.objection !== undefined && answer === undefined) notAllowed('objection-unanswered', task);
  const decision = { ...stepOf(task, by), outcome, reason, ...(answer !== undefined && { answer }) };
  const due =
    outcome === 'apply' ? addWorkingDays(calendar, by.moment.on, terms.executionWorkingDays) : undefined;
  return next(task, { decision }, due);
}

function execute(
  task: MeasureTask,
  { how }: Extract<TaskAction, { step: 'execution' }>,
  by: TakenBy,
  { terms, calendar }: Loop,
): MeasureTask {
  if (stageOf(task) !== 'decided') return notAllowed('not-decided-to-apply', task);
  const due = addWorkingDays(calendar, by.moment.on, terms.feedbackWorkingDays);
  return next(task, { execution: { ...stepOf(task, by), how } }, due);
}

function feedBack(
  task: MeasureTask,
  { result, text }: Extract<TaskAction, { step: 'feedback' }>,
  by: TakenBy,
): MeasureTask {
  if (stageOf(task) !== 'executed') return notAllowed('not-executed', task);
  return next(
    task,
    { feedback: { ...stepOf(task, by), result, ...(text !== undefined && { text }) } },
    undefined,
  );
}

/** Writes down that a measure has ended; of a ground that ended it says why and since when. */
export function released(
  task: MeasureTask,
  cause: ReleaseCause,
  by: TakenBy,
  { on = by.moment.on, reason }: { readonly on?: PlainDate; readonly reason?: string } = {},
): MeasureTask {
  if (task.release !== undefined) return notAllowed('released', task);
  const day = laterDay(task.proposal.on, on < by.moment.on ? on : by.moment.on);
  const release = { by: by.by, at: by.moment.at, on: day, cause, ...(reason !== undefined && { reason }) };
  return next(task, { release }, undefined);
}

function releaseBy(
  task: MeasureTask,
  { cause, reason }: Extract<TaskAction, { step: 'release' }>,
  ground: Ground,
  by: TakenBy,
): MeasureTask {
  if (cause === 'subject-ended') return released(task, 'subject-ended', by, { reason });
  if (ground.state !== 'ended') return notAllowed('ground-holds', task);
  return released(task, ground.cause, by, { on: ground.on, reason });
}

/**
 * Takes one step of a task, on the ground as it stands. Nothing but its release can follow where that has ended, and no
 * measure is decided or carried out while its record is shielded.
 *
 * @throws DomainError `task-step-not-allowed`, `concerns-officer` for whoever proposed it.
 */
export function takeStep(
  task: MeasureTask,
  action: TaskAction,
  ground: Ground,
  by: TakenBy,
  loop: Loop,
): MeasureTask {
  if (task.release !== undefined) return notAllowed('released', task);
  if (action.step === 'release') return releaseBy(task, action, ground, by);
  if (ground.state === 'ended') return notAllowed(ground.cause, task);
  const burdens = action.step === 'notice' || action.step === 'decision' || action.step === 'execution';
  if (ground.state === 'suspended' && burdens) return notAllowed('shielded', task);
  switch (action.step) {
    case 'notice':
      return notify(task, action, by, loop);
    case 'objection':
      return object(task, action, by, loop);
    case 'decision':
      return decide(task, action, by, loop);
    case 'execution':
      return execute(task, action, by, loop);
    case 'feedback':
      return feedBack(task, action, by);
  }
}
