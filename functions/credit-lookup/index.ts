import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { createCountLookup } from '../../lib/acts/count-lookup.ts';
import { createLookUp } from '../../lib/acts/look-up.ts';
import { createKeying } from '../../lib/crypto/create-keying.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { logFailedRead } from '../../lib/edge/faults.ts';
import { countAlarm } from '../../lib/edge/lookup-alarms.ts';
import { count } from '../../lib/edge/metrics.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createLookupAppend } from '../../lib/store/lookup-append.ts';
import { createLookupQuotaStore } from '../../lib/store/lookup-quota-store.ts';
import { createRaiseAlarm } from '../../lib/store/raise-alarm.ts';
import type { RecordStore } from '../../lib/store/record-store.ts';
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
const lookupLog = { append: createLookupAppend(client, tables.lookupLog) };
const personalData = createKeying(keys);

/** Read for the past, and where a shield ended since: a cold start does not load the store of records. */
const listVersions: RecordStore['listVersions'] = async (...asked) => {
  const { createRecordStore } = await import('../../lib/store/record-store.ts');
  return createRecordStore(client, tables.credit).listVersions(...asked);
};

export const handler = createHandler({
  lookUp: createLookUp({
    standings,
    sources: createSourceStore(client, tables.credit),
    records: { listVersions },
    lookupLog,
    personalData,
    countLookup: createCountLookup({
      quotas: createLookupQuotaStore(client, tables.credit),
      alarms: { raise: createRaiseAlarm(client, tables.lookupLog) },
      onAlarm: countAlarm,
      onFault: logFailedRead,
    }),
    onFault: logFailedRead,
  }),
  count,
});
