import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { createClaimFiling } from '../../lib/acts/claim-filing.ts';
import { createDecideFiling } from '../../lib/acts/decide-filing.ts';
import { createExtendFiling } from '../../lib/acts/extend-filing.ts';
import { createHandOverFiling } from '../../lib/acts/hand-over-filing.ts';
import { createListFollowUps } from '../../lib/acts/list-follow-ups.ts';
import { createPrepareConsequences } from '../../lib/acts/prepare-consequences.ts';
import { createReadFilings } from '../../lib/acts/read-filings.ts';
import { createReadStandings } from '../../lib/acts/read-standings.ts';
import { createKeys } from '../../lib/crypto/keys.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { logFailedRead } from '../../lib/edge/faults.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createCodeStore } from '../../lib/store/code-store.ts';
import { createDisputeStore } from '../../lib/store/dispute-store.ts';
import { createEnterpriseStore } from '../../lib/store/enterprise-store.ts';
import { createFilingStore } from '../../lib/store/filing-store.ts';
import { createFollowUpStore } from '../../lib/store/follow-up-store.ts';
import { createLicenceStatusStore } from '../../lib/store/licence-status-store.ts';
import { createListingStore } from '../../lib/store/listing-store.ts';
import { createLookupLogStore } from '../../lib/store/lookup-log-store.ts';
import { createNameClaimStore } from '../../lib/store/name-claim-store.ts';
import { createOfficerStore } from '../../lib/store/officer-store.ts';
import { createRecordStore } from '../../lib/store/record-store.ts';
import { createRepairStore } from '../../lib/store/repair-store.ts';
import { createRequestStore } from '../../lib/store/request-store.ts';
import { createRoleStore } from '../../lib/store/role-store.ts';
import { createSourceStore } from '../../lib/store/source-store.ts';
import { createStandingStore } from '../../lib/store/standing-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const { tables, keys, publicUrl } = readEnvironment();
const client = documentClient();
const sides = jurisdictions.map(({ code }) => code);
const { personalData, receiptSigner, licenceSigner } = createKeys(keys);
const filings = createFilingStore(client, tables.filings);
const requests = createRequestStore(client, tables.filings);
const writeAll = writeAllWith(client);
const enterprises = createEnterpriseStore(client, tables.filings);
const officers = createOfficerStore(client, tables.filings);
const standings = createStandingStore(client, tables.credit, sides);
const stepping = { filings, requests, receiptSigner, writeAll, enterprises, officers, standings };
const records = createRecordStore(client, tables.credit);

export const handler = createHandler({
  decide: createDecideFiling({
    ...stepping,
    personalData,
    licenceSigner,
    licenceStatuses: createLicenceStatusStore(client, tables.filings),
    publicUrl,
    nameClaims: createNameClaimStore(client, tables.filings),
    roles: createRoleStore(client, tables.filings),
    prepareConsequences: createPrepareConsequences({
      standings,
      records,
      listings: createListingStore(client, tables.credit),
      disputes: createDisputeStore(client, tables.credit),
      repairs: createRepairStore(client, tables.credit),
    }),
    codes: createCodeStore(tables.filings),
    readStandings: createReadStandings({
      standings,
      sources: createSourceStore(client, tables.credit),
      records,
      lookupLog: createLookupLogStore(client, tables.lookupLog),
      onFault: logFailedRead,
    }),
  }),
  extend: createExtendFiling(stepping),
  claim: createClaimFiling(stepping),
  handOver: createHandOverFiling(stepping),
  read: createReadFilings(filings),
  followUps: createListFollowUps({ filings, followUps: createFollowUpStore(client, tables.filings) }),
});
