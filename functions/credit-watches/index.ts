import { createCountLookup } from '../../lib/acts/count-lookup.ts';
import { createWatchSubjects } from '../../lib/acts/watch-subjects.ts';
import { createKeying } from '../../lib/crypto/create-keying.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { logFailedRead } from '../../lib/edge/faults.ts';
import { countAlarm } from '../../lib/edge/lookup-alarms.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createLookupLogStore } from '../../lib/store/lookup-log-store.ts';
import { createLookupQuotaStore } from '../../lib/store/lookup-quota-store.ts';
import { createRaiseAlarm } from '../../lib/store/raise-alarm.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { createWatchStore } from '../../lib/store/watch-store.ts';
import { createHandler } from './handlers.ts';

const { tables, keys } = readEnvironment();
const client = documentClient();

export const handler = createHandler({
  watches: createWatchSubjects({
    watches: createWatchStore(client, tables.credit),
    lookupLog: createLookupLogStore(client, tables.lookupLog),
    countLookup: createCountLookup({
      quotas: createLookupQuotaStore(client, tables.credit),
      alarms: { raise: createRaiseAlarm(client, tables.lookupLog) },
      onAlarm: countAlarm,
      onFault: logFailedRead,
    }),
    personalData: createKeying(keys),
    writeAll: writeAllWith(client),
  }),
});
