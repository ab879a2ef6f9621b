import * as z from 'zod/mini';
import { penaltyFields, penaltyKinds } from '../../lib/domain/credit/penalty.ts';
import { type RecordVersion, severities } from '../../lib/domain/credit/record.ts';
import { type RepairRule, type RepairTerms, repairTermsOf } from '../../lib/domain/credit/repair-rule.ts';
import { article, checkedOnce, day, text } from '../checked.ts';
import data from './repair-rules.json' with { type: 'json' };

const months = z.int().check(z.minimum(0), z.maximum(120));
const terms: z.ZodMiniType<RepairTerms> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({
    kind: z.literal('after'),
    months,
    from: z.enum(['document', 'publication']),
    longer: z.exactOptional(
      z.strictObject({ fields: z.array(z.enum(penaltyFields)).check(z.minLength(1)), months }),
    ),
    neverFor: z.exactOptional(z.array(z.enum(penaltyKinds)).check(z.minLength(1))),
  }),
]);
const rule = z.strictObject({
  class: z.string().check(z.regex(/^[a-z][a-z-]{1,30}$/)),
  authorityKinds: z.array(z.enum(['registration', 'court', 'credit-platform'])).check(z.minLength(1)),
  severity: z.exactOptional(z.enum(severities)),
  decidedFrom: day,
  decidedTo: z.exactOptional(day),
  terms,
  articles: z.array(article).check(z.minLength(1)),
});

const read = checkedOnce(
  'records/repair-rules.json',
  z.strictObject({ notes: z.array(text), rules: z.array(rule) }),
  data,
);

/** The versions of the rules by which a record can be repaired. Apart from the classes, as look-ups need none of them. */
export const repairRules = (): readonly RepairRule[] => read().rules;

/** The terms a record can be repaired on; `undefined` where no rule knows it. */
export const repairTermsFor = (
  record: Pick<RecordVersion, 'class' | 'authorityKind' | 'severity' | 'decidedOn'>,
): RepairTerms | undefined => repairTermsOf(repairRules(), record);
