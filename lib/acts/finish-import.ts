import { addCounts, type Import, noRows } from '../domain/credit/import.ts';
import type { Moment } from '../domain/time/instant.ts';
import { type ImportFiles, importKeys } from '../store/import-files.ts';
import type { ImportStore } from '../store/import-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';

export interface FinishImportDeps {
  readonly imports: ImportStore;
  readonly files: Pick<ImportFiles, 'read' | 'write'>;
  /** What stands at the head of a file of receipts. */
  readonly receiptHead: string;
  readonly writeAll: WriteAll;
  readonly now: () => Moment;
}

/**
 * Puts the receipts of all chunks into one file and closes the import. Done again it changes nothing.
 *
 * @throws Error while chunks are not done: whoever calls it has to have done them all.
 */
export function createFinishImport({ imports, files, receiptHead, writeAll, now }: FinishImportDeps) {
  async function* receipts({ id, round }: Import, chunks: number): AsyncGenerator<string> {
    yield receiptHead;
    for (let chunk = 1; chunk <= chunks; chunk += 1) {
      const decoder = new TextDecoder();
      for await (const bytes of files.read(importKeys.result(id, chunk, round)))
        yield decoder.decode(bytes, { stream: true });
    }
  }

  return async (id: string): Promise<Import['state'] | 'unknown'> => {
    const told = await imports.find(id);
    if (told?.state !== 'running') return told?.state ?? 'unknown';
    const done = await imports.listDone(told);
    if (done.length !== told.chunks) throw new Error(`Of ${told.chunks} chunks ${done.length} are done`);
    await files.write(importKeys.receipt(id), receipts(told, told.chunks));
    const counts = done.reduce((sum, chunk) => addCounts(sum, chunk.counts), noRows);
    try {
      await writeAll([
        imports.replace({
          ...told,
          version: told.version + 1,
          state: 'finished',
          finishedAt: now().at,
          counts,
        }),
      ]);
    } catch (error) {
      if (!(error instanceof ConditionsFailed)) throw error;
    }
    return 'finished';
  };
}

export type FinishImport = ReturnType<typeof createFinishImport>;
