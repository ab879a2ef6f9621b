import type { ArrivedFile, DeclaredFile } from '../domain/registration/material.ts';
import type { Instant } from '../domain/time/instant.ts';

/** A form by which a client sends one file straight to where it is kept: all fields, then the file as `file`. */
export interface UploadForm {
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** When a form or a link is signed, and until when it is good. */
export interface SignedTime {
  readonly at: Instant;
  readonly until: Instant;
}

/** A file as it is to be read again, by nobody's words but our own record's. */
export interface KeptFile extends DeclaredFile {
  readonly id: string;
  readonly revision?: string | undefined;
}

/**
 * Where the bytes of materials are. They never pass through the service: it signs what may be sent and read, and looks
 * at a few bytes of what arrived.
 */
export interface MaterialFiles {
  /** Signed over key, type, size and digest: nothing but this file can be sent by it. */
  uploadForm(id: string, file: DeclaredFile, time: SignedTime): Promise<UploadForm>;
  /** What arrived; `undefined` where nothing has yet. */
  inspect(id: string): Promise<ArrivedFile | undefined>;
  /** From now on it does not end by itself. */
  keep(file: Pick<KeptFile, 'id' | 'revision'>): Promise<void>;
  /** Nothing keeps it any more; one that is gone already is none. */
  release(file: Pick<KeptFile, 'id' | 'revision'>): Promise<void>;
  /** A link to download it by as an attachment. */
  downloadLink(file: KeptFile, time: SignedTime): Promise<string>;
}

export const secondsOf = ({ at, until }: SignedTime): number =>
  Math.floor((Date.parse(until) - Date.parse(at)) / 1000);

/** Everything under one beginning, by which rights and lifecycle are told. */
export const KEY_PREFIX = 'materials/';

export const keyOf = (id: string): string => `${KEY_PREFIX}${id}`;

/** The digest as HTTP and the policies have it. */
export const base64Of = (sha256: string): string => Buffer.from(sha256, 'hex').toString('base64');

const ENDINGS: Readonly<Record<DeclaredFile['mediaType'], string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};

/** No title of anybody's: names stand in those. */
export const dispositionOf = ({ id, mediaType }: KeptFile): string =>
  `attachment; filename="material-${id}.${ENDINGS[mediaType]}"`;

/** While a file is tagged so, the bucket drops it after the days of `intakeLimits`; at once where it is older already. */
export const UNBOUND = { key: 'bound', value: 'no' } as const;
export const BOUND = { key: 'bound', value: 'yes' } as const;
