import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { SubjectKey } from './subject-key.ts';

/** Who asked about whom, when, why and on what ground. Written before any answer leaves; never changed. */
export interface LoggedLookup {
  /** A UUID of version 7: it tells the millisecond it was made in, and so the day under which it is filed. */
  readonly id: string;
  readonly at: Instant;
  readonly on: PlainDate;
  readonly caller: string;
  readonly authority: string;
  readonly jurisdiction: string;
  readonly purpose: string;
  readonly basis: string;
  readonly subjects: readonly SubjectKey[];
  readonly asOf?: PlainDate;
  readonly knownAt?: Instant;
  /** Random; without it nobody can try out who a proof of this entry keeps hidden. */
  readonly salt: string;
}

/** What a proof shows of an entry to whoever may see it at all: neither who asked nor whom else it was about. */
export type LookupTerms = Omit<LoggedLookup, 'caller' | 'subjects' | 'salt'>;

export function termsOf({
  caller: _caller,
  subjects: _subjects,
  salt: _salt,
  ...terms
}: LoggedLookup): LookupTerms {
  return terms;
}
