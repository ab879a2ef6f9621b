import { listSourcesFor, rowsFor, seesClass, sourcesNeededBy } from '../../catalog/purposes.ts';
import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { lazy } from '../crypto/lazy.ts';
import { earliestCoverage, horizonOf, type Source } from '../domain/credit/coverage.ts';
import { isRightOn } from '../domain/credit/half.ts';
import type { Withdrawn } from '../domain/credit/standing-at.ts';
import { type ListingView, listingsAt } from '../domain/measures/listing.ts';
import type { Purpose } from '../domain/measures/measure.ts';
import { type UnknownReason, verdictOf, whyUncertain } from '../domain/measures/verdict.ts';
import { type StandingView, viewsOn } from '../domain/measures/view-at.ts';
import type { LinkedKey, OtherKeys } from '../domain/subject/linked-key.ts';
import type { SourceCoverage, Verdict } from '../domain/subject/standing-evidence.ts';
import {
  type SubjectKey,
  type SubjectKind,
  subjectKindOf,
  subjectKinds,
} from '../domain/subject/subject-key.ts';
import type { Instant, Moment } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { SourceStore } from '../store/source-store.ts';
import type { HalvesBySubject, StandingStore } from '../store/standing-store.ts';
import { createReadCoverage } from './read-coverage.ts';
import { readUnderAllKeys } from './read-under-all-keys.ts';

export interface JudgeDeps {
  readonly standings: StandingStore;
  readonly sources: SourceStore;
  /** Needed for questions about the past, and of subjects whose records were shielded until today. */
  readonly records?: Pick<RecordStore, 'listVersions'>;
  /** Told of every read that failed; the answer then is `unknown`. */
  readonly onFault?: (fault: unknown) => void;
  /** All reads together, and the log entry, may each take this long. @default 3000 */
  readonly deadlineMs?: number;
}

/** A question about the past: as of a day, by what was known at an instant. */
export interface Past {
  readonly asOf: PlainDate;
  readonly knownAt: Instant;
}

export interface Question {
  /** Each once. */
  readonly subjects: readonly SubjectKey[];
  /** By which key a subject is known as well, where whoever asks can tell. */
  readonly otherKeys?: OtherKeys | undefined;
  readonly purpose: Purpose;
  readonly moment: Moment;
  readonly past?: Past;
}

export interface JudgedStanding {
  readonly subject: SubjectKey;
  readonly verdict: Verdict;
  readonly reasons: readonly UnknownReason[];
  /** `undefined` where it could not be read. */
  readonly view: StandingView | undefined;
  readonly listed: ListingView;
  readonly coverage: readonly SourceCoverage[];
  /** Up to when all sources that count here are complete. */
  readonly completeUpTo: Instant | undefined;
  /** What the halves say of other keys of the subject, and of what it came from or became. */
  readonly linked: readonly LinkedKey[];
}

/** What the standings that were judged say of other keys. */
export const linkedIn = (judged: readonly JudgedStanding[]): readonly LinkedKey[] =>
  judged.flatMap(({ linked }) => linked);

/** Without the records that the purpose may not see; that there are more is told all the same. */
function seenFor(purpose: Purpose, view: StandingView): StandingView {
  if (purpose.sees === undefined) return view;
  const entries = view.disclosed.entries.filter((entry) => seesClass(purpose, entry.class));
  return { ...view, disclosed: { ...view.disclosed, entries } };
}

function listedFor(purpose: Purpose, listed: ListingView): ListingView {
  if (purpose.sees === undefined) return listed;
  return { ...listed, listings: listed.listings.filter(({ list }) => seesClass(purpose, list)) };
}

const eachOnce = (all: readonly Source[]): readonly Source[] => [
  ...new Map(all.map((source) => [source.id, source])).values(),
];

/** What is not there by then is unknown, and what is not logged by then fails. */
export const DEADLINE_MS = 3_000;

/**
 * Reads and judges standings: the one way from halves to a verdict. Coverage first (kept in memory, so mostly
 * without a step), then the halves. Whatever fails makes `unknown` of whom it concerns, and never `clear`.
 */
export function createJudgeStandings({
  standings,
  sources,
  records,
  onFault = () => undefined,
  deadlineMs = DEADLINE_MS,
}: JudgeDeps) {
  const readCoverage = createReadCoverage({ sources }, onFault);

  async function readKept(subjects: readonly SubjectKey[], signal: AbortSignal): Promise<HalvesBySubject> {
    const [only] = subjects;
    if (only === undefined || subjects.length > 1) return standings.readMany(subjects, signal, onFault);
    return standings
      .readHalves(only, signal)
      .then((halves) => new Map([[only, halves]]))
      .catch((fault: unknown) => {
        onFault(fault);
        return new Map();
      });
  }

  /** Few questions need it: a cold start does not read it. */
  async function recompute(
    kept: HalvesBySubject,
    subjects: readonly SubjectKey[],
    past: Past & { readonly withdrawn: Withdrawn },
    signal: AbortSignal,
  ): Promise<HalvesBySubject> {
    if (records === undefined) return new Map();
    const { recomputeHalves } = await import('./recompute-halves.ts');
    return recomputeHalves(kept, subjects, past, { records, onFault, signal });
  }

  /** Mostly as kept. Where a record counts again that did not when the half was made, by all versions. */
  async function readPresent(
    subjects: readonly SubjectKey[],
    { at, on }: Moment,
    signal: AbortSignal,
  ): Promise<HalvesBySubject> {
    const kept = await readKept(subjects, signal);
    const outdated = subjects.filter((subject) => kept.get(subject)?.some((half) => !isRightOn(half, on)));
    if (outdated.length === 0) return kept;
    const computed = await recompute(kept, outdated, { asOf: on, knownAt: at, withdrawn: 'omitted' }, signal);
    const current = new Map(kept);
    for (const subject of outdated) current.delete(subject);
    return new Map([...current, ...computed]);
  }

  const readPast = async (
    subjects: readonly SubjectKey[],
    past: Past,
    purpose: Purpose,
    signal: AbortSignal,
  ): Promise<HalvesBySubject> =>
    recompute(
      await readKept(subjects, signal),
      subjects,
      { ...past, withdrawn: purpose.tellsWithdrawn === true ? 'told' : 'omitted' },
      signal,
    );

  async function coverageByKind({ purpose, subjects, moment, past }: Question, signal: AbortSignal) {
    const knownAt = past?.knownAt ?? moment.at;
    const horizon = horizonOf(past?.asOf ?? moment.on, knownAt);
    const kinds = subjectKinds.filter((kind) => subjects.some((subject) => subjectKindOf(subject) === kind));
    const needed = kinds.flatMap((kind) => sourcesNeededBy(purpose, kind));
    const unique = eachOnce(needed);
    /* That a list is behind keeps nobody from a verdict; it is told by what was read anyhow, and not read for it. */
    const lists = eachOnce(kinds.flatMap(listSourcesFor)).filter((source) => !unique.includes(source));
    const isNow = past === undefined || past.knownAt === moment.at;
    const coverage = isNow
      ? await readCoverage.now(unique, { at: moment.at, horizon }, signal)
      : await readCoverage.asKnown([...unique, ...lists], { knownAt, horizon }, signal);
    const told = isNow ? [...coverage, ...readCoverage.kept(lists, horizon)] : coverage;
    const bySource = new Map(told.map((entry) => [entry.source, entry]));
    const coverageOfAll = (all: readonly Source[]): readonly SourceCoverage[] =>
      all.map(({ id }) => bySource.get(id) ?? ({ source: id, state: 'unread' } as const));
    return {
      needed: (kind: SubjectKind) => coverageOfAll(sourcesNeededBy(purpose, kind)),
      listsComplete: (kind: SubjectKind): boolean =>
        coverageOfAll(listSourcesFor(kind)).every(({ state }) => state === 'fresh'),
    };
  }

  return async (question: Question): Promise<readonly JudgedStanding[]> => {
    const { subjects, otherKeys = {}, purpose, moment, past } = question;
    const signal = AbortSignal.timeout(deadlineMs);
    const coverageFor = await coverageByKind(question, signal);
    const { found, tooManyKeys } = await readUnderAllKeys(subjects, otherKeys, (keys) =>
      past === undefined ? readPresent(keys, moment, signal) : readPast(keys, past, purpose, signal),
    );
    const day = past?.asOf ?? moment.on;
    const rows = rowsFor(purpose);
    /* What is the same of all subjects of a kind is worked out once. */
    const forKind = (kind: SubjectKind) => {
      const coverage = coverageFor.needed(kind);
      return {
        coverage,
        completeUpTo: earliestCoverage(coverage),
        complete: coverageFor.listsComplete(kind),
        viewOf: viewsOn(rows, kind, day),
      };
    };
    const ofKind = {
      organisation: lazy(() => forKind('organisation')),
      person: lazy(() => forKind('person')),
    };
    const tellsWithdrawn = purpose.tellsWithdrawn === true;
    return subjects.map((subject) => {
      const { coverage, completeUpTo, complete, viewOf } = ofKind[subjectKindOf(subject)]();
      const read = found.get(subject)?.flatMap(({ halves }) => halves);
      const view = read && seenFor(purpose, viewOf(read));
      return {
        subject,
        verdict: verdictOf(view, coverage),
        reasons: whyUncertain(view, coverage, tooManyKeys.has(subject)),
        view,
        listed: listedFor(purpose, listingsAt(read, findRecordClass, day, { complete, tellsWithdrawn })),
        coverage,
        completeUpTo,
        linked: (read ?? []).flatMap(({ linked = [] }) => linked).filter(({ key }) => key !== subject),
      };
    });
  };
}

export type JudgeStandings = ReturnType<typeof createJudgeStandings>;
