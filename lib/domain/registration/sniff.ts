import type { MaterialType } from './material.ts';

/** `not-of-its-type`: other first bytes. The others: it could also be taken for what a browser or a machine runs. */
export type Refusal = 'not-of-its-type' | 'holds-markup' | 'holds-archive';

/** How much of a file's beginning and end is looked at. An archive is told by its end, whose comment takes 64 KiB. */
export const SNIFFED = { head: 1_024, tail: 65_557 } as const;

const MAGIC = {
  /** `%PDF-` */
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
} as const satisfies Record<MaterialType, readonly number[]>;

/** What makes a page or a script of a file, wherever a lenient reader begins to read. */
const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?php)\b/i;

const END_OF_ARCHIVE = [0x50, 0x4b, 0x05, 0x06] as const;
const LEAST_END = 22;

const holdsAt = (bytes: Uint8Array, at: number, wanted: readonly number[]): boolean =>
  wanted.every((byte, index) => bytes[at + index] === byte);

/** A ZIP (and so a JAR, an APK, an office document) may begin with anything and ends with its directory's end. */
function endsAsArchive(tail: Uint8Array): boolean {
  for (let at = tail.length - LEAST_END; at >= 0; at -= 1) {
    const comment = (tail[at + 20] ?? 0) + (tail[at + 21] ?? 0) * 256;
    if (holdsAt(tail, at, END_OF_ARCHIVE) && at + LEAST_END + comment === tail.length) return true;
  }
  return false;
}

/**
 * Looks at a file's first and last bytes: is it of the type it says, and nothing else beside? It is never opened further;
 * what a reader of documents does with a sound PDF is not for this service to know.
 */
export function sniff(
  mediaType: MaterialType,
  { head, tail }: { readonly head: Uint8Array; readonly tail: Uint8Array },
): Refusal | undefined {
  if (!holdsAt(head, 0, MAGIC[mediaType])) return 'not-of-its-type';
  if (MARKUP.test(new TextDecoder('latin1').decode(head.subarray(0, SNIFFED.head)))) return 'holds-markup';
  return endsAsArchive(tail) ? 'holds-archive' : undefined;
}
