import * as z from 'zod/mini';
import { penaltyKinds } from '../../lib/domain/credit/penalty.ts';
import { severities } from '../../lib/domain/credit/record.ts';
import type { FindRecordClass, RecordClass, Span } from '../../lib/domain/credit/record-class.ts';
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
    asLongAs: z.exactOptional(z.array(z.enum(penaltyKinds)).check(z.minLength(1))),
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
  list: z.exactOptional(z.literal(true)),
  jurisdiction: z.exactOptional(jurisdictionCode),
  /** Where it is another than the catalogue's own. */
  provenance: z.exactOptional(provenance),
});

const read = checkedOnce(
  'records/record-classes.json',
  z.strictObject({ notes: z.array(text), provenance, classes: z.array(recordClass) }),
  data,
);
let kept: readonly RecordClass[] | undefined;
let byId: ReadonlyMap<string, RecordClass> | undefined;

/** The classes of the public credit catalogue (公共信用信息目录) that are kept here. */
export function recordClasses(): readonly RecordClass[] {
  kept ??= read().classes.map((entry) => ({ provenance: read().provenance, ...entry }));
  return kept;
}

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
