import { findAuthority } from '../../catalog/authorities.ts';
import { inboxKeeping } from '../../catalog/inbox.ts';
import { findItem } from '../../catalog/items.ts';
import type { InboxNotice } from '../domain/registration/inbox-notice.ts';
import type { Bilingual } from '../domain/standard/provenance.ts';
import { type Caller, ownKeys } from '../domain/subject/caller.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import { type Instant, instantOf, type Moment } from '../domain/time/instant.ts';
import type { Page } from '../store/cursor.ts';
import type { InboxStore } from '../store/inbox-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import { allOwnKeys } from './all-own-keys.ts';

/** A notice, with the names of its item and its authority. */
export interface NamedNotice extends InboxNotice {
  readonly itemName: Bilingual;
  readonly authorityName: string;
}

export interface NoticesAsked {
  /** Nothing that happened before. */
  readonly since?: Instant | undefined;
  readonly cursor?: string | undefined;
}

export interface ListNoticesDeps {
  readonly inbox: InboxStore;
  readonly standings: Pick<StandingStore, 'readHalves'>;
}

const DAY_MS = 86_400_000;

async function named(notice: InboxNotice): Promise<NamedNotice> {
  const item = await findItem(notice.item);
  return {
    ...notice,
    itemName: item?.name ?? { zh: notice.item, en: notice.item },
    authorityName: findAuthority(notice.authority)?.name ?? notice.authority,
  };
}

/**
 * What a caller is told of filings, the newest first: of those they filed, and, where their token names a subject, of
 * steps by office that concern that subject, told under whichever of its keys. What is older than notices are kept is not
 * told, dropped already or not. One step; another where keys are linked that the token does not name, as hardly any are.
 *
 * @throws DomainError `invalid-request` for a cursor of another list, `too-busy`; whatever a store throws.
 */
export function createListNotices({ inbox, standings }: ListNoticesDeps) {
  return async (
    caller: Caller,
    { since, cursor }: NoticesAsked,
    moment: Moment,
  ): Promise<Page<NamedNotice>> => {
    const { id } = caller;
    const keys = ownKeys(caller);
    const keptFrom = instantOf(new Date(Date.parse(moment.at) - inboxKeeping().keptDays * DAY_MS));
    const pageOf = (owners: readonly SubjectKey[]) =>
      inbox.list({
        owners: [id, ...owners],
        from: since === undefined || since < keptFrom ? keptFrom : since,
        binding: `listMyNotices#${id}#${keys.join(' ')}#${since ?? ''}`,
        cursor,
      });
    const [told, all] = await Promise.all([
      pageOf(keys),
      keys.length === 0 ? keys : allOwnKeys(caller, standings),
    ]);
    const page = all.length === keys.length ? told : await pageOf(all);
    return { ...page, entries: await Promise.all(page.entries.map(named)) };
  };
}

export type ListNotices = ReturnType<typeof createListNotices>;
