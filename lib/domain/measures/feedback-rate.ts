import type { MeasureTask } from './task.ts';
import { stageOf } from './task.ts';

/** How an authority's tasks were answered (反馈率), in numbers of tasks. */
export interface FeedbackCounts {
  /** Put to it, whatever became of them. */
  readonly proposed: number;
  /** Of which feedback was due: decided to apply, and not released before it was given. */
  readonly due: number;
  readonly inTime: number;
  readonly late: number;
  /** Due and not given yet. */
  readonly open: number;
  readonly notApplicable: number;
}

export const noFeedback: FeedbackCounts = {
  proposed: 0,
  due: 0,
  inTime: 0,
  late: 0,
  open: 0,
  notApplicable: 0,
};

/** What one task adds. */
export function countsOf(task: MeasureTask): FeedbackCounts {
  const { feedback, decision } = task;
  const late = feedback?.late === true ? 1 : 0;
  const inTime = feedback === undefined ? 0 : 1 - late;
  const awaited = ['decided', 'executed'].includes(stageOf(task)) ? 1 : 0;
  return {
    proposed: 1,
    due: inTime + late + awaited,
    inTime,
    late,
    open: awaited,
    notApplicable: decision?.outcome === 'not-applicable' ? 1 : 0,
  };
}

const names = Object.keys(noFeedback) as readonly (keyof FeedbackCounts)[];

/** A sum in which what a task added before is replaced by what it adds now. */
export const recounted = (sum: FeedbackCounts, before: FeedbackCounts, now: FeedbackCounts): FeedbackCounts =>
  Object.fromEntries(
    names.map((name) => [name, sum[name] - before[name] + now[name]]),
  ) as unknown as FeedbackCounts;
