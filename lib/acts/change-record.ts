import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { type Dispute, marksOf } from '../domain/credit/dispute.ts';
import { type Half, keptOf } from '../domain/credit/half.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import { type RecordState, recordStateOf } from '../domain/credit/record-state.ts';
import type { Repair } from '../domain/credit/repair.ts';
import { DomainError } from '../domain/errors.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { DisputeStore } from '../store/dispute-store.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { RepairStore } from '../store/repair-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { StandingStore, VersionedHalf } from '../store/standing-store.ts';
import { ConditionsFailed, type Write, type WriteAll } from '../store/transaction.ts';
import { type Answered, type Asked, answerOnce, type Undertaking } from './answer-once.ts';
import { appendRecord } from './append-record.ts';
import { ATTEMPTS, backOff } from './back-off.ts';
import { keysBy } from './known-by-links.ts';
import { makeHalf } from './make-half.ts';
import { versionsOfCommand } from './versions-of-command.ts';

export interface RecordFileDeps {
  readonly records: RecordStore;
  readonly disputes: DisputeStore;
  readonly repairs: RepairStore;
}

export interface ChangeRecordDeps extends RecordFileDeps {
  readonly standings: StandingStore;
  readonly requests: RequestStore;
  readonly writeAll: WriteAll;
}

/** A record with everything that was said and done about it. */
export interface RecordFile {
  readonly subject: SubjectKey;
  /** All keys of the subject, itself the first: by any of them whoever deals with the record may be the subject. */
  readonly keys: readonly SubjectKey[];
  /** Of this record, the first one first. */
  readonly versions: readonly RecordVersion[];
  readonly state: RecordState;
  /** Of the record; where a step is decided, of all records of the subject. */
  readonly disputes: readonly Dispute[];
  /** Of all records of the subject. */
  readonly repairs: readonly Repair[];
}

/** What a step adds; what is left out stays. All of it is written at once. */
export interface RecordStep {
  readonly version?: RecordVersion;
  readonly disputes?: readonly Dispute[];
  readonly repairs?: readonly Repair[];
  /** What is written with it that is no part of the record's file. */
  readonly beside?: readonly Write[];
}

/**
 * Decides one step on a record, or that nothing is to be written (`undefined`). Throws where it may not be taken. It is
 * asked again where others wrote meanwhile, so what it reads itself it has to read each time.
 */
export type DecideStep = (file: RecordFile) => RecordStep | undefined | Promise<RecordStep | undefined>;

export interface StepRequest {
  readonly record: string;
  /** The version of the record the caller has read. */
  readonly expectedVersion?: number | undefined;
}

/** More cannot happen to one record: it is still read in one page. */
const MOST_VERSIONS = 200;

/** Its half cannot be made anew within a request; to come again does not help, so whoever asks is told why. */
const tooManyRecords = (cause: unknown): DomainError =>
  new DomainError('record-step-not-allowed', { values: { reason: 'too-many-records-of-subject' }, cause });

const fileOf = (
  [subject, ...others]: readonly [SubjectKey, ...SubjectKey[]],
  versions: readonly RecordVersion[],
  disputes: readonly Dispute[],
  repairs: readonly Repair[],
): RecordFile => {
  const state = recordStateOf(versions);
  if (state === undefined) throw new DomainError('not-found');
  return {
    subject,
    keys: [subject, ...others],
    state,
    disputes,
    repairs,
    versions: versions.toSorted((a, b) => a.version - b.version),
  };
};

/**
 * Under the key that it stands under alone.
 *
 * @throws DomainError `not-found`.
 */
export async function readRecordFile(id: string, deps: RecordFileDeps): Promise<RecordFile> {
  const subject = await deps.records.findSubject(id);
  if (subject === undefined) throw new DomainError('not-found');
  const [versions, disputes, repairs] = await Promise.all([
    deps.records.listOf(subject, id),
    deps.disputes.listBetween(subject, id, id),
    /* A bar after false materials reaches all records of the subject. */
    deps.repairs.listOfSubject(subject),
  ]);
  return fileOf([subject], versions, disputes, repairs);
}

const replaced = <Entity extends { readonly record: string; readonly number: number }>(
  known: readonly Entity[],
  next: readonly Entity[] = [],
): readonly Entity[] => [
  ...known.filter(
    (one) => !next.some(({ record, number }) => one.record === record && one.number === number),
  ),
  ...next,
];

function requireVersion({ state }: RecordFile, expected: number | undefined): void {
  const current = state.last.version;
  if (expected !== undefined && expected !== current)
    throw new DomainError('version-conflict', { values: { current } });
}

/**
 * Takes one step in the life of a record: its next version, what was said about it, and the halves of the sides it
 * concerns, in one transaction or nothing. The half is read before the versions it is computed from, and every write of
 * a record of a side replaces that side's half: so a half never lacks what was written meanwhile.
 *
 * @throws DomainError `not-found`, `version-conflict`, `too-busy`, and whatever the step itself throws.
 */
export function createChangeRecord(deps: ChangeRecordDeps) {
  const { records, standings, disputes, repairs, requests, writeAll } = deps;

  async function attempt(
    { record: id, expectedVersion }: StepRequest,
    decide: DecideStep,
    moment: Moment,
    { unanswered, save }: Undertaking<RecordFile>,
  ): Promise<RecordFile> {
    const [subject] = await Promise.all([records.findSubject(id), unanswered()]);
    if (subject === undefined) throw new DomainError('not-found');
    const read = new Map<string, VersionedHalf>(
      await Promise.all(
        jurisdictions.map(async ({ code }) => [code, await standings.getForUpdate(subject, code)] as const),
      ),
    );
    const [[, ...others], all, raised, asked] = await Promise.all([
      keysBy(
        subject,
        [...read.values()].map(({ half }) => half),
        standings,
      ),
      versionsOfCommand(records, subject, tooManyRecords),
      disputes.listOfSubject(subject),
      repairs.listOfSubject(subject),
    ]);
    const keys = [subject, ...others] as const;
    const file = fileOf(
      keys,
      all.filter((version) => version.id === id),
      raised,
      asked,
    );
    const step = await decide(file);
    requireVersion(file, expectedVersion);
    const { version } = step ?? {};
    if (version !== undefined && version.version > MOST_VERSIONS)
      throw new DomainError('record-step-not-allowed', { values: { reason: 'too-many-versions' } });
    const next = fileOf(
      keys,
      version === undefined ? file.versions : [...file.versions, version],
      replaced(raised, step?.disputes),
      replaced(asked, step?.repairs),
    );
    const sides = new Set([
      ...(version === undefined ? [] : [version.jurisdiction]),
      ...(step?.disputes ?? []).map(({ jurisdiction }) => jurisdiction),
    ]);
    const halves = [...sides].map((side): Write => {
      const before = read.get(side);
      if (before === undefined) throw new RangeError(`No side ${side}`);
      const { disputed: _, ...kept } = before.half;
      const half: Half =
        version?.jurisdiction === side
          ? { ...makeHalf(side, [...all, version], moment.on), ...keptOf(kept) }
          : kept;
      const marks = marksOf(side, next.disputes);
      return standings.replace(subject, { ...half, ...(marks && { disputed: marks }) }, before);
    });
    await save(next, [
      ...(version === undefined ? [] : [appendRecord(records)(version)]),
      ...(step?.disputes ?? []).map(disputes.put),
      ...(step?.repairs ?? []).map(repairs.put),
      ...halves,
      ...(step?.beside ?? []),
    ]);
    return next;
  }

  async function take(
    request: StepRequest,
    decide: DecideStep,
    moment: Moment,
    undertaking: Undertaking<RecordFile>,
  ): Promise<RecordFile> {
    for (let race = 0; race < ATTEMPTS; race += 1) {
      await backOff(race);
      try {
        return await attempt(request, decide, moment, undertaking);
      } catch (error) {
        const overtaken = error instanceof ConditionsFailed && !error.conditions.includes('request-is-new');
        if (!overtaken) throw error;
      }
    }
    throw new DomainError('too-busy');
  }

  return (
    request: StepRequest,
    decide: DecideStep,
    asked: Asked<RecordFile>,
    moment: Moment,
  ): Promise<Answered> =>
    answerOnce(requests, writeAll, asked, (undertaking) => take(request, decide, moment, undertaking));
}

export type ChangeRecord = ReturnType<typeof createChangeRecord>;

/** The next version of a record, with what happened to it. It is never known before the one it follows. */
export const nextVersion = (
  { state: { last } }: Pick<RecordFile, 'state'>,
  happened: RecordVersion['happened'],
  { recordedBy, moment }: { readonly recordedBy: string; readonly moment: Moment },
): RecordVersion => ({
  ...last,
  version: last.version + 1,
  happened,
  recordedAt: moment.at > last.recordedAt ? moment.at : last.recordedAt,
  recordedBy,
});
