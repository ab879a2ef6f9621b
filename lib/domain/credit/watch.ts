import { type SubjectKey, subjectKindOf } from '../subject/subject-key.ts';
import { endOfDayInChina, type Instant } from '../time/instant.ts';
import { addDays, addMonths, type PlainDate } from '../time/plain-date.ts';
import type { RecordVersion } from './record.ts';
import type { RecordEvent } from './record-event.ts';

/** An authority that asks to be told when something changes about a subject (关注), for a purpose and for a time. */
export interface Watch {
  /** One for each authority and subject: to watch again is to say anew why and until when. */
  readonly id: string;
  readonly authority: string;
  readonly subject: SubjectKey;
  readonly purpose: string;
  readonly basis: string;
  readonly askedBy: string;
  /** The look-up as which it was logged. */
  readonly lookup: string;
  readonly since: Instant;
  /** Exclusive. */
  readonly until: PlainDate;
  readonly endedAt?: Instant;
}

/** That something was recorded about a watched subject; what it is, a look-up tells. */
export interface WatchHit {
  readonly watch: string;
  readonly authority: string;
  readonly purpose: string;
  readonly record: string;
  readonly version: number;
  readonly kind: RecordEvent['kind'];
  readonly jurisdiction: string;
  readonly at: Instant;
}

/** Nobody is watched longer without saying again why. */
export const LONGEST_WATCH_MONTHS = 12;

export const latestEnd = (on: PlainDate): PlainDate => addMonths(on, LONGEST_WATCH_MONTHS);

export const isWatching = (watch: Watch, on: PlainDate): boolean =>
  watch.endedAt === undefined && on < watch.until;

/** The hit that a version is for a watch, of a subject with these keys; `undefined` where it was recorded before the watch began or after it ended. */
export function hitOf(
  watch: Watch,
  version: RecordVersion,
  keys: readonly SubjectKey[] = [version.subject],
): WatchHit | undefined {
  const { recordedAt } = version;
  const during =
    keys.includes(watch.subject) &&
    watch.since <= recordedAt &&
    recordedAt < endOfDayInChina(addDays(watch.until, -1)) &&
    (watch.endedAt === undefined || recordedAt < watch.endedAt);
  if (!during) return undefined;
  return {
    watch: watch.id,
    authority: watch.authority,
    purpose: watch.purpose,
    record: version.id,
    version: version.version,
    kind: version.happened.kind,
    jurisdiction: version.jurisdiction,
    at: recordedAt,
  };
}

/** Whom a watch is about, as its list shows it: of a natural person nothing is kept that could be shown. */
export const watchedSubject = (subject: SubjectKey) =>
  subjectKindOf(subject) === 'person'
    ? ({ kind: 'person' } as const)
    : ({ kind: 'organisation', code: subject.slice('O:'.length) } as const);
