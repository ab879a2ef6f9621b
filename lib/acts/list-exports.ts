import type { CreditExport } from '../domain/credit/export.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { Page } from '../store/cursor.ts';
import type { ExportStore } from '../store/export-store.ts';
import { authorityOf } from './caller-authority.ts';

/**
 * The exports of the caller's authority that are kept, the newest first. To list them takes none of them on.
 *
 * @throws DomainError `forbidden` without an authority, `invalid-request` for a cursor of another list, `too-busy`.
 */
export const createListExports =
  ({ exports }: { readonly exports: Pick<ExportStore, 'listOf'> }) =>
  async (caller: Caller, cursor: string | undefined, { at }: Moment): Promise<Page<CreditExport>> => {
    const { id: authority } = authorityOf(caller);
    return exports.listOf(authority, at, `listExports#${caller.id}`, cursor);
  };

export type ListExports = ReturnType<typeof createListExports>;
