import { getAuthority } from '../../catalog/authorities.ts';
import { getRecordClass } from '../../catalog/records/record-classes.ts';
import type { getPublicList } from '../../lib/contract/credit-public.ts';
import type { DisclosedRecord } from '../../lib/domain/credit/disclosed-record.ts';
import type { CodeCheck } from '../../lib/domain/subject/named-subject.ts';
import { type SubjectKey, subjectKindOf } from '../../lib/domain/subject/subject-key.ts';
import type { ResponseOf } from '../../lib/edge/http.ts';

type PublicRecord = ResponseOf<typeof getPublicList>['body']['members'][number];

const subjectOf = (subject: SubjectKey, codeCheck: CodeCheck): PublicRecord['subject'] =>
  subjectKindOf(subject) === 'person'
    ? { kind: 'person' }
    : { kind: 'organisation', code: subject.slice('O:'.length), codeCheck };

/**
 * A record as anybody may see it. A natural person is nobody in particular: the number of a document leads to their
 * name elsewhere, and a fine to whoever was fined it, so both are left out (总局令第45号 第六条).
 */
export function presentPublicRecord({
  state: { last },
  disclosure,
  disputed,
}: DisclosedRecord): PublicRecord {
  const { id, class: recordClass, severity, jurisdiction, issuedBy, decidedOn, basis } = last;
  const { penalty, documentNumber } = last;
  const subject = subjectOf(last.subject, last.codeCheck ?? 'passed');
  const ofOrganisation = {
    documentNumber,
    ...(penalty && { penalty: { ...penalty, kinds: [...penalty.kinds] } }),
  };
  return {
    record: id,
    class: recordClass,
    className: getRecordClass(recordClass).name,
    ...(severity !== undefined && { severity }),
    jurisdiction,
    subject,
    issuedBy,
    issuedByName: getAuthority(issuedBy).name,
    ...(subject.kind === 'organisation' && ofOrganisation),
    decidedOn,
    basis: [...basis],
    ...(disclosure.until !== 'open' && { until: disclosure.until }),
    ...(disputed && { disputed: true as const }),
  };
}
