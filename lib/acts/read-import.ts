import { type Import, importLimits, type Progress, progressOf } from '../domain/credit/import.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import { addSeconds, type Instant, type Moment } from '../domain/time/instant.ts';
import type { ImportFiles } from '../store/import-files.ts';
import type { ImportStore } from '../store/import-store.ts';

export interface ReadImportDeps {
  readonly imports: ImportStore;
  readonly files: Pick<ImportFiles, 'receiptLink'>;
}

/** An import as those of its authority see it; once it is finished, and as long as they are kept, with a link to the receipts of its rows. */
export interface SeenImport extends Progress {
  readonly import: Import;
  readonly receipt?: { readonly url: string; readonly expiresAt: Instant };
}

/** Receipts are dropped after their time, and a link to them would lead nowhere. */
const areDropped = (finishedAt: Instant, at: Instant): boolean =>
  addSeconds(finishedAt, importLimits.receiptDays * 86_400) <= at;

/** @throws DomainError `not-found`, for other authorities too: that it exists is not told. */
export function createReadImport({ imports, files }: ReadImportDeps) {
  return async (caller: Caller, id: string, { at }: Moment): Promise<SeenImport> => {
    const told = await imports.find(id);
    if (told === undefined || told.authority !== caller.authority) throw new DomainError('not-found');
    const done = told.state === 'running' ? await imports.listDone(told) : [];
    const seen = { import: told, ...progressOf(told, done, at) };
    if (told.state !== 'finished' || areDropped(told.finishedAt, at)) return seen;
    const expiresAt = addSeconds(at, importLimits.linkSeconds);
    return { ...seen, receipt: { url: await files.receiptLink(id, { at, until: expiresAt }), expiresAt } };
  };
}

export type ReadImport = ReturnType<typeof createReadImport>;
