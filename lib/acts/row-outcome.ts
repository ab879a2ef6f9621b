import type { ChunkRow, RowFinding, RowReceipt } from '../domain/credit/import.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import { sameContent } from '../domain/credit/record-identity.ts';
import { findingToTell } from '../domain/credit/row-finding.ts';
import { DomainError } from '../domain/errors.ts';
import type { Authority } from '../domain/standard/authority.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Held } from '../store/held-store.ts';
import type { RecordStore } from '../store/record-store.ts';
import { ConditionsFailed } from '../store/transaction.ts';
import { standingAlready } from './prepare-publication.ts';

/** On whose behalf rows are published, and by which import. */
export interface RowsOf {
  readonly speaker: Authority;
  readonly import: string;
}

/** Found on a record later, it tells that this very row made it. */
export const markOf = (of: RowsOf, row: number): string => `${of.import}#${row}`;

export type Admitted = Pick<ChunkRow, 'row' | 'line'> & {
  readonly record: RecordVersion;
  readonly otherKey?: SubjectKey;
};

const findingOf = ({ code, values, defects }: DomainError): RowFinding =>
  findingToTell({ code, values, defects });

export const refused = ({ row, line }: Pick<ChunkRow, 'row' | 'line'>, error: unknown): RowReceipt => {
  if (!(error instanceof DomainError)) throw error;
  return { row, line, outcome: 'refused', finding: findingOf(error) };
};

/** Somebody else wrote of the same subjects first, or keeps writing of them. */
export const isOvertaken = (error: unknown): boolean =>
  error instanceof ConditionsFailed || (error instanceof DomainError && error.code === 'too-busy');

/** What stands under a row's identity, told as the row's outcome; `undefined` where nothing does. */
export const createToldOfHeld =
  ({ records }: { readonly records: Pick<RecordStore, 'listOf'> }) =>
  async ({ row, line, record }: Admitted, stands: Held, of: RowsOf): Promise<RowReceipt | undefined> => {
    const first = stands.firstOf(record.id);
    if (first === undefined) return undefined;
    const told = { row, line, record: record.id };
    if (first.importedBy === markOf(of, row)) return { ...told, outcome: 'accepted' };
    try {
      if (!sameContent(first.version, record))
        standingAlready(await records.listOf(record.subject, record.id), record);
    } catch (error) {
      return refused({ row, line }, error);
    }
    const own = first.importedBy?.startsWith(`${of.import}#`) === true;
    return { ...told, outcome: own ? 'duplicate' : 'already-held' };
  };

/** Of two rows of one file that are the same record, the first counts. */
export function againstTwin({ row, line, record }: Admitted, twin: Admitted): RowReceipt {
  try {
    if (!sameContent(twin.record, record)) standingAlready([twin.record], record);
    return { row, line, outcome: 'duplicate', record: record.id };
  } catch (error) {
    return refused({ row, line }, error);
  }
}
