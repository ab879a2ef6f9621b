import { announceCompulsoryCancellationFacts } from './announce-compulsory-cancellation/facts.ts';
import { cancelCompulsorilyFacts } from './cancel-compulsorily/facts.ts';
import { confirmFileHandoverFacts } from './confirm-file-handover/facts.ts';
import { establishCompanyFacts } from './establish-company/facts.ts';
import { migrateEnterpriseFacts } from './migrate-enterprise/facts.ts';
import { revokeLicenceFacts } from './revoke-licence/facts.ts';

/** What can be filed, by item: the second of the two indexes an item stands in (the other is `items.ts`). */
export const filedFacts = {
  'establish-company': establishCompanyFacts,
  'migrate-enterprise': migrateEnterpriseFacts,
  'confirm-file-handover': confirmFileHandoverFacts,
  'revoke-licence': revokeLicenceFacts,
  'announce-compulsory-cancellation': announceCompulsoryCancellationFacts,
  'cancel-compulsorily': cancelCompulsorilyFacts,
} as const;
