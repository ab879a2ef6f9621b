import { DomainError } from '../domain/errors.ts';
import { followUpStateOf } from '../domain/registration/follow-up.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Page } from '../store/cursor.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { FollowUpStore } from '../store/follow-up-store.ts';
import { seesProceedings } from './filing-rights.ts';
import type { FollowUpFile } from './follow-up-filing.ts';

export interface ListFollowUpsDeps {
  readonly filings: Pick<FilingStore, 'find'>;
  readonly followUps: Pick<FollowUpStore, 'listAwaited'>;
}

/**
 * What an authority still waits for (容缺补交), by due day. A filing that came to nothing is left out, though its promise
 * may stand in the list for a day longer.
 */
export const createListFollowUps =
  ({ filings, followUps }: ListFollowUpsDeps) =>
  /** @throws DomainError `forbidden` for the list of another authority. */
  async (caller: Caller, authority: string, cursor?: string): Promise<Page<FollowUpFile>> => {
    if (caller.authority !== authority) throw new DomainError('forbidden');
    const { entries, next } = await followUps.listAwaited({ authority }, cursor);
    const files = await Promise.all(
      entries.map(async (followUp) => ({ followUp, filing: await filings.find(followUp.filing) })),
    );
    return {
      entries: files.flatMap(({ followUp, filing }) =>
        filing !== undefined &&
        seesProceedings(caller, filing) &&
        followUpStateOf(followUp, filing) === 'awaited'
          ? [{ followUp, filing }]
          : [],
      ),
      ...(next !== undefined && { next }),
    };
  };

export type ListFollowUps = ReturnType<typeof createListFollowUps>;
