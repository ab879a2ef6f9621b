import { createHash } from 'node:crypto';
import type { Keying } from '../crypto/personal-data.ts';
import {
  type ChunkRow,
  type DeclaredImport,
  envelopeOf,
  FileRefused,
  type Import,
  importLimits,
  type ReadRow,
} from '../domain/credit/import.ts';
import type { Instant, Moment } from '../domain/time/instant.ts';
import { type ImportFiles, importKeys } from '../store/import-files.ts';
import type { ImportStore } from '../store/import-store.ts';
import { ConditionsFailed, type WriteAll } from '../store/transaction.ts';
import { codeMarkOf } from './admit-record.ts';
import { identifySubject } from './identify-subject.ts';

/** Reads rows out of bytes as they come. @throws FileRefused for what makes the whole file unreadable. */
export type ReadRows = (
  bytes: AsyncIterable<Uint8Array>,
  how: Pick<DeclaredImport, 'format' | 'encoding'>,
) => AsyncIterable<readonly ReadRow[]>;

export interface SplitImportDeps {
  readonly imports: ImportStore;
  readonly files: Pick<ImportFiles, 'read' | 'write'>;
  readonly personalData: Keying;
  readonly readRows: ReadRows;
  readonly writeAll: WriteAll;
  readonly now: () => Moment;
}

/** Where an import is after its file was looked at; `list` names the chunks that are to be done. */
export interface SplitImport {
  readonly import: string;
  readonly state: Import['state'] | 'unknown';
  readonly chunks: number;
  readonly list: string;
}

/** A chunk ends before it has more text than this, however long its rows are. */
const CHUNK_CHARACTERS = 8_000_000;

/** The bytes as they pass, held against what was told of the file. */
async function* verified(
  bytes: AsyncIterable<Uint8Array>,
  { bytes: declared, sha256 }: DeclaredImport,
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > declared) break;
    hash.update(chunk);
    yield chunk;
  }
  if (size !== declared) throw new FileRefused({ code: 'wrong-size', values: { declared } });
  if (hash.digest('hex') !== sha256) throw new FileRefused({ code: 'wrong-digest' });
}

/**
 * Looks at the file of an import once, from its beginning to its end, and cuts it into chunks of rows. Nothing is published
 * before all of it was seen, so that a file that is refused has done nothing. Done again it does the same again.
 */
export function createSplitImport(deps: SplitImportDeps) {
  const { imports, files, personalData, readRows, writeAll, now } = deps;

  async function keyed(row: ReadRow): Promise<ChunkRow> {
    if ('finding' in row) return row;
    const { subject: named, ...record } = row.record;
    const { key, otherKey, shown } = await identifySubject(named, personalData);
    const subject = { key, ...(otherKey !== undefined && { otherKey }), ...codeMarkOf(shown) };
    return { row: row.row, line: row.line, record, subject };
  }

  async function cut(told: Import): Promise<{ readonly rows: number; readonly chunks: number }> {
    let [rows, chunks, held] = [0, 0, 0];
    let lines: string[] = [];
    const flush = async (): Promise<void> => {
      if (lines.length === 0) return;
      chunks += 1;
      await files.write(importKeys.chunk(told.id, chunks, told.round), lines);
      [lines, held] = [[], 0];
    };
    for await (const some of readRows(verified(files.read(importKeys.upload(told.id)), told), told))
      for (const row of some) {
        const line = `${JSON.stringify(await keyed(row))}\n`;
        if (held + line.length > CHUNK_CHARACTERS) await flush();
        lines.push(line);
        held += line.length;
        rows += 1;
        if (lines.length === importLimits.rowsOfChunk) await flush();
      }
    await flush();
    const list = Array.from({ length: chunks }, (_, index) => ({
      import: told.id,
      chunk: index + 1,
      round: told.round,
    }));
    await files.write(importKeys.list(told.id, told.round), [JSON.stringify(list)]);
    return { rows, chunks };
  }

  /** What an import becomes by what its file holds. */
  async function looked(told: Import, startedAt: Instant): Promise<Import> {
    const same = { ...envelopeOf(told), version: told.version + 1 };
    try {
      return { ...same, state: 'running', startedAt, ...(await cut(told)) };
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      return { ...same, state: 'refused', refusedAt: now().at, refusal: error.refusal };
    }
  }

  /** Keeps the next version; where somebody else was first, it is theirs. */
  async function keep(next: Import): Promise<Import> {
    try {
      await writeAll([imports.replace(next)]);
      return next;
    } catch (error) {
      if (!(error instanceof ConditionsFailed)) throw error;
      return (await imports.find(next.id)) ?? next;
    }
  }

  return async (id: string): Promise<SplitImport> => {
    let told = await imports.find(id);
    if (told === undefined) return { import: id, state: 'unknown', chunks: 0, list: importKeys.list(id) };
    if (told.state === 'awaiting-upload')
      told = await keep({ ...told, version: told.version + 1, state: 'splitting', startedAt: now().at });
    if (told.state === 'splitting') told = await keep(await looked(told, told.startedAt));
    const list = importKeys.list(id, told.round);
    return { import: id, state: told.state, chunks: told.state === 'running' ? told.chunks : 0, list };
  };
}

export type SplitImportAct = ReturnType<typeof createSplitImport>;
