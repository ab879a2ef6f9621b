import { randomUUID } from 'node:crypto';
import { findWindow } from '../../catalog/windows.ts';
import { DomainError } from '../domain/errors.ts';
import { intakeLimits } from '../domain/registration/intake-limits.ts';
import type { DeclaredFile, Material } from '../domain/registration/material.ts';
import type { Caller } from '../domain/subject/caller.ts';
import { addSeconds, type Instant, type Moment } from '../domain/time/instant.ts';
import type { MaterialFiles, UploadForm } from '../store/material-files.ts';
import type { MaterialStore, Uploads } from '../store/material-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { WriteAll } from '../store/transaction.ts';
import { type Answered, type Asked, answerOnce } from './answer-once.ts';
import { outrunRaces } from './outrun-races.ts';

export interface RequestUploadDeps {
  readonly materials: MaterialStore;
  readonly files: MaterialFiles;
  readonly requests: RequestStore;
  readonly writeAll: WriteAll;
}

/** A material that is awaited, and the form by which its file is sent. */
export interface RequestedUpload {
  readonly material: Material;
  readonly form: UploadForm & { readonly expiresAt: Instant };
}

/** @throws DomainError `too-many-uploads`. */
function requireRoom(caller: Caller, uploads: Uploads, { bytes }: DeclaredFile): void {
  const most = intakeLimits.uploadsADay[caller.window === undefined ? 'online' : 'window'];
  if (uploads.files < most.files && uploads.bytes + bytes <= most.bytes) return;
  throw new DomainError('too-many-uploads', { values: { files: most.files, bytes: most.bytes } });
}

/**
 * Opens an upload of one file that is told beforehand by type, size and digest. How much one caller uploads on a day is
 * bounded; what no filing names in time ends by itself.
 *
 * @throws DomainError `too-many-uploads`, `idempotency-conflict`, `too-busy`.
 */
export function createRequestUpload({ materials, files, requests, writeAll }: RequestUploadDeps) {
  const { formMinutes, keptDays } = intakeLimits.material;
  return (
    caller: Caller,
    declared: DeclaredFile,
    asked: Asked<RequestedUpload>,
    { at, on }: Moment,
  ): Promise<Answered> =>
    answerOnce(requests, writeAll, asked, ({ unanswered, save }) =>
      outrunRaces(async () => {
        const [uploads] = await Promise.all([materials.uploadsOf(caller.id, on), unanswered()]);
        requireRoom(caller, uploads, declared);
        const window = caller.window === undefined ? undefined : findWindow(caller.window);
        const material: Material = {
          ...declared,
          id: randomUUID(),
          version: 1,
          state: 'awaited',
          owner: caller.id,
          ...(window !== undefined && { window: window.id }),
          createdAt: at,
          keptUntil: addSeconds(at, keptDays * 86_400),
        };
        const expiresAt = addSeconds(at, formMinutes * 60);
        const form = await files.uploadForm(material.id, declared, { at, until: expiresAt });
        const requested: RequestedUpload = { material, form: { ...form, expiresAt } };
        await save(requested, [materials.create(material), materials.count(uploads, declared.bytes, at)]);
        return requested;
      }),
    );
}
