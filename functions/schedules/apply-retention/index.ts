import { createApplyRetention } from '../../../lib/acts/apply-retention.ts';
import { readEnvironment } from '../../../lib/edge/environment.ts';
import { scheduleHandler } from '../../../lib/edge/schedule.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { createErasureStore } from '../../../lib/store/erasure-store.ts';
import { createFilingStore } from '../../../lib/store/filing-store.ts';
import { writeAllWith } from '../../../lib/store/transaction.ts';

const { tables } = readEnvironment();
const client = documentClient();

export const handler = scheduleHandler(
  'apply-retention',
  createApplyRetention({
    filings: createFilingStore(client, tables.filings),
    erasures: createErasureStore(tables.filings),
    writeAll: writeAllWith(client),
  }),
);
