import { findAuthority } from '../../catalog/authorities.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Page } from '../store/cursor.ts';
import type { LookupLogStore, SeenLookup } from '../store/lookup-log-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import { allOwnKeys } from './all-own-keys.ts';
import { listUnderKeys } from './list-under-keys.ts';

/** A look-up, with the name of the authority that made it. */
export interface NamedLookup extends SeenLookup {
  readonly authorityName: string;
}

/**
 * Who looked at the caller: the authority, when, why and on what ground, by page and newest first.
 *
 * @throws DomainError `forbidden` for a caller whose token names no subject.
 */
export function createListLookupsOfSubject({
  lookupLog,
  standings,
}: {
  readonly lookupLog: LookupLogStore;
  readonly standings: Pick<StandingStore, 'readHalves'>;
}) {
  return async (
    caller: Caller,
    cursor?: string,
    known?: readonly SubjectKey[],
  ): Promise<Page<NamedLookup>> => {
    const keys = known ?? (await allOwnKeys(caller, standings));
    const binding = `listMyLookups#${caller.id}`;
    const page = await listUnderKeys(keys, binding, cursor, (key, from) =>
      lookupLog.listSeen(key, `${binding}#${key}`, from),
    );
    const entries = page.entries.map((entry) => ({
      ...entry,
      authorityName: findAuthority(entry.authority)?.name ?? entry.authority,
    }));
    return { ...page, entries };
  };
}

export type ListLookupsOfSubject = ReturnType<typeof createListLookupsOfSubject>;
