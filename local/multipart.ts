/** A form that is none, or says more than a form of ours has to say. */
export class MalformedForm extends Error {
  override readonly name = 'MalformedForm';
}

/** A form whose fields have been read, and whose file is still to come. */
export interface OpenForm {
  readonly fields: ReadonlyMap<string, string>;
  /** The bytes of `file`, as they arrive. */
  readonly file: AsyncIterable<Buffer>;
}

/** All that may stand before the file. */
const LONGEST_FIELDS = 65_536;
const FILE_FIELD = 'file';

const BOUNDARY = /^multipart\/form-data\s*;.*?boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i;
const NAME = /^content-disposition:\s*form-data\s*;.*?\bname="([^"]*)"/im;

function nameIn(head: string): string {
  const name = NAME.exec(head)?.[1];
  if (name === undefined) throw new MalformedForm('A part without a name');
  return name;
}

/** Gives the bytes up to a mark, holding back only as many as the mark has. */
async function* upTo(mark: Buffer, begun: Buffer, rest: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  let held = begun;
  for (;;) {
    const at = held.indexOf(mark);
    if (at >= 0) {
      yield held.subarray(0, at);
      return;
    }
    const sure = Math.max(0, held.length - mark.length + 1);
    if (sure > 0) yield held.subarray(0, sure);
    const next = await rest.next();
    if (next.done === true) throw new MalformedForm('The form ends before its file does');
    held = Buffer.concat([held.subarray(sure), next.value]);
  }
}

/**
 * Reads a form as S3 takes it: every field first, the file last, which is passed on as it comes and never held whole.
 *
 * @throws MalformedForm
 */
export async function openForm(chunks: AsyncIterator<Buffer>, contentType: string): Promise<OpenForm> {
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw new MalformedForm('No multipart form');
  const mark = Buffer.from(`\r\n--${boundary}`);
  const fields = new Map<string, string>();
  /** The first boundary has no line before it; with one it is like the others. */
  let held: Buffer = Buffer.from('\r\n');
  const more = async (): Promise<void> => {
    if (held.length > LONGEST_FIELDS) throw new MalformedForm('Fields that are too long');
    const next = await chunks.next();
    if (next.done === true) throw new MalformedForm('The form ends before its file');
    held = Buffer.concat([held, next.value]);
  };
  const take = async (until: Buffer): Promise<Buffer> => {
    let at = held.indexOf(until);
    while (at < 0) {
      await more();
      at = held.indexOf(until);
    }
    const taken = held.subarray(0, at);
    held = held.subarray(at + until.length);
    return taken;
  };
  if ((await take(mark)).length > 0) throw new MalformedForm('Something before the form');
  let read = 0;
  for (;;) {
    const head = (await take(Buffer.from('\r\n\r\n'))).toString('utf8');
    const name = nameIn(head);
    if (name === FILE_FIELD) return { fields, file: upTo(mark, held, chunks) };
    const value = await take(mark);
    read += head.length + value.length;
    if (read > LONGEST_FIELDS || fields.has(name)) throw new MalformedForm('Fields too many');
    fields.set(name, value.toString('utf8'));
  }
}

/** Beyond this nobody waits for the answer any more. */
const MOST_DISCARDED = 64 * 1024 * 1024;

/** Reads on and throws away, as most clients look at an answer only after they have sent everything. */
export async function drain(chunks: AsyncIterator<Buffer>): Promise<void> {
  let discarded = 0;
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    discarded += next.value.length;
    if (discarded > MOST_DISCARDED) return;
  }
}
