import { schedules as intervals } from '../lib/cloud/schedules.ts';
import type { FunctionEntries, ScheduledFunction } from './function-entries.ts';

const minutesOf = (name: string): number => intervals[`schedules/${name}` as keyof typeof intervals].minutes;

/**
 * Runs each schedule as often as the cloud does, and all of them at once, one after another: what should have run while
 * nothing did is made up for. One that fails says so itself, and comes again.
 *
 * @returns ends them, once what is under way is done.
 */
export function startSchedules({ schedules }: Pick<FunctionEntries, 'schedules'>): () => Promise<void> {
  let done: Promise<unknown> = Promise.resolve();
  const run = (scheduled: ScheduledFunction): void => {
    done = done.then(scheduled).catch(() => undefined);
  };
  for (const scheduled of schedules.values()) run(scheduled);
  const timers = [...schedules].map(([name, scheduled]) =>
    setInterval(run, minutesOf(name) * 60_000, scheduled),
  );
  return async () => {
    for (const timer of timers) clearInterval(timer);
    await done;
  };
}
