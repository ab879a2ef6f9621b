import { type Defect, DomainError } from '../domain/errors.ts';
import { closed, isOpen, type OpenDraft } from '../domain/registration/draft.ts';
import type { Filing } from '../domain/registration/filing.ts';
import {
  type FiledUpload,
  filedUpload,
  type Material,
  type StoredMaterial,
} from '../domain/registration/material.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { DraftStore } from '../store/draft-store.ts';
import type { FilingStore } from '../store/filing-store.ts';
import type { MaterialFiles } from '../store/material-files.ts';
import type { MaterialStore } from '../store/material-store.ts';
import type { Write } from '../store/transaction.ts';
import { ownsMaterial } from './material-rights.ts';
import { materialsFiled } from './read-materials.ts';

export interface IntakeDeps {
  readonly materials: MaterialStore;
  readonly drafts: DraftStore;
  readonly files: Pick<MaterialFiles, 'keep'>;
  readonly filings: Pick<FilingStore, 'find'>;
}

/** Materials, and the uploads and the draft that are handed in with them: a whole package, or what follows one. */
export interface Brings {
  readonly facts: unknown;
  readonly uploads?: readonly string[] | undefined;
  readonly draft?: string | undefined;
}

/** What a package names beside its facts. */
export interface Intake {
  readonly uploads: readonly StoredMaterial[];
  readonly draft: OpenDraft | undefined;
}

const refuse = (defects: readonly Defect[]): never => {
  throw new DomainError('material-unusable', { defects });
};

/** Why an upload cannot be handed in with these facts, whatever other filings say. */
function defectOf(material: Material | undefined, caller: Caller, digests: ReadonlySet<string>) {
  if (material === undefined || !ownsMaterial(caller, material)) return 'unknown-upload';
  if (material.state !== 'stored') return 'upload-not-stored';
  return digests.has(material.sha256) ? undefined : 'digest-not-filed';
}

/** A filing that came to nothing gives back what was handed in with it. */
const CAME_TO_NOTHING: ReadonlySet<string> = new Set(['returned', 'refused', 'withdrawn']);

const standsOn = (filing: Filing | undefined): boolean =>
  filing !== undefined && !CAME_TO_NOTHING.has(filing.state);

export type UploadDeps = Pick<IntakeDeps, 'filings'> & {
  readonly materials: Pick<MaterialStore, 'findMany'>;
};

async function readUploads(
  { materials }: UploadDeps,
  caller: Caller,
  { uploads = [], facts }: Brings,
  { at }: Moment,
): Promise<readonly StoredMaterial[]> {
  if (uploads.length === 0) return [];
  const found = await materials.findMany(uploads, at);
  const digests = new Set(materialsFiled(facts).map(({ sha256 }) => sha256));
  const defects = uploads.flatMap((id, index) => {
    const code = defectOf(found.get(id), caller, digests);
    return code === undefined ? [] : [{ path: `/uploads/${index}`, code }];
  });
  if (defects.length > 0) refuse(defects);
  return [...new Set(uploads)].flatMap((id) => (found.get(id) as StoredMaterial | undefined) ?? []);
}

/** No other filing stands on the uploads. */
async function requireFree(
  { filings }: UploadDeps,
  uploads: readonly StoredMaterial[],
  { uploads: named = [] }: Brings,
): Promise<void> {
  const elsewhere = [...new Set(uploads.flatMap(({ filing = [] }) => filing))];
  const others = await Promise.all(elsewhere.map(filings.find));
  const standing = new Set(others.flatMap((filing) => (standsOn(filing) ? [filing?.id] : [])));
  const taken = new Set(uploads.flatMap((one) => (standing.has(one.filing ?? '') ? [one.id] : [])));
  const defects = named.flatMap((id, index) =>
    taken.has(id) ? [{ path: `/uploads/${index}`, code: 'upload-in-other-filing' }] : [],
  );
  if (defects.length > 0) refuse(defects);
}

/**
 * Whether the uploads of a package could be handed in with it now, as when it is filed; nothing is kept or bound.
 *
 * @throws DomainError `material-unusable`.
 */
export const checkUploads = async (
  deps: UploadDeps,
  caller: Caller,
  filed: Brings,
  moment: Moment,
): Promise<void> => requireFree(deps, await readUploads(deps, caller, filed, moment), filed);

/**
 * What a package brings beside its facts: files and a draft. Read beside the first step, held beside the second, written
 * with the third. Rules see none of it: to them a material is its kind and its digest, and the file has to have it.
 */
export function createIntake({ materials, drafts, files, filings }: IntakeDeps) {
  const readDraft = async (caller: Caller, { draft: id }: Brings, { at }: Moment) => {
    if (id === undefined) return undefined;
    const draft = await drafts.find(caller.id, id);
    if (draft !== undefined && isOpen(draft, at)) return draft;
    const filing = draft?.state === 'filed' ? { filing: draft.filing } : {};
    throw new DomainError('draft-not-open', { values: { draft: id, ...filing } });
  };

  return {
    /** @throws DomainError `material-unusable`, `draft-not-open`. */
    async read(caller: Caller, filed: Brings, moment: Moment): Promise<Intake> {
      const [uploads, draft] = await Promise.all([
        readUploads({ materials, filings }, caller, filed, moment),
        readDraft(caller, filed, moment),
      ]);
      return { uploads, draft };
    },
    /**
     * Sees that no other filing stands on the uploads, and that from now on they are kept. A file that is kept for a
     * filing that then does not come about is kept for nothing, which is the better of two mistakes.
     *
     * @throws DomainError `material-unusable`, `too-busy` when the files cannot be reached.
     */
    async hold({ uploads }: Intake, filed: Brings): Promise<void> {
      const kept = Promise.all(uploads.map(files.keep)).catch((cause: unknown) => {
        throw new DomainError('too-busy', { cause });
      });
      await Promise.all([requireFree({ materials, filings }, uploads, filed), kept]);
    },
    /** The files as the filing keeps them. */
    filedUploads: ({ uploads }: Intake): { readonly uploads?: readonly FiledUpload[] } =>
      uploads.length === 0 ? {} : { uploads: uploads.map(filedUpload) },
    /** The draft closes once its filing is taken in; while that is returned, it is there to be mended. */
    writesFor: ({ uploads, draft }: Intake, filing: Filing): readonly Write[] => [
      ...uploads.map((material) => materials.bind(material, filing.id)),
      ...(draft === undefined || filing.state === 'returned'
        ? []
        : drafts.replace(closed(draft, { state: 'filed', filing: filing.id }), '')),
    ],
  };
}
