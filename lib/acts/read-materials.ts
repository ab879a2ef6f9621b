import * as z from 'zod/mini';
import { DomainError } from '../domain/errors.ts';
import type { Filing } from '../domain/registration/filing.ts';
import { intakeLimits } from '../domain/registration/intake-limits.ts';
import type { FiledUpload, Material } from '../domain/registration/material.ts';
import type { Caller } from '../domain/subject/caller.ts';
import { addSeconds, type Instant, type Moment } from '../domain/time/instant.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { MaterialFiles } from '../store/material-files.ts';
import type { MaterialStore } from '../store/material-store.ts';
import { requireSight } from './filing-rights.ts';
import { requireOwnMaterial } from './material-rights.ts';

export interface ReadMaterialDeps {
  readonly materials: MaterialStore;
  readonly filings: Pick<FilingStore, 'find'>;
  readonly files: MaterialFiles;
}

/** A material as it was filed; without an upload its paper is where it was handed in. */
export interface FiledMaterial {
  readonly kind: string;
  readonly title: string;
  readonly sha256: string;
  readonly upload?: FiledUpload;
}

/** Where a file can be fetched for a short time. */
export interface MaterialLink {
  readonly upload: FiledUpload;
  readonly url: string;
  readonly expiresAt: Instant;
}

const filed = z.object({
  materials: z._default(z.array(z.object({ kind: z.string(), title: z.string(), sha256: z.string() })), []),
});

/** The materials of the facts as filed: every item files them alike. */
export const materialsFiled = (facts: unknown) => z.parse(filed, facts).materials;

function materialsOf({ filed: facts, uploads = [] }: Filing): readonly FiledMaterial[] {
  const byDigest = new Map(uploads.map((upload) => [upload.sha256, upload]));
  return materialsFiled(facts).map((material) => {
    const upload = byDigest.get(material.sha256);
    return { ...material, ...(upload !== undefined && { upload }) };
  });
}

/** Materials as those may see them who uploaded them, and with a filing as all who may see the filing. */
export function createReadMaterials({ materials, filings, files }: ReadMaterialDeps) {
  return {
    /** @throws DomainError `not-found`. */
    get: async (caller: Caller, id: string, { at }: Moment): Promise<Material> =>
      requireOwnMaterial(caller, await materials.find(id, at)),
    /** @throws DomainError `not-found`. */
    ofFiling: async (caller: Caller, filing: string): Promise<readonly FiledMaterial[]> =>
      materialsOf(requireSight(caller, await filings.find(filing))),
    /** @throws DomainError `not-found`, also for a file that was not handed in with this filing. */
    async link(caller: Caller, filing: string, material: string, { at }: Moment): Promise<MaterialLink> {
      const { uploads = [] } = requireSight(caller, await filings.find(filing));
      const upload = uploads.find((one) => one.material === material);
      if (upload === undefined) throw new DomainError('not-found');
      const until = addSeconds(at, intakeLimits.material.linkSeconds);
      const url = await files.downloadLink({ ...upload, id: upload.material }, { at, until });
      return { upload, url, expiresAt: until };
    },
  };
}

export type ReadMaterials = ReturnType<typeof createReadMaterials>;
