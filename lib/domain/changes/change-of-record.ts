import type { RecordVersion } from '../credit/record.ts';
import type { RecordEvent } from '../credit/record-event.ts';
import type { Change, ChangeType } from './change.ts';

const typeOf = {
  published: 'RecordPublished',
  corrected: 'RecordCorrected',
  annulled: 'RecordAnnulled',
  repaired: 'RepairGranted',
  'repair-revoked': 'RepairRevoked',
  shielded: 'RecordShielded',
  unshielded: 'RecordUnshielded',
} as const satisfies Record<RecordEvent['kind'], ChangeType>;

/**
 * What is told of what happened to a record: not whose it is, be it an organisation's or a person's, nor what it says. A
 * feed is kept, so that it would go on saying what repair ends; and whose records there are is a look-up, which is logged.
 */
export const changeOfRecord = (record: RecordVersion): Change => ({
  id: `record:${record.id}:${record.version}`,
  side: record.jurisdiction,
  type: typeOf[record.happened.kind],
  at: record.recordedAt,
  subject: `credit/records/${record.id}`,
  authority: record.issuedBy,
  data: {
    record: record.id,
    version: record.version,
    class: record.class,
    issuedBy: record.issuedBy,
    authorityKind: record.authorityKind,
    recordedBy: record.recordedBy,
  },
});
