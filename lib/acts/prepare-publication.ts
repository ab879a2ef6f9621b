import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { recordIdOf } from '../crypto/record-id.ts';
import { addToHalf, type Half, isRightOn, keptOf, withLink } from '../domain/credit/half.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import { sameContent } from '../domain/credit/record-identity.ts';
import { type RecordState, recordStateOf } from '../domain/credit/record-state.ts';
import { DomainError } from '../domain/errors.ts';
import { seenFrom } from '../domain/subject/linked-key.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import type { Write } from '../store/transaction.ts';
import { appendRecord } from './append-record.ts';
import { makeHalf } from './make-half.ts';
import { versionsOfCommand } from './versions-of-command.ts';

export interface PublicationDeps {
  readonly records: RecordStore;
  readonly standings: StandingStore;
}

export interface PublishedHow {
  /** The same person's by the other hashing key. */
  readonly otherKey?: SubjectKey | undefined;
  /** The row of a file that it came by. */
  readonly importedBy?: string;
}

/** What a publication writes; `stands` where the same record is held already. */
export type PreparedPublication = { readonly stands: RecordState } | { readonly writes: readonly Write[] };

/**
 * Whether the same record stands already among the versions held under its identity. Also one that was corrected, repaired
 * or annulled meanwhile: a relay that comes late tells what once was published.
 *
 * @throws DomainError `record-conflict` for other content under the same identity.
 */
export function standingAlready(
  held: readonly RecordVersion[],
  asked: RecordVersion,
): RecordState | undefined {
  const state = recordStateOf(held);
  if (state === undefined || held.some((version) => sameContent(version, asked))) return state;
  const { last } = state;
  throw new DomainError('record-conflict', { values: { record: last.id, version: last.version } });
}

/** A half with more records of its side, all of one subject. Where a record counts again that did not when the half was made, it is made anew. */
export const createExtendHalf =
  ({ records }: Pick<PublicationDeps, 'records'>) =>
  async (half: Half, added: readonly RecordVersion[], { on }: Moment): Promise<Half> => {
    const [first] = added;
    if (first === undefined) return half;
    if (isRightOn(half, on))
      return added.reduce((sum, record) => addToHalf(sum, record, findRecordClass), half);
    const known = await versionsOfCommand(records, first.subject);
    const { disputed } = half;
    return {
      ...makeHalf(half.jurisdiction, [...known, ...added], on),
      ...keptOf(half),
      ...(disputed && { disputed }),
    };
  };

/**
 * A record's first version and its side's half of the standing, to be written in one transaction: the one way into
 * publication, be it for a record that is handed in or for what a listing case comes to.
 *
 * @throws DomainError `record-conflict` for other content under the same identity.
 */
export function createPreparePublication({ records, standings }: PublicationDeps) {
  const extendHalf = createExtendHalf({ records });

  /** What was published under the subject's other key is the same record, though it has another id. */
  async function heldUnder(otherKey: SubjectKey, record: RecordVersion): Promise<RecordState | undefined> {
    const there = { ...record, subject: otherKey };
    const asked = { ...there, id: recordIdOf(there) };
    return standingAlready(await records.listOf(otherKey, asked.id), asked);
  }

  /**
   * `otherKey`: the same person's by the other hashing key. The two are linked with the record, so that whoever knows only
   * one of them finds it (decision 0050).
   */
  return async (
    record: RecordVersion,
    moment: Moment,
    { otherKey, importedBy }: PublishedHow = {},
  ): Promise<PreparedPublication> => {
    const append = appendRecord(records, importedBy);
    const { subject, jurisdiction } = record;
    const [held, read, heldThere, other] = await Promise.all([
      records.listOf(subject, record.id),
      standings.getForUpdate(subject, jurisdiction),
      otherKey && heldUnder(otherKey, record),
      otherKey && standings.getForUpdate(otherKey, jurisdiction),
    ]);
    const stands = standingAlready(held, record) ?? heldThere;
    if (stands !== undefined) return { stands };
    const half = await extendHalf(read.half, [record], moment);
    if (otherKey === undefined || other === undefined)
      return { writes: [append(record), standings.replace(subject, half, read)] };
    const link = { key: otherKey, is: 'former' } as const;
    return {
      writes: [
        append(record),
        standings.replace(subject, withLink(half, link), read),
        standings.replace(otherKey, withLink(other.half, seenFrom(subject, link)), other),
      ],
    };
  };
}

export type PreparePublication = ReturnType<typeof createPreparePublication>;
