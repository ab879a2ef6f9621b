import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod/mini';

/** Below this a text is kept as it is, which can be read by anyone who looks at a table. */
const PLAIN_CHARACTERS = 16_384;

/**
 * A text as an item keeps it. An item holds 400 KB, and the findings of a large filing that is wrong in everything
 * are more than that; but they say the same over and over, and deflate to a twentieth.
 */
export const packedText = z.union([z.string(), z.instanceof(Uint8Array)]);
export type PackedText = z.output<typeof packedText>;

export const isLong = (text: string): boolean => text.length > PLAIN_CHARACTERS;

export const packText = (text: string): PackedText => (isLong(text) ? deflateRawSync(text) : text);

export const unpackText = (kept: PackedText): string =>
  typeof kept === 'string' ? kept : inflateRawSync(kept).toString('utf8');
