import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { addToHalf, type Half, isRightOn } from '../domain/credit/half.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import { sameContent } from '../domain/credit/record-identity.ts';
import { type RecordState, recordStateOf } from '../domain/credit/record-state.ts';
import { halfOf } from '../domain/credit/standing-at.ts';
import { DomainError } from '../domain/errors.ts';
import type { Moment } from '../domain/time/instant.ts';
import { PAGES_OF_COMMAND, type RecordStore } from '../store/record-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import type { Write } from '../store/transaction.ts';
import { appendRecord } from './append-record.ts';

export interface PublicationDeps {
  readonly records: RecordStore;
  readonly standings: StandingStore;
}

/** What a publication writes; `stands` where the same record is held already. */
export type PreparedPublication =
  | { readonly stands: RecordState }
  | { readonly writes: readonly [Write, Write] };

/** Also one that was corrected, repaired or annulled meanwhile: a relay that comes late tells what once was published. */
function standingAlready(held: readonly RecordVersion[], asked: RecordVersion): RecordState | undefined {
  const state = recordStateOf(held);
  if (state === undefined || held.some((version) => sameContent(version, asked))) return state;
  const { last } = state;
  throw new DomainError('record-conflict', { values: { record: last.id, version: last.version } });
}

/**
 * A record's first version and its side's half of the standing, to be written in one transaction: the one way into
 * publication, be it for a record that is handed in or for what a listing case comes to.
 *
 * @throws DomainError `record-conflict` for other content under the same identity.
 */
export function createPreparePublication({ records, standings }: PublicationDeps) {
  /** Where a record counts again that did not when the half was made, it is made anew. */
  async function withRecord(half: Half, record: RecordVersion, { on }: Moment): Promise<Half> {
    if (isRightOn(half, on)) return addToHalf(half, record, findRecordClass);
    const known = await records.listVersions(record.subject, undefined, PAGES_OF_COMMAND);
    const { disputed } = half;
    return {
      ...halfOf(record.jurisdiction, [...known, record], on, findRecordClass),
      ...(disputed && { disputed }),
    };
  }

  return async (record: RecordVersion, moment: Moment): Promise<PreparedPublication> => {
    const [held, read] = await Promise.all([
      records.listOf(record.subject, record.id),
      standings.getForUpdate(record.subject, record.jurisdiction),
    ]);
    const stands = standingAlready(held, record);
    if (stands !== undefined) return { stands };
    const next = await withRecord(read.half, record, moment);
    return { writes: [appendRecord(records)(record), standings.replace(record.subject, next, read)] };
  };
}

export type PreparePublication = ReturnType<typeof createPreparePublication>;
