import * as z from 'zod/mini';
import type { Most } from '../../lib/domain/credit/dispute.ts';
import type { Article } from '../../lib/domain/standard/provenance.ts';
import { article, checkedOnce, jurisdictionCode, text } from '../checked.ts';
import data from './procedures.json' with { type: 'json' };

const few = z.int().check(z.minimum(1), z.maximum(60));
/** Of so many of the longest kind a step on a record still reads all (`lib/store/subject-items.ts`). */
const many = z.int().check(z.minimum(1), z.maximum(5_000));
const articles = z.array(article).check(z.minLength(1));
const dispute = z.strictObject({
  jurisdiction: jurisdictionCode,
  answerWorkingDays: few,
  mostForRecord: few,
  mostForSubject: many,
  articles,
});

const read = checkedOnce(
  'records/procedures.json',
  z.strictObject({
    notes: z.array(text),
    annulment: z.strictObject({ workingDays: few, articles }),
    repair: z.strictObject({
      acceptWorkingDays: few,
      decideWorkingDays: few,
      extendWorkingDays: few,
      barMonths: z.int().check(z.minimum(1), z.maximum(120)),
      mostForRecord: few,
      mostForSubject: many,
      articles,
    }),
    disputes: z.array(dispute).check(z.minLength(1)),
  }),
  data,
);

/** Within which a dispute of one side's records is answered, and how often one may be raised. */
export interface DisputeTerms extends Most {
  readonly answerWorkingDays: number;
  readonly articles: readonly Article[];
}

/** How many working days the copies of an annulled record have to leave publication in. */
export const annulmentTerms = () => read().annulment;

export const repairTerms = () => read().repair;

/** @throws RangeError for a side that the catalog sets no limit for; a test asks for each. */
export function disputeTermsOf(jurisdiction: string): DisputeTerms {
  const found = read().disputes.find((entry) => entry.jurisdiction === jurisdiction);
  if (found === undefined) throw new RangeError(`No dispute terms of ${jurisdiction}`);
  return found;
}
