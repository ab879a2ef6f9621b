import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { createLookUp } from '../../lib/acts/look-up.ts';
import { createPersonalData } from '../../lib/crypto/create-personal-data.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { logFailedRead } from '../../lib/edge/faults.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createLookupLogStore } from '../../lib/store/lookup-log-store.ts';
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
const personalData = createPersonalData(keys);

export const handler = createHandler({
  lookUp: createLookUp({
    standings,
    sources: createSourceStore(client, tables.credit),
    records,
    lookupLog,
    personalData,
    onFault: logFailedRead,
  }),
});
