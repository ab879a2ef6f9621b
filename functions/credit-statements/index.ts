import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { createCountLookup } from '../../lib/acts/count-lookup.ts';
import { createIssueStatement } from '../../lib/acts/issue-statement.ts';
import { createLookUpDetails } from '../../lib/acts/look-up-details.ts';
import { createKeying } from '../../lib/crypto/create-keying.ts';
import { createSigners } from '../../lib/crypto/create-signers.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { logFailedRead } from '../../lib/edge/faults.ts';
import { countAlarm } from '../../lib/edge/lookup-alarms.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createEnterpriseStore } from '../../lib/store/enterprise-store.ts';
import { createLookupLogStore } from '../../lib/store/lookup-log-store.ts';
import { createLookupQuotaStore } from '../../lib/store/lookup-quota-store.ts';
import { createRaiseAlarm } from '../../lib/store/raise-alarm.ts';
import { createRecordStore } from '../../lib/store/record-store.ts';
import { createSourceStore } from '../../lib/store/source-store.ts';
import { createStandingStore } from '../../lib/store/standing-store.ts';
import { createHandler } from './handlers.ts';

const { tables, keys } = readEnvironment();
const client = documentClient();

const standings = createStandingStore(
  client,
  tables.credit,
  jurisdictions.map(({ code }) => code),
);
const records = createRecordStore(client, tables.credit);
const lookupLog = createLookupLogStore(client, tables.lookupLog);
const personalData = createKeying(keys);
const countLookup = createCountLookup({
  quotas: createLookupQuotaStore(client, tables.credit),
  alarms: { raise: createRaiseAlarm(client, tables.lookupLog) },
  onAlarm: countAlarm,
  onFault: logFailedRead,
});

export const handler = createHandler({
  issue: createIssueStatement({
    standings,
    sources: createSourceStore(client, tables.credit),
    records,
    enterprises: createEnterpriseStore(client, tables.filings),
    lookupLog,
    personalData,
    countLookup,
    receiptSigner: createSigners(keys).receiptSigner,
    onFault: logFailedRead,
  }),
  details: createLookUpDetails({ standings, records, lookupLog, personalData, countLookup }),
});
