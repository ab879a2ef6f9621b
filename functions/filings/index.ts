import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { createCheckFiling } from '../../lib/acts/check-filing.ts';
import { createFollowUpFiling, createReadFollowUp } from '../../lib/acts/follow-up-filing.ts';
import { createReadFilings } from '../../lib/acts/read-filings.ts';
import { createReadStandings } from '../../lib/acts/read-standings.ts';
import { createSubmitFiling } from '../../lib/acts/submit-filing.ts';
import { createWithdrawFiling } from '../../lib/acts/withdraw-filing.ts';
import { createKeys } from '../../lib/crypto/keys.ts';
import { createRealNameProofs } from '../../lib/crypto/real-name-proof.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { logFailedRead } from '../../lib/edge/faults.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createCodeStore } from '../../lib/store/code-store.ts';
import { createMaterialFiles } from '../../lib/store/create-material-files.ts';
import { createDraftStore } from '../../lib/store/draft-store.ts';
import { createEnterpriseStore } from '../../lib/store/enterprise-store.ts';
import { createFilingStore } from '../../lib/store/filing-store.ts';
import { createFollowUpStore } from '../../lib/store/follow-up-store.ts';
import { createLicenceStatusStore } from '../../lib/store/licence-status-store.ts';
import { createLookupLogStore } from '../../lib/store/lookup-log-store.ts';
import { createMaterialStore } from '../../lib/store/material-store.ts';
import { createNameClaimStore } from '../../lib/store/name-claim-store.ts';
import { createRecordStore } from '../../lib/store/record-store.ts';
import { createRequestStore } from '../../lib/store/request-store.ts';
import { createRoleStore } from '../../lib/store/role-store.ts';
import { createSourceStore } from '../../lib/store/source-store.ts';
import { createStandingStore } from '../../lib/store/standing-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const environment = readEnvironment();
const { tables, publicUrl } = environment;
const client = documentClient();
const sides = jurisdictions.map(({ code }) => code);
const filings = createFilingStore(client, tables.filings);
const register = {
  enterprises: createEnterpriseStore(client, tables.filings),
  roles: createRoleStore(client, tables.filings),
  nameClaims: createNameClaimStore(client, tables.filings),
};
const standings = createStandingStore(client, tables.credit, sides);
const { personalData, receiptSigner, licenceSigner } = createKeys(environment.keys);
const requests = createRequestStore(client, tables.filings);
const writeAll = writeAllWith(client);
const verifyProof = createRealNameProofs(environment.identityProviders);

const materials = createMaterialStore(client, tables.filings);
const followUps = createFollowUpStore(client, tables.filings);
const drafts = createDraftStore(client, tables.filings);
const files = createMaterialFiles(environment.materials);

export const handler = createHandler({
  check: createCheckFiling({ ...register, standings, filings, materials, personalData, verifyProof }),
  submit: createSubmitFiling({
    ...register,
    standings,
    filings,
    followUps,
    materials,
    drafts,
    files,
    personalData,
    verifyProof,
    receiptSigner,
    licenceSigner,
    licenceStatuses: createLicenceStatusStore(client, tables.filings),
    publicUrl,
    codes: createCodeStore(tables.filings),
    requests,
    readStandings: createReadStandings({
      standings,
      sources: createSourceStore(client, tables.credit),
      records: createRecordStore(client, tables.credit),
      lookupLog: createLookupLogStore(client, tables.lookupLog),
      onFault: logFailedRead,
    }),
    writeAll,
  }),
  withdraw: createWithdrawFiling({ ...register, filings, requests, receiptSigner, writeAll }),
  read: createReadFilings(filings),
  followUp: createFollowUpFiling({ filings, followUps, materials, drafts, files, requests, writeAll }),
  readFollowUp: createReadFollowUp({ filings, followUps }),
});
