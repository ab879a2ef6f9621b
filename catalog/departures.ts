import type { Outcome } from '../lib/domain/standard/finding.ts';
import type { Article, Bilingual } from '../lib/domain/standard/provenance.ts';
import data from './departure-reasons.json' with { type: 'json' };

/** A reason of the standard for deciding outside its admissible outcomes, and which outcomes it carries. */
export interface DepartureReason {
  readonly code: string;
  readonly outcomes: readonly Outcome[];
  readonly name: Bilingual;
  readonly articles: readonly Article[];
}

export const departureReasons = data.reasons as unknown as readonly DepartureReason[];
