import { createHash } from 'node:crypto';
import { importQuota } from '../../catalog/import-quotas.ts';
import {
  type DeclaredImport,
  envelopeOf,
  type Import,
  type ImportQuota,
  importLimits,
  isWithinQuota,
} from '../domain/credit/import.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import { addSeconds, type Instant, type Moment } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { ImportFiles } from '../store/import-files.ts';
import type { ImportStore } from '../store/import-store.ts';
import type { UploadForm } from '../store/material-files.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import { authorityOf } from './caller-authority.ts';
import { outrunRaces } from './outrun-races.ts';

export interface RequestImportDeps {
  readonly imports: ImportStore;
  readonly files: Pick<ImportFiles, 'uploadForm'>;
  readonly writeAll: WriteAll;
  /** @default that of the catalogue */
  readonly quota?: ImportQuota;
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
 * of its authority tells it again gets the same import. One that has stalled waits for its file again. How much an authority
 * tells on one day is bounded; what is known already counts once.
 *
 * @throws DomainError `forbidden` without an authority, `too-many-imports`, `too-busy`.
 */
export function createRequestImport(deps: RequestImportDeps) {
  const { imports, files, writeAll, quota = importQuota() } = deps;

  const open = (told: Import, on: PlainDate): Promise<Omit<RequestedImport, 'form'>> =>
    outrunRaces(async () => {
      const [known, counted] = await Promise.all([
        imports.find(told.id),
        imports.countOn(told.authority, on),
      ]);
      if (known !== undefined) return { import: known, isNew: false };
      if (!isWithinQuota(counted, quota, told))
        throw new DomainError('too-many-imports', { values: { files: quota.files, bytes: quota.bytes } });
      try {
        await writeAll(imports.create(told, counted));
        return { import: told, isNew: true };
      } catch (error) {
        const wasFirst = error instanceof ConditionsFailed && error.conditions.includes('import-is-new');
        const first = wasFirst ? await imports.find(told.id) : undefined;
        if (first === undefined) throw error;
        return { import: first, isNew: false };
      }
    });

  /** By what came of it last. Steps are tried again for an hour or two, and an execution that has failed can be redriven. */
  async function hasStalled(told: Import, at: Instant): Promise<boolean> {
    if (told.state !== 'splitting' && told.state !== 'running') return false;
    const isLongAgo = (last: Instant) => addSeconds(last, importLimits.stalledHours * 3_600) <= at;
    if (!isLongAgo(told.startedAt)) return false;
    const done = told.state === 'running' ? await imports.listDone(told) : [];
    return done.every(({ finishedAt }) => isLongAgo(finishedAt));
  }

  /**
   * One that came to no end begins anew with its file: rows it had published are found by their marks. An execution that is
   * redriven beside it is of a former round and does nothing.
   */
  async function begunAnew(told: Import): Promise<Import> {
    const { version, round, ...same } = envelopeOf(told);
    const next: Import = { ...same, version: version + 1, round: round + 1, state: 'awaiting-upload' };
    try {
      await writeAll([imports.replace(next)]);
      return next;
    } catch (error) {
      if (!(error instanceof ConditionsFailed)) throw error;
      return (await imports.find(told.id)) ?? told;
    }
  }

  return async (caller: Caller, declared: DeclaredImport, { at, on }: Moment): Promise<RequestedImport> => {
    const authority = authorityOf(caller).id;
    const id = importIdOf(authority, declared);
    const told: Import = {
      ...declared,
      id,
      version: 1,
      round: 1,
      authority,
      requestedBy: caller.id,
      createdAt: at,
      state: 'awaiting-upload',
    };
    const first = await open(told, on);
    const opened = (await hasStalled(first.import, at))
      ? { import: await begunAnew(first.import), isNew: false }
      : first;
    if (opened.import.state !== 'awaiting-upload') return opened;
    const expiresAt = addSeconds(at, importLimits.formMinutes * 60);
    const form = await files.uploadForm(id, declared, { at, until: expiresAt });
    return { ...opened, form: { ...form, expiresAt } };
  };
}

export type RequestImport = ReturnType<typeof createRequestImport>;
