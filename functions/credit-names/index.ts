import { createCountLookup } from '../../lib/acts/count-lookup.ts';
import { createSearchNames } from '../../lib/acts/search-names.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { logFailedRead } from '../../lib/edge/faults.ts';
import { countAlarm } from '../../lib/edge/lookup-alarms.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createEnterpriseNameStore } from '../../lib/store/enterprise-name-store.ts';
import { createLookupLogStore } from '../../lib/store/lookup-log-store.ts';
import { createLookupQuotaStore } from '../../lib/store/lookup-quota-store.ts';
import { createRaiseAlarm } from '../../lib/store/raise-alarm.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const client = documentClient();

export const handler = createHandler({
  search: createSearchNames({
    names: createEnterpriseNameStore(client, tables.filings),
    lookupLog: createLookupLogStore(client, tables.lookupLog),
    countLookup: createCountLookup({
      quotas: createLookupQuotaStore(client, tables.credit),
      alarms: { raise: createRaiseAlarm(client, tables.lookupLog) },
      onAlarm: countAlarm,
      onFault: logFailedRead,
    }),
  }),
});
