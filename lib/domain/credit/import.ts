import type { Defect } from '../errors.ts';
import type { CodeCheck, NamedSubject } from '../subject/named-subject.ts';
import type { SubjectKey } from '../subject/subject-key.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { CreditRecord } from './record.ts';

/**
 * Bounds of a file of records. None is law's: they are what a step has to hold out, and are read by the contract, the
 * reader, the acts and the bucket's lifecycle alike.
 */
export const importLimits = {
  /** 1 GiB: a million rows of a thousand bytes. */
  longestBytes: 1_073_741_824,
  mostRows: 1_000_000,
  /** Of one line, and of one row that runs over several. */
  longestLineBytes: 65_536,
  /** A quoted cell that has not ended by then is not one, and the lines behind it are rows of their own. */
  mostLinesOfRow: 20,
  rowsOfChunk: 1_000,
  formMinutes: 60,
  linkSeconds: 300,
  /** Where nothing has come of it for so long, no step is tried any more, and the file may be sent again. */
  stalledHours: 6,
  /**
   * How long the file itself is kept, in which numbers of persons stand: it is read once, soon after it has arrived, and can be
   * sent again. How long the parts it was cut into, as long as a failed execution can be redriven; how long its receipts.
   */
  uploadDays: 3,
  fileDays: 14,
  receiptDays: 1_096,
} as const;

/** How much one authority may hand in by files on one day: data of the catalogue. */
export interface ImportQuota {
  readonly files: number;
  readonly bytes: number;
}

/** What an authority has told on a day that it hands in. */
export interface ImportsOfDay extends ImportQuota {
  readonly authority: string;
  readonly day: PlainDate;
}

export const isWithinQuota = (
  { files, bytes }: ImportQuota,
  quota: ImportQuota,
  file: Pick<DeclaredImport, 'bytes'>,
): boolean => files < quota.files && bytes + file.bytes <= quota.bytes;

export const importFormats = ['csv', 'ndjson'] as const;
export type ImportFormat = (typeof importFormats)[number];
export const importEncodings = ['utf-8', 'gb18030'] as const;
export type ImportEncoding = (typeof importEncodings)[number];

/** A file as it is told before it is sent. */
export interface DeclaredImport {
  readonly format: ImportFormat;
  readonly encoding: ImportEncoding;
  readonly bytes: number;
  readonly sha256: string;
}

/** Why a whole file is refused: nothing of it was published. */
export const fileRefusals = [
  'wrong-size',
  'wrong-digest',
  'wrong-encoding',
  'line-too-long',
  'too-many-rows',
  'no-rows',
  'no-header',
  'unknown-column',
  'column-twice',
  'missing-column',
] as const;
export type FileRefusalCode = (typeof fileRefusals)[number];

export interface FileRefusal {
  readonly code: FileRefusalCode;
  /** The line it was found on; the first is 1. */
  readonly line?: number;
  readonly values?: Readonly<Record<string, string | number>>;
}

/** Thrown by whoever reads the file, and kept with the import. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
  readonly refusal: FileRefusal;

  constructor(refusal: FileRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** `duplicate`: the same as another row of this file. `already-held`: it stood before this import, or came by another way. */
export const rowOutcomes = ['accepted', 'duplicate', 'already-held', 'refused'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];
export type RowCounts = Readonly<Record<RowOutcome, number>>;

export const noRows: RowCounts = { accepted: 0, duplicate: 0, 'already-held': 0, refused: 0 };

export const addCounts = (a: RowCounts, b: RowCounts): RowCounts => ({
  accepted: a.accepted + b.accepted,
  duplicate: a.duplicate + b.duplicate,
  'already-held': a['already-held'] + b['already-held'],
  refused: a.refused + b.refused,
});

export const rowsIn = (counts: RowCounts): number =>
  rowOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0);

interface KnownImport extends DeclaredImport {
  readonly id: string;
  readonly version: number;
  /** Who imports, and publishes by it. */
  readonly authority: string;
  /** The caller who asked for it, as its issuer names them; told to nobody. */
  readonly requestedBy?: string;
  readonly createdAt: Instant;
  /** How often its file was taken up from the beginning. What an earlier round left behind is not looked at. */
  readonly round: number;
}

/** What of an import stays the same whatever state it comes to. */
export const envelopeOf = (told: Import): KnownImport => ({
  id: told.id,
  version: told.version,
  authority: told.authority,
  ...(told.requestedBy !== undefined && { requestedBy: told.requestedBy }),
  createdAt: told.createdAt,
  round: told.round,
  format: told.format,
  encoding: told.encoding,
  bytes: told.bytes,
  sha256: told.sha256,
});

interface Cut {
  readonly rows: number;
  readonly chunks: number;
  readonly startedAt: Instant;
}

/** A file of records on its way (批量导入). */
export type Import = KnownImport &
  (
    | { readonly state: 'awaiting-upload' }
    | { readonly state: 'splitting'; readonly startedAt: Instant }
    | ({ readonly state: 'running' } & Cut)
    | ({ readonly state: 'finished'; readonly finishedAt: Instant; readonly counts: RowCounts } & Cut)
    | { readonly state: 'refused'; readonly refusedAt: Instant; readonly refusal: FileRefusal }
  );

/** A part of an import that is done. */
export interface DoneChunk {
  readonly chunk: number;
  readonly counts: RowCounts;
  readonly finishedAt: Instant;
}

/** A record as its authority tells it. */
export type ToldRecord = Omit<CreditRecord, 'subject'> & { readonly subject: NamedSubject };

/** Why a row is refused, in the words of the API. */
export interface RowFinding {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number | readonly string[]>>;
  readonly defects?: readonly Defect[];
}

interface Placed {
  /** The first row that is no header is 1. */
  readonly row: number;
  /** Where it begins in the file; the first line is 1. */
  readonly line: number;
}

/** A row as it was read: a record in the form of the API, or what is wrong with it. */
export type ReadRow = Placed & ({ readonly record: ToldRecord } | { readonly finding: RowFinding });

/** A row that waits in a chunk, in which a key stands for its subject: no chunk holds anybody's number. */
export type ChunkRow = Placed &
  (
    | {
        readonly record: Omit<CreditRecord, 'subject'>;
        readonly subject: {
          readonly key: SubjectKey;
          readonly otherKey?: SubjectKey;
          readonly codeCheck?: Exclude<CodeCheck, 'passed'>;
        };
      }
    | { readonly finding: RowFinding }
  );

/** What became of a row. */
export type RowReceipt = Placed &
  (
    | { readonly outcome: Exclude<RowOutcome, 'refused'>; readonly record: string }
    | { readonly outcome: 'refused'; readonly finding: RowFinding }
  );

export function countRows(receipts: readonly RowReceipt[]): RowCounts {
  const counts = { ...noRows };
  for (const { outcome } of receipts) counts[outcome] += 1;
  return counts;
}

export interface Progress {
  readonly counts: RowCounts;
  /** Of the rows, rounded down; 100 only when all is done and the receipts can be had. */
  readonly percent: number;
  /** When it should be done; missing where that cannot be told. */
  readonly expectedAt?: Instant;
}

/** The pace of an import is that of its last parts: it may have stood still before. */
const PACE_CHUNKS = 20;

function expectedAt(left: number, done: readonly DoneChunk[], at: Instant): Instant | undefined {
  const [first, ...rest] = done
    .toSorted((a, b) => (a.finishedAt < b.finishedAt ? -1 : 1))
    .slice(-PACE_CHUNKS - 1);
  const rows = rest.reduce((sum, { counts }) => sum + rowsIn(counts), 0);
  if (first === undefined || rows === 0) return undefined;
  const took = Math.max(1, Date.parse(at) - Date.parse(first.finishedAt));
  return new Date(Date.parse(at) + (left / rows) * took).toISOString() as Instant;
}

/** How far an import is at an instant, by its parts that are done. */
export function progressOf(told: Import, done: readonly DoneChunk[], at: Instant): Progress {
  if (told.state === 'finished') return { counts: told.counts, percent: 100 };
  const counts = done.reduce((sum, chunk) => addCounts(sum, chunk.counts), noRows);
  if (told.state !== 'running') return { counts: noRows, percent: 0 };
  const left = told.rows - rowsIn(counts);
  const percent = Math.min(99, Math.floor((100 * rowsIn(counts)) / told.rows));
  const expected = expectedAt(left, done, at);
  return { counts, percent, ...(expected !== undefined && { expectedAt: expected }) };
}
