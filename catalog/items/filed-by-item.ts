import { changeOperatorFacts } from './change-operator/facts.ts';
import { establishCompanyFacts } from './establish-company/facts.ts';
import { establishIndividualBusinessFacts } from './establish-individual-business/facts.ts';
import { fileRecordsFacts } from './file-records/facts.ts';
import { publishNoticeFacts } from './publish-notice/facts.ts';
import { reissueLicenceFacts } from './reissue-licence/facts.ts';
import { reserveNameFacts } from './reserve-name/facts.ts';

/** What can be filed, by item: the second of the two indexes an item stands in (the other is `items.ts`). */
export const filedFacts = {
  'establish-company': establishCompanyFacts,
  'change-operator': changeOperatorFacts,
  'establish-individual-business': establishIndividualBusinessFacts,
  'file-records': fileRecordsFacts,
  'publish-notice': publishNoticeFacts,
  'reissue-licence': reissueLicenceFacts,
  'reserve-name': reserveNameFacts,
} as const;
