import { DomainError } from '../domain/errors.ts';
import {
  type ArrivedFile,
  type Material,
  refusalOf,
  type StoredMaterial,
} from '../domain/registration/material.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Instant, Moment } from '../domain/time/instant.ts';
import type { MaterialFiles } from '../store/material-files.ts';
import type { MaterialStore } from '../store/material-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import { requireOwnMaterial } from './material-rights.ts';

export interface CompleteUploadDeps {
  readonly materials: MaterialStore;
  readonly files: MaterialFiles;
  readonly writeAll: WriteAll;
}

/** What an awaited material becomes by what arrived. */
function completed(material: Material, arrived: ArrivedFile, at: Instant): Material {
  const { id, owner, window, mediaType, bytes, sha256, createdAt, keptUntil } = material;
  const version = material.version + 1;
  const same = {
    ...{ id, version, owner, mediaType, bytes, sha256, createdAt, keptUntil },
    ...(window !== undefined && { window }),
  };
  const refusal = refusalOf(material, arrived);
  if (refusal !== undefined) return { ...same, state: 'refused', refusal, refusedAt: at };
  const { revision } = arrived;
  return { ...same, state: 'stored', storedAt: at, ...(revision !== undefined && { revision }) };
}

/** @throws DomainError `material-refused`, as often as it is asked. */
function taken(material: Material): StoredMaterial {
  if (material.state === 'stored') return material;
  const reason = material.state === 'refused' ? material.refusal : material.state;
  throw new DomainError('material-refused', { values: { reason } });
}

/**
 * Looks at what arrived: size, digest and type as they were declared, and first and last bytes as that type has them.
 * What was found is kept; asked again, it is told again.
 *
 * @throws DomainError `not-found`, `material-not-arrived`, `material-refused`.
 */
export function createCompleteUpload({ materials, files, writeAll }: CompleteUploadDeps) {
  return async (caller: Caller, id: string, { at }: Moment): Promise<StoredMaterial> => {
    const material = requireOwnMaterial(caller, await materials.find(id, at));
    if (material.state !== 'awaited') return taken(material);
    const arrived = await files.inspect(id);
    if (arrived === undefined) throw new DomainError('material-not-arrived');
    const next = completed(material, arrived, at);
    try {
      await writeAll([materials.replace(next)]);
    } catch (error) {
      /* Somebody completed it at the same moment, and found the same. */
      if (!(error instanceof ConditionsFailed)) throw error;
      return taken(requireOwnMaterial(caller, await materials.find(id, at)));
    }
    return taken(next);
  };
}
