import { DomainError } from '../domain/errors.ts';
import { countsOf, recounted } from '../domain/measures/feedback-rate.ts';
import type { MeasureTask } from '../domain/measures/task.ts';
import type { FeedbackStore } from '../store/feedback-store.ts';
import { taskOfImage } from '../store/task-items.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import { ATTEMPTS, backOff } from './back-off.ts';
import type { Projection } from './fan-out.ts';

export interface CountingDeps {
  readonly feedback: FeedbackStore;
  readonly writeAll: WriteAll;
}

/** In one transaction with the version it is of, so that what comes again, or late, changes nothing. */
async function count(task: MeasureTask, { feedback, writeAll }: CountingDeps): Promise<void> {
  const [rates, counted] = await Promise.all([feedback.ratesOf(task.executor), feedback.countedOf(task.id)]);
  if ((counted.of ?? 0) >= task.version) return;
  const now = countsOf(task);
  await writeAll([
    feedback.replaceRates(task.executor, rates, recounted(rates.counts, counted.counts, now)),
    feedback.replaceCounted(task.id, counted, now, task.version),
  ]);
}

/** Counts how tasks are answered. What others count for the same authority meanwhile is read anew. */
export const createCountFeedback = (deps: CountingDeps): Projection => ({
  name: 'feedback',
  project: async (image) => {
    const task = taskOfImage(image);
    if (task === undefined) return;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await backOff(attempt);
      try {
        return await count(task, deps);
      } catch (error) {
        if (!(error instanceof ConditionsFailed)) throw error;
      }
    }
    throw new DomainError('too-busy');
  },
});
