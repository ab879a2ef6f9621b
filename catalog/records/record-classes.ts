import * as z from 'zod/mini';
import { penaltyFields, penaltyKinds } from '../../lib/domain/credit/penalty.ts';
import { severities } from '../../lib/domain/credit/record.ts';
import type {
  FindRecordClass,
  RecordClass,
  RepairTerms,
  Span,
} from '../../lib/domain/credit/record-class.ts';
import { DomainError } from '../../lib/domain/errors.ts';
import { subjectKinds } from '../../lib/domain/subject/subject-key.ts';
import { article, bilingual, checkedOnce, day, jurisdictionCode, provenance, text } from '../checked.ts';
import data from './record-classes.json' with { type: 'json' };

const authorityKinds = z.array(z.enum(['registration', 'court', 'credit-platform'])).check(z.minLength(1));
const span: z.ZodMiniType<Span> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.literal('document') }),
  z.strictObject({
    kind: z.literal('months'),
    months: z.int().check(z.minimum(1), z.maximum(600)),
    from: z.enum(['document', 'publication']),
    lastDay: z.exactOptional(z.literal('counts')),
  }),
]);
const repair: z.ZodMiniType<RepairTerms> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }),
  z.strictObject({
    kind: z.literal('after'),
    months: z.int().check(z.minimum(0), z.maximum(120)),
    from: z.enum(['document', 'publication']),
    longer: z.exactOptional(
      z.strictObject({
        fields: z.array(z.enum(penaltyFields)).check(z.minLength(1)),
        months: z.int().check(z.minimum(1), z.maximum(120)),
      }),
    ),
    neverFor: z.exactOptional(z.array(z.enum(penaltyKinds)).check(z.minLength(1))),
  }),
]);
const periodRule = z.strictObject({
  authorityKinds,
  severity: z.exactOptional(z.enum(severities)),
  decidedFrom: day,
  decidedTo: z.exactOptional(day),
  disclosure: span,
  disclosureIfNecessary: z.exactOptional(span),
  effect: span,
  repair: z.exactOptional(repair),
  articles: z.array(article).check(z.minLength(1)),
});
const recordClass = z.strictObject({
  id: z.string().check(z.regex(/^[a-z][a-z-]{1,30}$/)),
  name: bilingual,
  bears: z.enum(['against', 'for', 'neutral']),
  subjects: z.array(z.enum(subjectKinds)).check(z.minLength(1)),
  issuedBy: authorityKinds,
  severities: z.array(z.enum(severities)),
  periods: z.array(periodRule).check(z.minLength(1)),
  jurisdiction: z.exactOptional(jurisdictionCode),
  provenance,
});

const read = checkedOnce(
  'records/record-classes.json',
  z.strictObject({ notes: z.array(text), classes: z.array(recordClass) }),
  data,
);
let byId: ReadonlyMap<string, RecordClass> | undefined;

/** The classes of the public credit catalogue (公共信用信息目录) that are kept here. */
export const recordClasses = (): readonly RecordClass[] => read().classes;

export const findRecordClass: FindRecordClass = (id) => {
  byId ??= new Map(recordClasses().map((entry) => [entry.id, entry]));
  return byId.get(id);
};

/** @throws DomainError `unknown-record-class`. */
export function getRecordClass(id: string): RecordClass {
  const found = findRecordClass(id);
  if (found === undefined) throw new DomainError('unknown-record-class', { values: { class: id } });
  return found;
}
