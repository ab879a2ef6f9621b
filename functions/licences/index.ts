import { createReadEnterprises } from '../../lib/acts/read-enterprises.ts';
import { createVerifyReceipt } from '../../lib/acts/verify-receipt.ts';
import { createSigners } from '../../lib/crypto/create-signers.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createEnterpriseStore } from '../../lib/store/enterprise-store.ts';
import { createFilingStore } from '../../lib/store/filing-store.ts';
import { createHandler } from './handlers.ts';

const { tables, keys } = readEnvironment();
const client = documentClient();
const { receiptSigner, licenceSigner } = createSigners(keys);

export const handler = createHandler({
  enterprises: createReadEnterprises(createEnterpriseStore(client, tables.filings), licenceSigner),
  verifyReceipt: createVerifyReceipt(createFilingStore(client, tables.filings), receiptSigner),
});
