import { type Import, type Progress, progressOf } from '../domain/credit/import.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { Page } from '../store/cursor.ts';
import type { ImportStore } from '../store/import-store.ts';
import { authorityOf } from './caller-authority.ts';

export interface ListedImport extends Progress {
  readonly import: Import;
}

/**
 * What the caller's authority imports, the newest first: by file, with how far each is. Where the receipts of one are is told
 * with it alone.
 *
 * @throws DomainError `forbidden` without an authority, `invalid-request` for a cursor of another list, `too-busy`.
 */
export function createListImports({ imports }: { readonly imports: ImportStore }) {
  return async (caller: Caller, cursor: string | undefined, { at }: Moment): Promise<Page<ListedImport>> => {
    const { id: authority } = authorityOf(caller);
    const page = await imports.listOf(authority, `listImports#${caller.id}`, cursor);
    const entries = await Promise.all(
      page.entries.map(async (told) => {
        const done = told.state === 'running' ? await imports.listDone(told) : [];
        return { import: told, ...progressOf(told, done, at) };
      }),
    );
    return { ...page, entries };
  };
}

export type ListImports = ReturnType<typeof createListImports>;
