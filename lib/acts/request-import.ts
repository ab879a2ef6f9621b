import { createHash } from 'node:crypto';
import { type DeclaredImport, type Import, importLimits } from '../domain/credit/import.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import { addSeconds, type Instant, type Moment } from '../domain/time/instant.ts';
import type { ImportFiles } from '../store/import-files.ts';
import type { ImportStore } from '../store/import-store.ts';
import type { UploadForm } from '../store/material-files.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import { authorityOf } from './caller-authority.ts';

export interface RequestImportDeps {
  readonly imports: ImportStore;
  readonly files: Pick<ImportFiles, 'uploadForm'>;
  readonly writeAll: WriteAll;
}

/** An import, and the form by which its file is sent while that is awaited. */
export interface RequestedImport {
  readonly import: Import;
  readonly isNew: boolean;
  readonly form?: UploadForm & { readonly expiresAt: Instant };
}

/** The same file of the same authority, read in the same way, is the same import for good: a version-8 UUID of these. */
function importIdOf(authority: string, { format, encoding, bytes, sha256 }: DeclaredImport): string {
  const hash = createHash('sha256').update(JSON.stringify([authority, format, encoding, bytes, sha256]));
  const hex = hash.digest('hex');
  const [a, b, c, d] = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(13, 16), hex.slice(17, 20)];
  return `${a}-${b}-8${c}-a${d}-${hex.slice(20, 32)}`;
}

/**
 * Opens the import of a file that is told beforehand by format, size and digest; of a file that was told before, whoever
 * of its authority tells it again gets the same import.
 *
 * @throws DomainError `forbidden` without an authority, `too-busy`.
 */
export function createRequestImport({ imports, files, writeAll }: RequestImportDeps) {
  async function open(told: Import): Promise<Omit<RequestedImport, 'form'>> {
    const known = await imports.find(told.id);
    if (known !== undefined) return { import: known, isNew: false };
    try {
      await writeAll([imports.create(told)]);
      return { import: told, isNew: true };
    } catch (error) {
      if (!(error instanceof ConditionsFailed)) throw error;
      const first = await imports.find(told.id);
      if (first === undefined) throw new DomainError('too-busy', { cause: error });
      return { import: first, isNew: false };
    }
  }

  return async (caller: Caller, declared: DeclaredImport, { at }: Moment): Promise<RequestedImport> => {
    const authority = authorityOf(caller).id;
    const id = importIdOf(authority, declared);
    const opened = await open({
      ...declared,
      id,
      version: 1,
      authority,
      createdAt: at,
      state: 'awaiting-upload',
    });
    if (opened.import.state !== 'awaiting-upload') return opened;
    const expiresAt = addSeconds(at, importLimits.formMinutes * 60);
    const form = await files.uploadForm(id, declared, { at, until: expiresAt });
    return { ...opened, form: { ...form, expiresAt } };
  };
}

export type RequestImport = ReturnType<typeof createRequestImport>;
