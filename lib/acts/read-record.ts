import type { Caller } from '../domain/subject/caller.ts';
import { type RecordFile, type RecordFileDeps, readRecordFile } from './change-record.ts';
import { knownByLinks, type LinkDeps } from './known-by-links.ts';
import { requireSightOfRecord } from './record-rights.ts';

/**
 * A record with its history, for its subject and for whoever publishes it. Nobody else reads a record in this way: to
 * learn of others' records is to look them up, for a purpose and logged.
 *
 * @throws DomainError `not-found`, also where the caller may not know of it.
 */
export const createReadRecord =
  (deps: RecordFileDeps & LinkDeps) =>
  async (caller: Caller, id: string): Promise<RecordFile> => {
    const file = await readRecordFile(id, deps);
    requireSightOfRecord(await knownByLinks(caller, [file.subject], deps.standings), file);
    return file;
  };

export type ReadRecord = ReturnType<typeof createReadRecord>;
