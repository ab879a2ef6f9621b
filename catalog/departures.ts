import * as z from 'zod/mini';
import type { Outcome } from '../lib/domain/standard/finding.ts';
import type { Article, Bilingual } from '../lib/domain/standard/provenance.ts';
import { article, bilingual, checkedOnce, provenance } from './checked.ts';
import data from './departure-reasons.json' with { type: 'json' };

/** A reason of the standard for deciding outside its admissible outcomes, and which outcomes it carries. */
export interface DepartureReason {
  readonly code: string;
  readonly outcomes: readonly Outcome[];
  readonly name: Bilingual;
  readonly articles: readonly Article[];
}

const reason = z.strictObject({
  code: z.string().check(z.regex(/^[a-z-]{2,40}$/)),
  outcomes: z.array(z.enum(['register', 'return', 'refuse'])).check(z.minLength(1)),
  name: bilingual,
  articles: z.array(article).check(z.minLength(1)),
});

const read = checkedOnce(
  'departure-reasons.json',
  z.strictObject({ provenance, reasons: z.array(reason) }),
  data,
);

export const departureReasons = (): readonly DepartureReason[] => read().reasons;
