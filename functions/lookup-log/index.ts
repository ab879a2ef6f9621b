import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { createProveLookup } from '../../lib/acts/prove-lookup.ts';
import { createReadLogRoots } from '../../lib/acts/read-log-roots.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createLogRootStore } from '../../lib/store/log-root-store.ts';
import { createLookupAlarmStore } from '../../lib/store/lookup-alarm-store.ts';
import { createLookupLogStore } from '../../lib/store/lookup-log-store.ts';
import { createStandingStore } from '../../lib/store/standing-store.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const client = documentClient();
const logRoots = createLogRootStore(client, tables.lookupLog);
const lookupLog = createLookupLogStore(client, tables.lookupLog);
const standings = createStandingStore(
  client,
  tables.credit,
  jurisdictions.map(({ code }) => code),
);

export const handler = createHandler({
  roots: createReadLogRoots({ logRoots }),
  alarms: createLookupAlarmStore(client, tables.lookupLog),
  proveLookup: createProveLookup({ lookupLog, logRoots, standings }),
});
