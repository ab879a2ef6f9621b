import type { Instant } from '../time/instant.ts';
import { addDays, type PlainDate } from '../time/plain-date.ts';
import type { RecordVersion } from './record.ts';
import type { RecordStage } from './record-state.ts';

/** `typ` of a manifest's JWS: neither a receipt, a licence nor a statement can be shown as one. */
export const EXPORT_TYPE = 'tongbiao-credit-export+jwt';

/** Bounds and periods of exports. None of them is law's: they are what an instance has to hold out. */
export const exportLimits = {
  /** Where a walk begins: nothing can have been handed in before the first standard was in force. */
  firstDay: '2025-02-10' as PlainDate,
  /** How long its parts can be fetched. */
  keptDays: 7,
  /** Asked for by one authority on one day. */
  mostADay: 24,
  /** A part is closed once it has as many rows or bytes; the page that reached it is still taken in whole. */
  rowsOfPart: 2_000,
  bytesOfPart: 8_000_000,
  /** Pages of the index read for one part, and days on which nothing was handed in, which cost a tenth of one. */
  pagesOfPart: 300,
  daysOfPart: 3_000,
  /** A manifest names all of its parts, and has to fit into one item and one answer. */
  mostParts: 1_000,
  /** How long the links to the parts are good. */
  linkSeconds: 300,
  /**
   * What is recorded within this time after the export was asked for belongs to it too. So a change that had its number
   * before is in it, by whichever of the service's clocks it was recorded.
   */
  skewSeconds: 1,
} as const;

/** Up to where the changes of a side are in the export. */
export interface ChangesPosition {
  readonly side: string;
  readonly after: number;
}

/** Where the walk goes on: what an authority handed in on a day, and from where within the day. */
export interface WalkPosition {
  readonly handedInBy: string;
  readonly day: PlainDate;
  readonly cursor?: string;
}

export interface ExportCount {
  readonly class: string;
  readonly state: RecordStage;
  readonly records: number;
}

/** A file of rows, one JSON document a line. */
export interface ExportPart {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly rows: number;
}

/**
 * A snapshot on its way (导出): every record version known at `knownAt`, of the records of one authority.
 *
 * - `settling`: what was being recorded at that instant may still be on its way to the table; nothing is read yet.
 * - `walking`: part after part is written; `walk` is where the next one begins.
 * - `finished`: its manifest is signed.
 * - `too-large`: it has more parts than a manifest can name; nothing of it is signed.
 */
export interface CreditExport {
  readonly id: string;
  readonly version: number;
  readonly state: 'settling' | 'walking' | 'finished' | 'too-large';
  readonly authority: string;
  readonly askedAt: Instant;
  /** The day by which states are told. */
  readonly asOf: PlainDate;
  readonly knownAt: Instant;
  readonly keptUntil: Instant;
  readonly changes: readonly ChangesPosition[];
  readonly walk?: WalkPosition;
  readonly parts: number;
  readonly records: number;
  readonly counts: readonly ExportCount[];
}

/** What is signed: by it anybody can tell whether the parts are these and are all of them. */
export interface ExportManifest {
  readonly id: string;
  readonly issuedAt: Instant;
  readonly authority: string;
  readonly asOf: PlainDate;
  readonly knownAt: Instant;
  readonly records: number;
  readonly counts: readonly ExportCount[];
  readonly changes: readonly ChangesPosition[];
  readonly parts: readonly ExportPart[];
}

const countKey = ({ class: recordClass, state }: Pick<ExportCount, 'class' | 'state'>): string =>
  `${recordClass} ${state}`;

/** Sums of counts, by class and state in this order. */
export function sumOf(counts: readonly ExportCount[]): readonly ExportCount[] {
  const groups = Map.groupBy(counts, countKey);
  return [...groups.values()]
    .map((of) => ({ ...(of[0] as ExportCount), records: of.reduce((sum, { records }) => sum + records, 0) }))
    .toSorted((a, b) => (countKey(a) < countKey(b) ? -1 : 1));
}

/**
 * Whether a version is the one at which a walk tells of its record: the first that any of those handed in whose
 * partitions are walked. So each record comes once, though its versions stand under several days and authorities.
 *
 * @param known every version of the record known at the moment of the export.
 */
export const isToldAt = (
  version: RecordVersion,
  known: readonly RecordVersion[],
  walked: ReadonlySet<string>,
): boolean =>
  known.every(({ version: other, recordedBy }) => other >= version.version || !walked.has(recordedBy));

/** Whose days are walked, one after another, and which. */
export interface WalkedDays {
  readonly handedInBy: readonly string[];
  readonly firstDay: PlainDate;
  readonly lastDay: PlainDate;
}

/** Where a walk goes on after the last page of a day; `undefined` at its end. */
export function afterDay(
  { handedInBy, day }: WalkPosition,
  { handedInBy: all, firstDay, lastDay }: WalkedDays,
): WalkPosition | undefined {
  if (day < lastDay) return { handedInBy, day: addDays(day, 1) };
  const next = all[all.indexOf(handedInBy) + 1];
  return next === undefined ? undefined : { handedInBy: next, day: firstDay };
}
