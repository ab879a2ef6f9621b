import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { createCheckFiling } from '../../lib/acts/check-filing.ts';
import { createDiscardDraft } from '../../lib/acts/discard-draft.ts';
import { createReadDrafts } from '../../lib/acts/read-drafts.ts';
import { createReplaceDraft, createStartDraft } from '../../lib/acts/save-draft.ts';
import { createPersonalData } from '../../lib/crypto/create-personal-data.ts';
import { createRealNameProofs } from '../../lib/crypto/real-name-proof.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createDraftStore } from '../../lib/store/draft-store.ts';
import { createEnterpriseStore } from '../../lib/store/enterprise-store.ts';
import { createFilingStore } from '../../lib/store/filing-store.ts';
import { createMaterialStore } from '../../lib/store/material-store.ts';
import { createNameClaimStore } from '../../lib/store/name-claim-store.ts';
import { createRequestStore } from '../../lib/store/request-store.ts';
import { createRoleStore } from '../../lib/store/role-store.ts';
import { createStandingStore } from '../../lib/store/standing-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const { tables, keys, identityProviders } = readEnvironment();
const client = documentClient();
const personalData = createPersonalData(keys);
const deps = {
  drafts: createDraftStore(client, tables.filings),
  requests: createRequestStore(client, tables.filings),
  personalData,
  writeAll: writeAllWith(client),
};

export const handler = createHandler({
  start: createStartDraft(deps),
  replace: createReplaceDraft(deps),
  discard: createDiscardDraft(deps),
  read: createReadDrafts(deps),
  check: createCheckFiling({
    standings: createStandingStore(
      client,
      tables.credit,
      jurisdictions.map(({ code }) => code),
    ),
    filings: createFilingStore(client, tables.filings),
    personalData,
    verifyProof: createRealNameProofs(identityProviders),
    nameClaims: createNameClaimStore(client, tables.filings),
    materials: createMaterialStore(client, tables.filings),
    enterprises: createEnterpriseStore(client, tables.filings),
    roles: createRoleStore(client, tables.filings),
  }),
});
