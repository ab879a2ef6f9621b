import type { Instant } from '../time/instant.ts';
import { type Refusal, sniff } from './sniff.ts';

/** What a material may be: documents and pictures, nothing that runs. */
export const materialTypes = ['application/pdf', 'image/jpeg', 'image/png'] as const;
export type MaterialType = (typeof materialTypes)[number];

/** A file as somebody says that it is, before it is uploaded. */
export interface DeclaredFile {
  readonly mediaType: MaterialType;
  readonly bytes: number;
  /** 64 hex digits. */
  readonly sha256: string;
}

/** A file as it arrived. */
export interface ArrivedFile {
  readonly mediaType: string | undefined;
  readonly bytes: number;
  readonly sha256: string | undefined;
  /** Its first and last bytes; of a short file both are the whole. */
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
  /** Which of several writings under one key it is, where the place keeps them apart. */
  readonly revision?: string | undefined;
}

/** Why an upload is not taken: it is not what was declared, or not what it says it is. */
export type MaterialRefusal = 'other-size' | 'other-digest' | 'other-type' | Refusal;

export type MaterialState =
  /** A form was given out to upload it by. */
  | { readonly state: 'awaited' }
  | { readonly state: 'refused'; readonly refusal: MaterialRefusal; readonly refusedAt: Instant }
  | {
      readonly state: 'stored';
      readonly storedAt: Instant;
      readonly revision?: string;
      /** The filing it was handed in with last. */
      readonly filing?: string;
    };

/** A material (申请材料) as a file that is uploaded: whose it is, what it was declared as, where it stands. */
export type Material = DeclaredFile & {
  readonly id: string;
  readonly version: number;
  readonly owner: string;
  /** Where it was taken in: those of that window may hand it in as well. */
  readonly window?: string;
  readonly createdAt: Instant;
  /** While no filing names it, it counts up to this instant and is dropped some time after. */
  readonly keptUntil: Instant;
} & MaterialState;

export type StoredMaterial = Extract<Material, { readonly state: 'stored' }>;

/** A material as a filing keeps it. */
export interface FiledUpload extends DeclaredFile {
  readonly material: string;
  readonly storedAt: Instant;
  readonly revision?: string;
}

/** Held against what was declared, and its bytes against its type. `undefined`: it is taken. */
export function refusalOf(declared: DeclaredFile, arrived: ArrivedFile): MaterialRefusal | undefined {
  if (arrived.bytes !== declared.bytes) return 'other-size';
  if (arrived.sha256 !== declared.sha256) return 'other-digest';
  if (arrived.mediaType !== declared.mediaType) return 'other-type';
  return sniff(declared.mediaType, arrived);
}

/** One that no filing names ends by itself; one that a filing names is kept with it. */
export const isGone = (material: Material, at: Instant): boolean =>
  !(material.state === 'stored' && material.filing !== undefined) && material.keptUntil <= at;

export const filedUpload = ({
  id,
  mediaType,
  bytes,
  sha256,
  storedAt,
  revision,
}: StoredMaterial): FiledUpload => ({
  material: id,
  mediaType,
  bytes,
  sha256,
  storedAt,
  ...(revision !== undefined && { revision }),
});
