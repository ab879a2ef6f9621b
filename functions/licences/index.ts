import { createDescribeIssuer } from '../../lib/acts/describe-issuer.ts';
import { createReadEnterprises } from '../../lib/acts/read-enterprises.ts';
import { createTellStatusList } from '../../lib/acts/tell-status-list.ts';
import { createVerifyReceipt } from '../../lib/acts/verify-receipt.ts';
import { createSigners } from '../../lib/crypto/create-signers.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createEnterpriseStore } from '../../lib/store/enterprise-store.ts';
import { createFilingStore } from '../../lib/store/filing-store.ts';
import { createLicenceStatusStore } from '../../lib/store/licence-status-store.ts';
import { createHandler } from './handlers.ts';

const { tables, keys, publicUrl } = readEnvironment();
const client = documentClient();
const { receiptSigner, licenceSigner } = createSigners(keys);

export const handler = createHandler({
  enterprises: createReadEnterprises({
    enterprises: createEnterpriseStore(client, tables.filings),
    licenceSigner,
    publicUrl,
  }),
  statusList: createTellStatusList({
    licenceStatuses: createLicenceStatusStore(client, tables.filings),
    licenceSigner,
    publicUrl,
  }),
  issuers: createDescribeIssuer(licenceSigner, publicUrl),
  verifyReceipt: createVerifyReceipt(createFilingStore(client, tables.filings), receiptSigner),
});
