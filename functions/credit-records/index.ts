import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { createAnnulRecord } from '../../lib/acts/annul-record.ts';
import { createChangeRecord } from '../../lib/acts/change-record.ts';
import { createCorrectRecord } from '../../lib/acts/correct-record.ts';
import { createDisputeRecord } from '../../lib/acts/dispute-record.ts';
import { createHeartbeatSource } from '../../lib/acts/heartbeat-source.ts';
import { createPublishRecord } from '../../lib/acts/publish-record.ts';
import { createReadRecord } from '../../lib/acts/read-record.ts';
import { createReconcileRecords } from '../../lib/acts/reconcile-records.ts';
import { createRecordSuccession } from '../../lib/acts/record-succession.ts';
import { createRepairRecord } from '../../lib/acts/repair-record.ts';
import { createShieldRecord } from '../../lib/acts/shield-record.ts';
import { createKeying } from '../../lib/crypto/create-keying.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createDisputeStore } from '../../lib/store/dispute-store.ts';
import { createRecordStore } from '../../lib/store/record-store.ts';
import { createRepairStore } from '../../lib/store/repair-store.ts';
import { createRequestStore } from '../../lib/store/request-store.ts';
import { createSourceStore } from '../../lib/store/source-store.ts';
import { createStandingStore } from '../../lib/store/standing-store.ts';
import { createSuccessionStore } from '../../lib/store/succession-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const { tables, keys } = readEnvironment();
const client = documentClient();
const requests = createRequestStore(client, tables.credit);
const writeAll = writeAllWith(client);

const records = createRecordStore(client, tables.credit);
const standings = createStandingStore(
  client,
  tables.credit,
  jurisdictions.map(({ code }) => code),
);
const disputes = createDisputeStore(client, tables.credit);
const repairs = createRepairStore(client, tables.credit);
const changeRecord = createChangeRecord({ records, standings, disputes, repairs, requests, writeAll });

export const handler = createHandler({
  publish: createPublishRecord({
    records,
    standings,
    requests,
    personalData: createKeying(keys),
    writeAll,
  }),
  heartbeat: createHeartbeatSource({
    sources: createSourceStore(client, tables.credit),
    requests,
    writeAll,
  }),
  succession: createRecordSuccession({
    standings,
    successions: createSuccessionStore(client, tables.credit),
    requests,
    writeAll,
  }),
  reconcile: createReconcileRecords({ records }),
  read: createReadRecord({ records, disputes, repairs, standings }),
  annul: createAnnulRecord({ changeRecord }),
  correct: createCorrectRecord({ changeRecord }),
  dispute: createDisputeRecord({ changeRecord }),
  repair: createRepairRecord({ changeRecord }),
  shield: createShieldRecord({ changeRecord }),
});
