import { announceCompulsoryCancellationFacts } from './announce-compulsory-cancellation/facts.ts';
import { announceFalseRegistrationFacts } from './announce-false-registration/facts.ts';
import { annulRevocationFacts } from './annul-revocation/facts.ts';
import { applyToRevokeRegistrationFacts } from './apply-to-revoke-registration/facts.ts';
import { cancelCompulsorilyFacts } from './cancel-compulsorily/facts.ts';
import { closeInquiryFacts } from './close-inquiry/facts.ts';
import { confirmFileHandoverFacts } from './confirm-file-handover/facts.ts';
import { establishCompanyFacts } from './establish-company/facts.ts';
import { extendInquiryFacts } from './extend-inquiry/facts.ts';
import { migrateEnterpriseFacts } from './migrate-enterprise/facts.ts';
import { openInquiryFacts } from './open-inquiry/facts.ts';
import { revokeLicenceFacts } from './revoke-licence/facts.ts';
import { revokeRegistrationFacts } from './revoke-registration/facts.ts';
import { takeOverRegistrationFacts } from './take-over-registration/facts.ts';

/** What can be filed, by item: the second of the two indexes an item stands in (the other is `items.ts`). */
export const filedFacts = {
  'establish-company': establishCompanyFacts,
  'migrate-enterprise': migrateEnterpriseFacts,
  'confirm-file-handover': confirmFileHandoverFacts,
  'revoke-licence': revokeLicenceFacts,
  'announce-compulsory-cancellation': announceCompulsoryCancellationFacts,
  'cancel-compulsorily': cancelCompulsorilyFacts,
  'apply-to-revoke-registration': applyToRevokeRegistrationFacts,
  'open-inquiry': openInquiryFacts,
  'extend-inquiry': extendInquiryFacts,
  'announce-false-registration': announceFalseRegistrationFacts,
  'revoke-registration': revokeRegistrationFacts,
  'close-inquiry': closeInquiryFacts,
  'annul-revocation': annulRevocationFacts,
  'take-over-registration': takeOverRegistrationFacts,
} as const;
