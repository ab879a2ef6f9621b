import * as z from 'zod/mini';
import { penaltyKinds } from '../../lib/domain/credit/penalty.ts';
import { type KeptRecord, type Severity, severities } from '../../lib/domain/credit/record.ts';
import { severitiesAdmitted } from '../../lib/domain/credit/severity.ts';
import { article, checkedOnce, day, text } from '../checked.ts';
import data from './severity-rules.json' with { type: 'json' };

const kinds = z.array(z.enum(penaltyKinds)).check(z.minLength(1));
const fen = z.int().check(z.minimum(1));
const rule = z.strictObject({
  class: z.string().check(z.regex(/^[a-z][a-z-]{1,30}$/)),
  authorityKinds: z.array(z.enum(['registration', 'court', 'credit-platform'])).check(z.minLength(1)),
  decidedFrom: day,
  decidedTo: z.exactOptional(day),
  cases: z
    .array(
      z.strictObject({
        when: z.strictObject({
          simpleProcedure: z.exactOptional(z.literal(true)),
          anyOf: z.exactOptional(kinds),
          onlyOf: z.exactOptional(kinds),
          fineBelowFen: z.exactOptional(z.strictObject({ organisation: fen, person: fen })),
        }),
        admits: z.array(z.enum(severities)).check(z.minLength(1)),
      }),
    )
    .check(z.minLength(1)),
  articles: z.array(article).check(z.minLength(1)),
});

const read = checkedOnce(
  'records/severity-rules.json',
  z.strictObject({ notes: z.array(text), rules: z.array(rule) }),
  data,
);

/** The versions of the rules by which 轻微, 一般, 严重 follow from a document. */
export const severityRules = () => read().rules;

/** The severities the document of a record admits; `undefined` where that cannot be told. */
export const severitiesOf = (
  record: Parameters<typeof severitiesAdmitted>[1],
): readonly Severity[] | undefined => severitiesAdmitted(severityRules(), record);

/** The record with the severity that alone follows from its document, where its publisher told none. */
export function withSeverity<Content extends Omit<KeptRecord, 'id'>>(record: Content): Content {
  const admitted = severitiesOf(record);
  const { severity = admitted?.length === 1 ? admitted[0] : undefined } = record;
  return severity === undefined
    ? record
    : { ...record, severity, severityBy: admitted === undefined ? 'publisher' : 'rules' };
}
