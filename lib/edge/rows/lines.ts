import { FileRefused, type ImportEncoding, importLimits } from '../../domain/credit/import.ts';

const NEWLINE = 0x0a;

/** Fewer characters outside ASCII may be UTF-8 and GB 18030 at once by chance. */
const TELLING = 6;

const decoderOf = (encoding: string) => new TextDecoder(encoding, { fatal: true, ignoreBOM: true });

function decoded(bytes: Uint8Array, decoder: TextDecoder): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Most text in UTF-8 can be read as GB 18030 too, and is then another one. */
function isOtherwise(bytes: Uint8Array, encoding: ImportEncoding): boolean {
  if (encoding === 'utf-8') return false;
  const text = decoded(bytes, decoderOf('utf-8'));
  return text !== undefined && (text.match(/\P{ASCII}/gu)?.length ?? 0) >= TELLING;
}

/** Some whole lines of a file, and the number of the first. */
export interface Lines {
  readonly first: number;
  readonly texts: readonly string[];
}

function textsOf(bytes: Uint8Array, first: number, decoder: TextDecoder): readonly string[] {
  const text = decoded(bytes, decoder);
  if (text !== undefined)
    return text.split('\n').map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line));
  for (let from = 0, line = first; ; line += 1) {
    const to = bytes.indexOf(NEWLINE, from);
    const one = bytes.subarray(from, to < 0 ? undefined : to);
    if (to < 0 || decoded(one, decoder) === undefined)
      throw new FileRefused({ code: 'wrong-encoding', line, values: { encoding: decoder.encoding } });
    from = to + 1;
  }
}

const tooLong = (line: number): FileRefused =>
  new FileRefused({ code: 'line-too-long', line, values: { maximumBytes: importLimits.longestLineBytes } });

/** @throws FileRefused for a line of the block that is longer than a line may be. */
function requireShort(bytes: Uint8Array, first: number): void {
  if (bytes.length <= importLimits.longestLineBytes) return;
  for (let from = 0, line = first; from <= bytes.length; line += 1) {
    const to = bytes.indexOf(NEWLINE, from);
    const end = to < 0 ? bytes.length : to;
    if (end - from > importLimits.longestLineBytes) throw tooLong(line);
    from = end + 1;
  }
}

/**
 * The lines of a file as they come, never more of it in memory than came at once and one line. A newline is one byte of
 * its own in both encodings, so that whole lines can be decoded apart.
 *
 * @throws FileRefused `wrong-encoding`, `line-too-long`, with the line.
 */
export async function* linesOf(
  bytes: AsyncIterable<Uint8Array>,
  encoding: ImportEncoding,
): AsyncGenerator<Lines> {
  const decoder = decoderOf(encoding);
  let held: Uint8Array = new Uint8Array();
  let first = 1;
  let told = false;
  function* whole(block: Uint8Array): Generator<Lines> {
    requireShort(block, first);
    if (!told && block.some((byte) => byte > 0x7f)) {
      told = true;
      if (isOtherwise(block, encoding))
        throw new FileRefused({ code: 'wrong-encoding', line: first, values: { encoding } });
    }
    const texts = textsOf(block, first, decoder);
    const from = first;
    first += texts.length;
    yield {
      first: from,
      texts: from === 1 ? [texts[0]?.replace(/^\uFEFF/, '') ?? '', ...texts.slice(1)] : texts,
    };
  }
  for await (const piece of bytes) {
    const end = piece.lastIndexOf(NEWLINE);
    if (end < 0) {
      if (held.length + piece.length > importLimits.longestLineBytes) throw tooLong(first);
      held = Buffer.concat([held, piece]);
      continue;
    }
    yield* whole(Buffer.concat([held, piece.subarray(0, end)]));
    held = Buffer.from(piece.subarray(end + 1));
    if (held.length > importLimits.longestLineBytes) throw tooLong(first);
  }
  if (held.length > 0) yield* whole(held);
}
