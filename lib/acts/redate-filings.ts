import { redated } from '../domain/registration/due-day.ts';
import type { Filing } from '../domain/registration/filing.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { WorkingCalendar } from '../domain/time/working-days.ts';
import type { FilingStore } from '../store/filing-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';

export interface RedateDeps {
  readonly filings: Pick<FilingStore, 'listQueue' | 'redate'>;
  readonly writeAll: WriteAll;
  readonly calendar: WorkingCalendar;
}

export interface Redated {
  readonly looked: number;
  readonly redated: number;
  /** Past their due day by that calendar, and not decided. */
  readonly overdue: number;
}

/** How many queues are walked side by side. */
const AT_ONCE = 8;

/**
 * Puts the filings of every queue where their due day is by the calendar in force, once the notice of a year is out. Who
 * reads a filing reads that day anyway; this moves its place in the queue. It can be run at any time, and again.
 */
export function createRedateFilings({ filings, writeAll, calendar }: RedateDeps) {
  /** Whoever changes a filing meanwhile dates it by the same calendar. */
  const moveTo = async (next: Filing): Promise<boolean> => {
    try {
      await writeAll([filings.redate(next)]);
      return true;
    } catch (error) {
      if (error instanceof ConditionsFailed) return false;
      throw error;
    }
  };

  const walk = async (authority: string, on: PlainDate): Promise<Redated> => {
    const done = { looked: 0, redated: 0, overdue: 0 };
    let cursor: string | undefined;
    do {
      const { entries, next } = await filings.listQueue(authority, cursor);
      for (const filing of entries) {
        done.looked += 1;
        const dated = redated(filing, calendar);
        if (dated !== filing && (await moveTo(dated))) done.redated += 1;
        if (dated.state === 'in-review' && dated.due.dueOn < on) done.overdue += 1;
      }
      cursor = next;
    } while (cursor !== undefined);
    return done;
  };

  return async (authorities: readonly string[], on: PlainDate): Promise<Redated> => {
    const left = authorities.values();
    const sums = { looked: 0, redated: 0, overdue: 0 };
    const worker = async (): Promise<void> => {
      for (const authority of left) {
        const { looked, redated: moved, overdue } = await walk(authority, on);
        sums.looked += looked;
        sums.redated += moved;
        sums.overdue += overdue;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return sums;
  };
}
