import { followUpTerms } from '../../catalog/tolerated.ts';
import { awaitedOf, type FollowUp, followUpDue, followUpStateOf } from '../domain/registration/follow-up.ts';
import type { Moment } from '../domain/time/instant.ts';
import { addWorkingDays, type WorkingCalendar } from '../domain/time/working-days.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { FollowUpStore } from '../store/follow-up-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';

export interface RemindOfFollowUpsDeps {
  readonly filings: Pick<FilingStore, 'find'>;
  readonly followUps: FollowUpStore;
  readonly writeAll: WriteAll;
  readonly calendar: WorkingCalendar;
}

export interface FollowUpsReminded {
  readonly reminded: number;
  /** Awaited past their due day, reminded of now or before. */
  readonly overdue: number;
}

/**
 * Reminds those who promised materials: once before the due day, once after it. It decides nothing; what is overdue is so when
 * it is read, and what follows from it is for an officer. The promise of a filing that came to nothing leaves the list.
 */
export function createRemindOfFollowUps({ filings, followUps, writeAll, calendar }: RemindOfFollowUpsDeps) {
  /** Whoever hands in, closes or reminds at the same moment was first. */
  const tryTo = async (write: Parameters<WriteAll>[0][number]): Promise<boolean> => {
    try {
      await writeAll([write]);
      return true;
    } catch (error) {
      if (error instanceof ConditionsFailed) return false;
      throw error;
    }
  };

  async function look(followUp: FollowUp, { at, on }: Moment): Promise<FollowUpsReminded> {
    const filing = await filings.find(followUp.filing);
    const state = filing === undefined ? 'moot' : followUpStateOf(followUp, filing);
    if (state !== 'awaited') {
      if (state === 'moot')
        await tryTo(
          followUps.put({
            ...followUp,
            handedIn: [],
            mootOn: on,
            changedAt: at,
            version: followUp.version + 1,
          }),
        );
      return { reminded: 0, overdue: 0 };
    }
    const { dueOn } = followUpDue(followUp, calendar);
    const { filing: id, item, authority, submittedBy } = followUp;
    const overdue = on > dueOn;
    const awaited = awaitedOf(followUp).length;
    const reminder = { filing: id, item, authority, submittedBy, awaited, dueOn, overdue, at, on };
    return { reminded: (await tryTo(followUps.remind(reminder))) ? 1 : 0, overdue: overdue ? 1 : 0 };
  }

  return async (authorities: readonly string[], moment: Moment): Promise<FollowUpsReminded> => {
    const { dueOn: dueBy } = addWorkingDays(calendar, moment.on, followUpTerms().reminderWorkingDays);
    const sums = { reminded: 0, overdue: 0 };
    for (const authority of authorities) {
      let cursor: string | undefined;
      do {
        const page = await followUps.listAwaited({ authority, dueBy }, cursor);
        for (const followUp of page.entries) {
          const { reminded, overdue } = await look(followUp, moment);
          sums.reminded += reminded;
          sums.overdue += overdue;
        }
        cursor = page.next;
      } while (cursor !== undefined);
    }
    return sums;
  };
}

export type RemindOfFollowUps = ReturnType<typeof createRemindOfFollowUps>;
