import { executorIds } from '../../../catalog/measures/executors.ts';
import { createRemindTasks } from '../../../lib/acts/remind-tasks.ts';
import { readEnvironment } from '../../../lib/edge/environment.ts';
import { count } from '../../../lib/edge/metrics.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { createRecordStore } from '../../../lib/store/record-store.ts';
import { createTaskStore } from '../../../lib/store/task-store.ts';
import { writeAllWith } from '../../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const client = documentClient();

export const handler = createHandler(
  createRemindTasks({
    tasks: createTaskStore(client, tables.credit),
    records: createRecordStore(client, tables.credit),
    writeAll: writeAllWith(client),
  }),
  executorIds,
  count,
);
