import { getRecordClass } from '../../catalog/records/record-classes.ts';
import { severitiesOf, withSeverity } from '../../catalog/records/severity-rules.ts';
import { recordIdOf } from '../crypto/record-id.ts';
import { daysOutOfOrder, whyOutOfCatalogue } from '../domain/credit/admission.ts';
import type { CreditRecord, RecordVersion } from '../domain/credit/record.ts';
import { DomainError } from '../domain/errors.ts';
import type { Authority } from '../domain/standard/authority.ts';
import type { ShownSubject } from '../domain/subject/named-subject.ts';
import type { Moment } from '../domain/time/instant.ts';

type CodeMark = NonNullable<RecordVersion['codeCheck']>;

/** The mark of a code that is not as it should be. */
export const codeMarkOf = (shown: ShownSubject): { readonly codeCheck?: CodeMark } =>
  shown.kind === 'organisation' && shown.codeCheck !== 'passed' ? { codeCheck: shown.codeCheck } : {};

interface Admitting {
  readonly issuer: Authority;
  /** Who hands it in: the issuer, or the platform that relays for it. */
  readonly recordedBy: string;
  /** What is wrong with the organisation's code, where something is. */
  readonly codeCheck?: CodeMark;
  readonly moment: Moment;
}

/**
 * The first version of a record, if the catalogue has a place for it (目录制).
 *
 * @throws DomainError `unknown-record-class`, `invalid-request` for days out of order, `record-out-of-catalogue`.
 */
export function admitRecord(
  told: CreditRecord,
  { issuer, recordedBy, codeCheck, moment }: Admitting,
): RecordVersion {
  const recordClass = getRecordClass(told.class);
  const { jurisdiction, kind: authorityKind } = issuer;
  const defects = daysOutOfOrder(told, moment.on);
  if (defects.length > 0) throw new DomainError('invalid-request', { defects });
  const content = withSeverity({ ...told, jurisdiction, authorityKind });
  const reason = whyOutOfCatalogue(recordClass, content, moment.on, severitiesOf(content));
  if (reason !== undefined) throw new DomainError('record-out-of-catalogue', { values: { reason } });
  return {
    ...content,
    id: recordIdOf(content),
    version: 1,
    happened: { kind: 'published' },
    ...(codeCheck !== undefined && { codeCheck }),
    recordedAt: moment.at,
    recordedBy,
  };
}
