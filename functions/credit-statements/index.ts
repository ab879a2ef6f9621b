import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { createIssueStatement } from '../../lib/acts/issue-statement.ts';
import { createPersonalData } from '../../lib/crypto/create-personal-data.ts';
import { createSigners } from '../../lib/crypto/create-signers.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { logFailedRead } from '../../lib/edge/faults.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createEnterpriseStore } from '../../lib/store/enterprise-store.ts';
import { createLookupLogStore } from '../../lib/store/lookup-log-store.ts';
import { createRecordStore } from '../../lib/store/record-store.ts';
import { createSourceStore } from '../../lib/store/source-store.ts';
import { createStandingStore } from '../../lib/store/standing-store.ts';
import { createHandler } from './handlers.ts';

const { tables, keys } = readEnvironment();
const client = documentClient();

export const handler = createHandler({
  issue: createIssueStatement({
    standings: createStandingStore(
      client,
      tables.credit,
      jurisdictions.map(({ code }) => code),
    ),
    sources: createSourceStore(client, tables.credit),
    records: createRecordStore(client, tables.credit),
    enterprises: createEnterpriseStore(client, tables.filings),
    lookupLog: createLookupLogStore(client, tables.lookupLog),
    personalData: createPersonalData(keys),
    receiptSigner: createSigners(keys).receiptSigner,
    onFault: logFailedRead,
  }),
});
