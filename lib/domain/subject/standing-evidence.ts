import type { Article } from '../standard/provenance.ts';
import type { Instant } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { SubjectKey } from './subject-key.ts';

/** `hit`: a live disciplinary row applies to the purpose. `unknown`: a read failed, or a needed source is stale. */
export type Verdict = 'clear' | 'hit' | 'unknown';

/**
 * Up to when a source says of itself that it is complete; `undefined` when it never started.
 * `unread`: what it says could not be read.
 */
export interface SourceCoverage {
  readonly source: string;
  readonly completeUpTo?: Instant;
  readonly state: 'fresh' | 'stale' | 'never-started' | 'unread';
}

/** One measure that applies to a subject: the row of a published list, and the records it rests on. */
export interface AppliedMeasure {
  readonly row: string;
  readonly articles: readonly Article[];
  /** Exclusive; `undefined` where it ends only by a decision. */
  readonly until?: PlainDate;
  readonly records: readonly string[];
  /** Those of them that are disputed and not answered yet. */
  readonly disputed?: readonly string[];
}

/** A person's or company's standing as a fact of a case (信用状况), as read at one moment and logged there. */
export interface StandingEvidence {
  readonly subject: SubjectKey;
  readonly verdict: Verdict;
  readonly measures: readonly AppliedMeasure[];
  /** Told apart from the verdict, which they never change; left out where there is none. */
  readonly incentives?: readonly AppliedMeasure[];
  readonly coverage: readonly SourceCoverage[];
  readonly lookup: string;
  readonly readAt: Instant;
}
