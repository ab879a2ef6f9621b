import { createTellEnds } from '../../../lib/acts/tell-ends.ts';
import { readEnvironment } from '../../../lib/edge/environment.ts';
import { logFault } from '../../../lib/edge/faults.ts';
import { scheduleHandler } from '../../../lib/edge/schedule.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { createEndStore } from '../../../lib/store/end-store.ts';
import { createRecordStore } from '../../../lib/store/record-store.ts';

const { tables } = readEnvironment();
const client = documentClient();

export const handler = scheduleHandler(
  'tell-ends',
  createTellEnds({
    records: createRecordStore(client, tables.credit),
    ends: createEndStore(client, tables.credit),
    onFault: (fault) => logFault(fault, { schedule: 'tell-ends' }),
  }),
);
