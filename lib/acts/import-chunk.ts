import { getAuthority } from '../../catalog/authorities.ts';
import { type ChunkRow, countRows, type RowReceipt } from '../domain/credit/import.ts';
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
  readonly writeAll: WriteAll;
  readonly now: () => Moment;
}

export interface AskedChunk {
  readonly import: string;
  readonly chunk: number;
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
 * @throws DomainError `too-busy` where others kept changing the same halves.
 */
export function createImportChunk(deps: ImportChunkDeps) {
  const { imports, files, publishRows, tellReceipt, writeAll, now } = deps;
  return async ({ import: id, chunk }: AskedChunk): Promise<void> => {
    const [told, isDone] = await Promise.all([imports.find(id), imports.isDone(id, chunk)]);
    if (isDone || told?.state !== 'running') return;
    const rows = await rowsOf(files.read(importKeys.chunk(id, chunk)));
    const receipts = await publishRows(rows, { speaker: getAuthority(told.authority), import: id }, now);
    await files.write(importKeys.result(id, chunk), receipts.map(tellReceipt));
    try {
      await writeAll([imports.addDone(id, { chunk, counts: countRows(receipts), finishedAt: now().at })]);
    } catch (error) {
      if (!(error instanceof ConditionsFailed)) throw error;
    }
  };
}

export type ImportChunk = ReturnType<typeof createImportChunk>;
