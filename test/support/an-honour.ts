import type { RecordToPublish } from '../../lib/acts/publish-record.ts';
import { day } from './records.ts';

/** A company on the red list of the platform of Sichuan. */
export const anHonour = (code: string, overrides: Partial<RecordToPublish> = {}): RecordToPublish => ({
  class: 'honour',
  subject: { kind: 'organisation', code },
  issuedBy: 'credit-510000',
  documentNumber: '川信红〔2026〕虚构1号',
  ordinal: 1,
  decidedOn: day('2026-05-11'),
  basis: [{ law: '示例法', article: '第一条' }],
  ...overrides,
});
