import * as z from 'zod/mini';
import type { ListTerms } from '../../lib/domain/credit/listing-terms.ts';
import { penaltyKinds } from '../../lib/domain/credit/penalty.ts';
import { repairConditions } from '../../lib/domain/credit/repair.ts';
import type { AuthorityKind } from '../../lib/domain/standard/authority.ts';
import { holdsOn } from '../../lib/domain/standard/provenance.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import { article, bilingual, checkedOnce, day, level, text } from '../checked.ts';
import data from './lists.json' with { type: 'json' };

const articles = z.array(article).check(z.minLength(1));
const list = z.strictObject({
  class: z.string().check(z.regex(/^[a-z][a-z-]{1,30}$/)),
  validFrom: day,
  validTo: z.exactOptional(day),
  relayedBy: z.array(z.enum(['registration', 'court', 'credit-platform'])),
  notice: z.exactOptional(
    z.strictObject({
      objectionWorkingDays: z.int().check(z.minimum(1), z.maximum(60)),
      rights: z.array(bilingual).check(z.minLength(1), z.maxLength(10)),
    }),
  ),
  consent: z.array(
    z.strictObject({
      validFrom: day,
      validTo: z.exactOptional(day),
      levels: z.array(level).check(z.minLength(1)),
      articles,
    }),
  ),
  proposedBy: z.exactOptional(
    z.strictObject({
      class: z.string().check(z.regex(/^[a-z][a-z-]{1,30}$/)),
      anyOf: z.array(z.enum(penaltyKinds)).check(z.minLength(1)),
      judged: text,
      articles,
    }),
  ),
  removal: z.strictObject({
    earliestMonths: z.int().check(z.minimum(0), z.maximum(120)),
    conditions: z.array(z.enum(repairConditions)).check(z.minLength(1)),
    articles,
  }),
  repairNotice: bilingual,
  articles,
});

const read = checkedOnce(
  'records/lists.json',
  z.strictObject({ notes: z.array(text), lists: z.array(list) }),
  data,
);

/** The lists that authorities of this catalog keep by a procedure of their own. */
export const listsKept = (): readonly ListTerms[] => read().lists;

/** The terms of a list on a day; `undefined` for what is no list, or none yet. */
export const listTermsOn = (recordClass: string, on: PlainDate): ListTerms | undefined =>
  listsKept().find((entry) => entry.class === recordClass && holdsOn(entry, on));

/** Whether a record of the class can be published by such an authority only as what a listing case comes to. */
export const needsListingCase = (recordClass: string, publisher: AuthorityKind): boolean =>
  listsKept().some((entry) => entry.class === recordClass && !entry.relayedBy.includes(publisher));
