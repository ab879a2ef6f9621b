import { createProjectLookups } from '../../../lib/acts/project-lookups.ts';
import { readEnvironment } from '../../../lib/edge/environment.ts';
import { logFailedRead } from '../../../lib/edge/faults.ts';
import { countAlarm } from '../../../lib/edge/lookup-alarms.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { createLogRootStore } from '../../../lib/store/log-root-store.ts';
import { createLookupAlarmStore } from '../../../lib/store/lookup-alarm-store.ts';
import { createLookupLogStore } from '../../../lib/store/lookup-log-store.ts';
import { createSetAsideStore } from '../../../lib/store/set-aside-store.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const client = documentClient();

export const handler = createHandler({
  project: createProjectLookups(
    {
      lookupLog: createLookupLogStore(client, tables.lookupLog),
      logRoots: createLogRootStore(client, tables.lookupLog),
      alarms: createLookupAlarmStore(client, tables.lookupLog),
      onAlarm: countAlarm,
    },
    logFailedRead,
  ),
  setAside: createSetAsideStore(client, tables.lookupLog),
});
