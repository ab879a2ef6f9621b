import { createHash } from 'node:crypto';
import { findRecordClass } from '../../catalog/records/record-classes.ts';
import {
  afterDay,
  type CreditExport,
  type ExportCount,
  type ExportPart,
  exportLimits,
  isToldAt,
  sumOf,
  type WalkPosition,
} from '../domain/credit/export.ts';
import { type Periods, periodsOf } from '../domain/credit/periods.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import {
  periodsAsDecided,
  type RecordStage,
  type RecordState,
  recordStateOf,
  stageOn,
} from '../domain/credit/record-state.ts';
import { dayOfRecord } from '../domain/time/instant.ts';
import { addDays, type PlainDate } from '../domain/time/plain-date.ts';
import type { RecordStore } from '../store/record-store.ts';

/** A record as it was known at the moment of an export. */
export interface ExportedRecord {
  readonly versions: readonly RecordVersion[];
  readonly state: RecordState;
  readonly periods: Periods;
  readonly stage: RecordStage;
  readonly asOf: PlainDate;
}

export interface WalkDeps {
  readonly records: Pick<RecordStore, 'listHandedIn' | 'listOf'>;
  /** What a row says of a record. */
  readonly rowOf: (record: ExportedRecord) => unknown;
  /** @default exportLimits */
  readonly limits?: Readonly<Record<'rowsOfPart' | 'bytesOfPart' | 'pagesOfPart' | 'daysOfPart', number>> &
    Pick<typeof exportLimits, 'firstDay'>;
}

export interface WalkedPart {
  /** Missing where the pages walked held nothing that is told. */
  readonly part?: { readonly file: ExportPart; readonly content: Uint8Array };
  readonly counts: readonly ExportCount[];
  /** Where the walk goes on; missing at its end. */
  readonly next?: WalkPosition;
}

const VERSIONS_OF_PAGE = 100;
/** Days read at once: most hold nothing. */
const DAYS_AT_ONCE = 16;
/** Records read at once, each with all its versions. */
const RECORDS_AT_ONCE = 25;

/**
 * Walks a part of what an authority and the platforms that relay for it handed in, day by day by the index of
 * reconciliation, and tells of each record once, by all its versions known at the moment of the export. Of what the
 * platforms handed in only records of this authority are told. Walked again from the same place it comes to the same
 * rows: versions are only ever added, and those recorded later are left out.
 *
 * @param walked the authority first, then the platforms.
 * @param from where it goes on; without it, it begins.
 */
export function createWalkRecords({ records, rowOf, limits = exportLimits }: WalkDeps) {
  async function told(version: RecordVersion, of: CreditExport, walked: ReadonlySet<string>) {
    if (version.recordedAt > of.knownAt) return undefined;
    if (version.issuedBy !== of.authority && version.recordedBy !== of.authority) return undefined;
    const known = (await records.listOf(version.subject, version.id)).filter(
      ({ recordedAt }) => recordedAt <= of.knownAt,
    );
    if (!isToldAt(version, known, walked)) return undefined;
    const state = recordStateOf(known);
    if (state === undefined) return undefined;
    /* A class that the catalogue no longer knows has no rules of periods: its records are still told. */
    const rules = findRecordClass(state.last.class);
    const periods = rules === undefined ? {} : periodsAsDecided(state, periodsOf(rules, state.last));
    return {
      versions: known,
      state,
      periods,
      stage: stageOn(state, periods, of.asOf),
      asOf: of.asOf,
      ...(rules === undefined && { classUnknown: true as const }),
    };
  }

  async function toldOf(versions: readonly RecordVersion[], of: CreditExport, walked: ReadonlySet<string>) {
    const found: ExportedRecord[] = [];
    for (let from = 0; from < versions.length; from += RECORDS_AT_ONCE) {
      const batch = versions.slice(from, from + RECORDS_AT_ONCE);
      const read = await Promise.all(batch.map((version) => told(version, of, walked)));
      found.push(...read.filter((record) => record !== undefined));
    }
    return found;
  }

  return async (
    of: CreditExport,
    walked: readonly string[],
    from: WalkPosition | undefined,
  ): Promise<WalkedPart> => {
    const { firstDay } = limits;
    const lastDay = dayOfRecord(of.knownAt);
    const walkedSet = new Set(walked);
    const hash = createHash('sha256');
    const lines: Uint8Array[] = [];
    const counts: ExportCount[] = [];
    let [bytes, pages, days] = [0, 0, 0];
    let position: WalkPosition | undefined = from ?? { handedInBy: of.authority, day: firstDay };
    const isFull = () =>
      lines.length >= limits.rowsOfPart ||
      bytes >= limits.bytesOfPart ||
      pages >= limits.pagesOfPart ||
      days >= limits.daysOfPart;

    const take = (record: ExportedRecord): void => {
      const line = Buffer.from(`${JSON.stringify(rowOf(record))}\n`, 'utf8');
      hash.update(line);
      lines.push(line);
      bytes += line.length;
      counts.push({ class: record.state.last.class, state: record.stage, records: 1 });
    };

    while (position !== undefined && !isFull()) {
      const at: WalkPosition = position;
      const ahead = Array.from({ length: at.cursor === undefined ? DAYS_AT_ONCE : 1 }, (_, count) =>
        addDays(at.day, count),
      ).filter((day) => day <= lastDay);
      const read = await Promise.all(
        ahead.map((day) =>
          records.listHandedIn(at.handedInBy, day, VERSIONS_OF_PAGE, day === at.day ? at.cursor : undefined),
        ),
      );
      for (const [count, { entries, next }] of read.entries()) {
        const day = ahead[count] ?? at.day;
        if (entries.length > 0) pages += 1;
        days += 1;
        for (const record of await toldOf(entries, of, walkedSet)) take(record);
        position =
          next === undefined
            ? afterDay({ handedInBy: at.handedInBy, day }, { handedInBy: walked, firstDay, lastDay })
            : { handedInBy: at.handedInBy, day, cursor: next };
        if (next !== undefined || isFull()) break;
      }
    }
    const sha256 = hash.digest('hex');
    const name = `part-${String(of.parts + 1).padStart(4, '0')}-${sha256.slice(0, 16)}.ndjson`;
    return {
      ...(lines.length > 0 && {
        part: { file: { name, sha256, bytes, rows: lines.length }, content: Buffer.concat(lines) },
      }),
      counts: sumOf(counts),
      ...(position !== undefined && { next: position }),
    };
  };
}

export type WalkRecords = ReturnType<typeof createWalkRecords>;
