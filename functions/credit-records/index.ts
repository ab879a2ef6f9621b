import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { createHeartbeatSource } from '../../lib/acts/heartbeat-source.ts';
import { createPublishRecord } from '../../lib/acts/publish-record.ts';
import { createPersonalData } from '../../lib/crypto/create-personal-data.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createRecordStore } from '../../lib/store/record-store.ts';
import { createRequestStore } from '../../lib/store/request-store.ts';
import { createSourceStore } from '../../lib/store/source-store.ts';
import { createStandingStore } from '../../lib/store/standing-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const { tables, keys } = readEnvironment();
const client = documentClient();
const requests = createRequestStore(client, tables.credit);
const writeAll = writeAllWith(client);

export const handler = createHandler({
  publish: createPublishRecord({
    records: createRecordStore(client, tables.credit),
    standings: createStandingStore(
      client,
      tables.credit,
      jurisdictions.map(({ code }) => code),
    ),
    requests,
    personalData: createPersonalData(keys),
    writeAll,
  }),
  heartbeat: createHeartbeatSource({
    sources: createSourceStore(client, tables.credit),
    requests,
    writeAll,
  }),
});
