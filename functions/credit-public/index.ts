import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { createReadPublicRecords } from '../../lib/acts/read-public-records.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createListStore } from '../../lib/store/list-store.ts';
import { createRecordStore } from '../../lib/store/record-store.ts';
import { createStandingStore } from '../../lib/store/standing-store.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const client = documentClient();

export const handler = createHandler({
  read: createReadPublicRecords({
    standings: createStandingStore(
      client,
      tables.credit,
      jurisdictions.map(({ code }) => code),
    ),
    records: createRecordStore(client, tables.credit),
    lists: createListStore(client, tables.credit),
  }),
});
