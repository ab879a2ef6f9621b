import type { Defect } from '../errors.ts';
import { holdsOn } from '../standard/provenance.ts';
import { subjectKindOf } from '../subject/subject-key.ts';
import type { PlainDate } from '../time/plain-date.ts';
import { periodRuleFor } from './periods.ts';
import type { CreditRecord, KeptRecord, Severity } from './record.ts';
import type { RecordClass } from './record-class.ts';

/** Why the catalogue has no place for a record. */
export type OutOfCatalogue =
  | 'class-not-in-force'
  | 'authority-kind'
  | 'subject-kind'
  | 'other-side'
  | 'severity'
  | 'severity-differs'
  | 'no-period-rule';

/**
 * What is wrong with a record's days. None may lie after today: a half keeps only the records that end last, which
 * is right on every later day because all of them have begun.
 */
export function daysOutOfOrder(record: CreditRecord, today: PlainDate): readonly Defect[] {
  const { decidedOn, publishedOn, validTo } = record;
  const found = (path: string, code: string, wrong: boolean): readonly Defect[] =>
    wrong ? [{ path, code }] : [];
  return [
    ...found('/decidedOn', 'after-today', decidedOn > today),
    ...found('/publishedOn', 'after-today', publishedOn !== undefined && publishedOn > today),
    ...found('/publishedOn', 'before-decision', publishedOn !== undefined && publishedOn < decidedOn),
    ...found('/validTo', 'not-after-decision', validTo !== undefined && validTo <= decidedOn),
  ];
}

/**
 * Information outside the catalogue may not enter a credit record (目录制); `undefined` when it may. `admitted`: the
 * severities that follow from the document, where that can be told.
 */
export function whyOutOfCatalogue(
  recordClass: RecordClass,
  record: Omit<KeptRecord, 'id'>,
  today: PlainDate,
  admitted?: readonly Severity[],
): OutOfCatalogue | undefined {
  if (!holdsOn(recordClass.provenance, today)) return 'class-not-in-force';
  if (recordClass.jurisdiction !== undefined && recordClass.jurisdiction !== record.jurisdiction)
    return 'other-side';
  if (!recordClass.issuedBy.includes(record.authorityKind)) return 'authority-kind';
  if (!recordClass.subjects.includes(subjectKindOf(record.subject))) return 'subject-kind';
  const { severity } = record;
  const fits =
    severity === undefined ? recordClass.severities.length === 0 : recordClass.severities.includes(severity);
  if (!fits) return 'severity';
  if (severity !== undefined && admitted !== undefined && !admitted.includes(severity))
    return 'severity-differs';
  return periodRuleFor(recordClass, record) === undefined ? 'no-period-rule' : undefined;
}
