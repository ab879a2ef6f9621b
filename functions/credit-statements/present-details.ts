import { getAuthority } from '../../catalog/authorities.ts';
import { getRecordClass } from '../../catalog/records/record-classes.ts';
import { repairTermsFor } from '../../catalog/records/repair-rules.ts';
import type { lookUpDetails } from '../../lib/contract/lookup-details.ts';
import type { DisclosedRecord } from '../../lib/domain/credit/disclosed-record.ts';
import { repairableOf } from '../../lib/domain/credit/repair.ts';
import type { ResponseOf } from '../../lib/edge/http.ts';

type Detailed = ResponseOf<typeof lookUpDetails>['body']['records'][number];

export function presentDetailed({ state: { last }, disclosure, disputed }: DisclosedRecord): Detailed {
  const { id, severity, jurisdiction, issuedBy, documentNumber, decidedOn, basis, penalty } = last;
  const recordClass = getRecordClass(last.class);
  const repairable = repairableOf(recordClass, repairTermsFor(last), last);
  return {
    record: id,
    class: recordClass.id,
    className: recordClass.name,
    ...(severity !== undefined && { severity }),
    jurisdiction,
    issuedBy,
    issuedByName: getAuthority(issuedBy).name,
    documentNumber,
    decidedOn,
    basis: [...basis],
    ...(penalty && { penalty: { ...penalty, kinds: [...penalty.kinds] } }),
    ...(disclosure.until !== 'open' && { until: disclosure.until }),
    ...(disputed && { disputed: true as const }),
    repair: {
      kind: repairable.kind,
      ...(repairable.kind === 'from' && { on: repairable.on }),
      by: issuedBy,
    },
  };
}
