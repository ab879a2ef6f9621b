import type { Proof } from '../credit/dispute.ts';
import type { Article, Bilingual } from '../standard/provenance.ts';
import type { SubjectKey } from '../subject/subject-key.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { DueDay } from '../time/working-days.ts';
import { type EndedGround, endedGrounds, type Ground } from './task-ground.ts';

/** The limits of one side's loop, in working days. */
export interface TaskTerms {
  readonly noticeWorkingDays: number;
  readonly objectionWorkingDays: number;
  readonly decisionWorkingDays: number;
  readonly executionWorkingDays: number;
  readonly feedbackWorkingDays: number;
  readonly reminderWorkingDays: number;
  /** What the subject is told of its rights. */
  readonly rights: Bilingual;
  readonly articles: readonly Article[];
}

/** `subject-ended`: died, or cancelled. `not-applicable`: decided so. All others follow from the ground. */
export const releaseCauses = [...endedGrounds, 'subject-ended'] as const;
export type ReleaseCause = EndedGround | 'subject-ended';

export const feedbackResults = ['done', 'partly-done', 'not-done'] as const;
export type FeedbackResult = (typeof feedbackResults)[number];

/** Who took a step, and when; `late` where its limit had passed. */
export interface TaskStep {
  readonly by: string;
  readonly at: Instant;
  readonly on: PlainDate;
  readonly late?: true;
}

/** What is proposed by no officer. */
export const AUTOMATION = 'automation';

/**
 * One measure or incentive that one executing authority has to deal with (联合奖惩任务). It belongs to the executing
 * authority's side alone. Which steps were taken is what it holds; its state follows (`stageOf`).
 */
export interface MeasureTask {
  readonly id: string;
  readonly version: number;
  readonly record: string;
  readonly row: string;
  readonly round: number;
  readonly beneficial: boolean;
  readonly subject: SubjectKey;
  readonly executor: string;
  readonly jurisdiction: string;
  readonly issuedBy: string;
  /** The edition of the list and the articles it was proposed by. */
  readonly edition: string;
  readonly articles: readonly Article[];
  readonly proposal: TaskStep;
  /** Of the next step; none when nothing is waited for. */
  readonly due?: DueDay;
  readonly notice?: TaskStep & { readonly grounds: string; readonly objectBy: DueDay };
  readonly objection?: TaskStep & { readonly reason: string; readonly proofs: readonly Proof[] };
  readonly decision?: TaskStep & {
    readonly outcome: 'apply' | 'not-applicable';
    readonly reason: string;
    /** To the objection, where there was one. */
    readonly answer?: string;
  };
  readonly execution?: TaskStep & { readonly how: string };
  readonly feedback?: TaskStep & { readonly result: FeedbackResult; readonly text?: string };
  readonly release?: TaskStep & { readonly cause: ReleaseCause; readonly reason?: string };
}

export const taskStages = [
  'proposed',
  'notified',
  'objected',
  'decided',
  'executed',
  'fed-back',
  'not-applicable',
  'released',
] as const;
export type TaskStage = (typeof taskStages)[number];

/** By the steps that were taken, whatever became of the ground meanwhile. */
export function stageOf({
  release,
  feedback,
  execution,
  decision,
  objection,
  notice,
}: MeasureTask): TaskStage {
  if (release) return 'released';
  if (feedback) return 'fed-back';
  if (execution) return 'executed';
  if (decision) return decision.outcome === 'apply' ? 'decided' : 'not-applicable';
  if (objection) return 'objected';
  return notice ? 'notified' : 'proposed';
}

/** Nothing is waited for any more but the end of the measure, or not even that. */
export const isClosed = (task: MeasureTask): boolean =>
  ['fed-back', 'not-applicable', 'released'].includes(stageOf(task));

/**
 * A task as it is to be told now: one whose ground has ended is released, whether or not that was written down yet, and
 * nothing of it is due.
 */
export function toldBy(
  task: MeasureTask,
  ground: Ground,
  { at, on }: { at: Instant; on: PlainDate },
): MeasureTask {
  if (task.release !== undefined || ground.state !== 'ended') return task;
  const { due: _due, ...rest } = task;
  return {
    ...rest,
    release: { by: AUTOMATION, at, on: ground.on < on ? ground.on : on, cause: ground.cause },
  };
}
