import { recordIdOf } from '../crypto/record-id.ts';
import type { ChunkRow, RowReceipt } from '../domain/credit/import.ts';
import { DomainError } from '../domain/errors.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { AskedHeld, HeldStore } from '../store/held-store.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import type { Write, WriteAll } from '../store/transaction.ts';
import { admitPublication } from './admit-publication.ts';
import { appendRecord } from './append-record.ts';
import { ATTEMPTS, backOff } from './back-off.ts';
import { createExtendHalf } from './prepare-publication.ts';
import { createPublishRowAlone } from './publish-row-alone.ts';
import {
  type Admitted,
  againstTwin,
  createToldOfHeld,
  isOvertaken,
  markOf,
  type RowsOf,
  refused,
} from './row-outcome.ts';

export interface PublishRowsDeps {
  readonly records: RecordStore;
  readonly standings: StandingStore;
  readonly held: HeldStore;
  readonly writeAll: WriteAll;
}

/** Rows of one transaction: with a half each they are a hundred items, which is all that one takes. */
export const ROWS_AT_ONCE = 50;
/** Transactions under way at once. */
const AT_ONCE = 4;

interface Refusal {
  readonly receipt: RowReceipt;
  /** The record it could have made. */
  readonly made?: AskedHeld;
}

function judged(
  rows: readonly ChunkRow[],
  { speaker }: RowsOf,
  moment: Moment,
): { readonly admitted: readonly Admitted[]; readonly refusals: readonly Refusal[] } {
  const admitted: Admitted[] = [];
  const refusals: Refusal[] = [];
  for (const row of rows) {
    const { row: number, line } = row;
    if ('finding' in row) {
      refusals.push({ receipt: { row: number, line, outcome: 'refused', finding: row.finding } });
      continue;
    }
    try {
      const record = admitPublication(speaker, row.record, row.subject, moment);
      const { otherKey } = row.subject;
      admitted.push({ row: number, line, record, ...(otherKey !== undefined && { otherKey }) });
    } catch (error) {
      const { key: subject } = row.subject;
      refusals.push({
        receipt: refused(row, error),
        made: { subject, id: recordIdOf({ ...row.record, subject }) },
      });
    }
  }
  return { admitted, refusals };
}

/** Rounds of batches: what is of one subject and does not fit into one transaction comes one after the other. */
function roundsOf(rows: readonly Admitted[]): readonly (readonly (readonly Admitted[])[])[] {
  const rounds: Admitted[][][] = [];
  for (const of of Map.groupBy(rows, ({ record }) => record.subject).values())
    for (let from = 0, round = 0; from < of.length; from += ROWS_AT_ONCE, round += 1) {
      const slice = of.slice(from, from + ROWS_AT_ONCE);
      rounds[round] ??= [];
      const batches = rounds[round] ?? [];
      const last = batches.at(-1);
      if (last !== undefined && last.length + slice.length <= ROWS_AT_ONCE) last.push(...slice);
      else batches.push(slice);
    }
  return rounds;
}

/** The batch in two, no subject in both; `undefined` for one subject alone. */
function bisected(
  batch: readonly Admitted[],
): readonly [readonly Admitted[], readonly Admitted[]] | undefined {
  const subjects = [...new Set(batch.map(({ record }) => record.subject))];
  if (subjects.length < 2) return undefined;
  const left = new Set(subjects.slice(0, Math.ceil(subjects.length / 2)));
  return [
    batch.filter(({ record }) => left.has(record.subject)),
    batch.filter(({ record }) => !left.has(record.subject)),
  ];
}

/**
 * Publishes rows as `publishRecord` publishes one: the same checks, each record with its half or not at all. Up to 50 go
 * in one transaction, grouped by subject, so that a half is written once for all of them; one that is cancelled is cut in
 * two, until a subject stands alone and is tried again. What a row came to can be asked again at any time, also after a
 * crash in the midst: a record tells by which row it came.
 *
 * @throws DomainError `too-busy` when others kept changing the same half; what was written until then stays.
 */
export function createPublishRows({ records, standings, held, writeAll }: PublishRowsDeps) {
  const extendHalf = createExtendHalf({ records });

  const toldOfHeld = createToldOfHeld({ records });
  const publishAlone = createPublishRowAlone({ records, standings, held, writeAll });

  async function attempt(
    batch: readonly Admitted[],
    of: RowsOf,
    moment: Moment,
  ): Promise<readonly RowReceipt[]> {
    const stands = await held.read(
      of.speaker.jurisdiction,
      batch.map(({ record: { subject, id } }) => ({ subject, id })),
    );
    const receipts: RowReceipt[] = [];
    const fresh = new Map<string, Admitted>();
    for (const row of batch) {
      const known = await toldOfHeld(row, stands, of);
      const twin = fresh.get(row.record.id);
      if (known !== undefined) receipts.push(known);
      else if (twin === undefined) fresh.set(row.record.id, row);
      else receipts.push(againstTwin(row, twin));
    }
    const writes: Write[] = [];
    for (const [subject, rows] of Map.groupBy(fresh.values(), ({ record }) => record.subject)) {
      const read = stands.halfOf(subject);
      /* They are recorded when they are written, and not when their chunk was begun. */
      const versions = rows.map(({ record }) => ({ ...record, recordedAt: moment.at }));
      writes.push(standings.replace(subject, await extendHalf(read.half, versions, moment), read));
      for (const [index, version] of versions.entries())
        writes.push(appendRecord(records, markOf(of, rows[index]?.row ?? 0))(version));
    }
    await writeAll(writes);
    for (const { row, line, record } of fresh.values())
      receipts.push({ row, line, outcome: 'accepted', record: record.id });
    return receipts;
  }

  /** A catalogue or a day on which a row would be refused may have come after the row was published. */
  async function unlessMade(refusals: readonly Refusal[], of: RowsOf): Promise<readonly RowReceipt[]> {
    const asked = refusals.flatMap(({ made }) => made ?? []);
    if (asked.length === 0) return refusals.map(({ receipt }) => receipt);
    const stands = await held.read(of.speaker.jurisdiction, asked);
    return refusals.map(({ receipt, made }) => {
      const { row, line } = receipt;
      const mark = made && stands.firstOf(made.id)?.importedBy;
      return made && mark === markOf(of, row) ? { row, line, outcome: 'accepted', record: made.id } : receipt;
    });
  }

  async function publish(
    batch: readonly Admitted[],
    of: RowsOf,
    momentNow: () => Moment,
  ): Promise<readonly RowReceipt[]> {
    for (let race = 0; race < ATTEMPTS; race += 1) {
      await backOff(race);
      try {
        return await attempt(batch, of, momentNow());
      } catch (error) {
        if (!isOvertaken(error)) throw error;
        const halves = bisected(batch);
        if (halves === undefined) continue;
        const [left, right] = halves;
        return [...(await publish(left, of, momentNow)), ...(await publish(right, of, momentNow))];
      }
    }
    throw new DomainError('too-busy');
  }

  return async (
    rows: readonly ChunkRow[],
    of: RowsOf,
    momentNow: () => Moment,
  ): Promise<readonly RowReceipt[]> => {
    const { admitted, refusals } = judged(rows, of, momentNow());
    const receipts: RowReceipt[] = [];
    for (let from = 0; from < refusals.length; from += ROWS_AT_ONCE)
      receipts.push(...(await unlessMade(refusals.slice(from, from + ROWS_AT_ONCE), of)));
    const [alone, together] = [true, false].map((two) =>
      admitted.filter(({ otherKey }) => (otherKey !== undefined) === two),
    );
    for (const row of alone ?? []) receipts.push(await publishAlone(row, of, momentNow));
    for (const batches of roundsOf(together ?? [])) {
      let next = 0;
      const worker = async (): Promise<void> => {
        for (let batch = batches[next++]; batch !== undefined; batch = batches[next++])
          receipts.push(...(await publish(batch, of, momentNow)));
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
    }
    return receipts.toSorted((a, b) => a.row - b.row);
  };
}

export type PublishRows = ReturnType<typeof createPublishRows>;
