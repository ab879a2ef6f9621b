import { getAuthority } from '../../catalog/authorities.ts';
import { type ChunkRow, countRows, type RowReceipt } from '../domain/credit/import.ts';
import { hashingKeyOf } from '../domain/subject/subject-key.ts';
import type { Moment } from '../domain/time/instant.ts';
import { type ImportFiles, importKeys } from '../store/import-files.ts';
import type { ImportStore } from '../store/import-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import type { PublishRows } from './publish-rows.ts';

/** A row's receipt as a line of the file of receipts. */
export type TellReceipt = (receipt: RowReceipt) => string;

export interface ImportChunkDeps {
  readonly imports: ImportStore;
  readonly files: Pick<ImportFiles, 'read' | 'write'>;
  readonly publishRows: PublishRows;
  readonly tellReceipt: TellReceipt;
  /** The ids of the hashing keys that persons are read by now. */
  readonly hashingKeys: () => readonly string[];
  readonly writeAll: WriteAll;
  readonly now: () => Moment;
}

export interface AskedChunk {
  readonly import: string;
  readonly chunk: number;
  /** @default 1 */
  readonly round?: number;
}

/**
 * Persons of the chunk stand under a hashing key that is not at hand any more: whoever is looked up would not be found under
 * it. The file has to be sent again, and is keyed anew.
 */
export class FormerHashingKey extends Error {
  override readonly name = 'FormerHashingKey';
}

async function rowsOf(bytes: AsyncIterable<Uint8Array>): Promise<readonly ChunkRow[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  const lines = Buffer.concat(chunks).toString('utf8').split('\n');
  return lines.flatMap((line) => (line === '' ? [] : [JSON.parse(line) as ChunkRow]));
}

/**
 * Publishes the rows of one chunk and keeps what became of each. It can be ended at any point and done again: what was
 * published is found by its mark, and a chunk that is done stays as it was told the first time.
 *
 * @throws FormerHashingKey, and nothing of the chunk is published.
 * @throws DomainError `too-busy` where others kept changing the same halves.
 */
export function createImportChunk(deps: ImportChunkDeps) {
  const { imports, files, publishRows, tellReceipt, hashingKeys, writeAll, now } = deps;

  /** Rows were keyed when their file was cut, which may have been before the keys changed. */
  function areKeyedByNow(rows: readonly ChunkRow[]): boolean {
    const inForce = new Set(hashingKeys());
    return rows.every((row) => {
      const keyId = 'subject' in row ? hashingKeyOf(row.subject.key) : undefined;
      return keyId === undefined || inForce.has(keyId);
    });
  }

  return async ({ import: id, chunk, round = 1 }: AskedChunk): Promise<void> => {
    const [told, isDone] = await Promise.all([imports.find(id), imports.isDone(id, chunk, round)]);
    if (isDone || told?.state !== 'running' || told.round !== round) return;
    const rows = await rowsOf(files.read(importKeys.chunk(id, chunk, round)));
    if (!areKeyedByNow(rows)) throw new FormerHashingKey(id);
    const receipts = await publishRows(rows, { speaker: getAuthority(told.authority), import: id }, now);
    await files.write(importKeys.result(id, chunk, round), receipts.map(tellReceipt));
    try {
      await writeAll([
        imports.addDone(id, { chunk, counts: countRows(receipts), finishedAt: now().at }, round),
      ]);
    } catch (error) {
      if (!(error instanceof ConditionsFailed)) throw error;
    }
  };
}

export type ImportChunk = ReturnType<typeof createImportChunk>;
