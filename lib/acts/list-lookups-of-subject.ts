import { findAuthority } from '../../catalog/authorities.ts';
import { DomainError } from '../domain/errors.ts';
import { type Caller, ownKeys } from '../domain/subject/caller.ts';
import type { Page } from '../store/cursor.ts';
import type { LookupLogStore, SeenLookup } from '../store/lookup-log-store.ts';
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
export function createListLookupsOfSubject({ lookupLog }: { readonly lookupLog: LookupLogStore }) {
  return async (caller: Caller, cursor?: string): Promise<Page<NamedLookup>> => {
    const keys = ownKeys(caller);
    if (keys.length === 0) throw new DomainError('forbidden');
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
