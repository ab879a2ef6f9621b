import { type SubjectKey, subjectKindOf } from '../subject/subject-key.ts';
import { endOfDayInChina, type Instant } from '../time/instant.ts';
import { addDays, addMonths, type PlainDate } from '../time/plain-date.ts';
import type { Dispute } from './dispute.ts';
import type { RecordVersion } from './record.ts';
import type { RecordEvent } from './record-event.ts';
import type { Succession } from './succession.ts';

/** An authority that asks to be told when something changes about a subject (关注), for a purpose and for a time. */
export interface Watch {
  /** One for each authority and subject: to watch again is to say anew why and until when. */
  readonly id: string;
  readonly authority: string;
  readonly subject: SubjectKey;
  /** The key of the same person by the other hashing key, where two were at hand. */
  readonly otherKey?: SubjectKey;
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

/** What is told beside what happens to a record: it can change a verdict, or how a record is told. */
export const besideKinds = [
  'disputed',
  'dispute-answered',
  'succession-recorded',
  'succession-withdrawn',
] as const;
export type BesideKind = (typeof besideKinds)[number];

/** That something was recorded about a watched subject; what it is, a look-up tells. */
export interface WatchHit {
  readonly watch: string;
  readonly authority: string;
  readonly purpose: string;
  /** None, where it is of the subject's code. */
  readonly record?: string;
  /** Of the record, where it became another one. */
  readonly version?: number;
  readonly kind: RecordEvent['kind'] | BesideKind;
  readonly jurisdiction: string;
  readonly at: Instant;
}

/** What is to be told of a subject. */
export type Told = Pick<WatchHit, 'record' | 'version' | 'kind' | 'jurisdiction' | 'at'>;

/** Nobody is watched longer without saying again why. */
export const LONGEST_WATCH_MONTHS = 12;

export const latestEnd = (on: PlainDate): PlainDate => addMonths(on, LONGEST_WATCH_MONTHS);

export const isWatching = (watch: Watch, on: PlainDate): boolean =>
  watch.endedAt === undefined && on < watch.until;

/** The keys a watch is found by. */
export const watchedKeys = ({ subject, otherKey }: Watch): readonly SubjectKey[] =>
  otherKey === undefined ? [subject] : [subject, otherKey];

export const toldOfVersion = ({ id, version, happened, jurisdiction, recordedAt }: RecordVersion): Told => ({
  record: id,
  version,
  kind: happened.kind,
  jurisdiction,
  at: recordedAt,
});

export const toldOfDispute = ({ record, jurisdiction, raisedAt, answer }: Dispute): readonly Told[] => [
  { record, kind: 'disputed', jurisdiction, at: raisedAt },
  ...(answer === undefined
    ? []
    : [{ record, kind: 'dispute-answered' as const, jurisdiction, at: answer.at }]),
];

export const toldOfSuccession = ({ action, jurisdiction, recordedAt }: Succession): Told => ({
  kind: action === 'record' ? 'succession-recorded' : 'succession-withdrawn',
  jurisdiction,
  at: recordedAt,
});

/** The hit that it is for a watch, of a subject with these keys; `undefined` where it was recorded before the watch began or after it ended. */
export function hitOf(watch: Watch, told: Told, keys: readonly SubjectKey[]): WatchHit | undefined {
  const during =
    watchedKeys(watch).some((key) => keys.includes(key)) &&
    watch.since <= told.at &&
    told.at < endOfDayInChina(addDays(watch.until, -1)) &&
    (watch.endedAt === undefined || told.at < watch.endedAt);
  if (!during) return undefined;
  return { watch: watch.id, authority: watch.authority, purpose: watch.purpose, ...told };
}

/** Whom a watch is about, as its list shows it: of a natural person nothing is kept that could be shown. */
export const watchedSubject = (subject: SubjectKey) =>
  subjectKindOf(subject) === 'person'
    ? ({ kind: 'person' } as const)
    : ({ kind: 'organisation', code: subject.slice('O:'.length) } as const);
