import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { createChangeTask } from '../../lib/acts/change-task.ts';
import { createReadFeedbackRates, createReadTasks } from '../../lib/acts/read-tasks.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createFeedbackStore } from '../../lib/store/feedback-store.ts';
import { createRecordStore } from '../../lib/store/record-store.ts';
import { createRequestStore } from '../../lib/store/request-store.ts';
import { createStandingStore } from '../../lib/store/standing-store.ts';
import { createTaskStore } from '../../lib/store/task-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const client = documentClient();
const tasks = createTaskStore(client, tables.credit);
const records = createRecordStore(client, tables.credit);
const standings = createStandingStore(
  client,
  tables.credit,
  jurisdictions.map(({ code }) => code),
);

export const handler = createHandler({
  tasks: createReadTasks({ tasks, records, standings }),
  change: createChangeTask({
    tasks,
    records,
    standings,
    requests: createRequestStore(client, tables.credit),
    writeAll: writeAllWith(client),
  }),
  rates: createReadFeedbackRates({ feedback: createFeedbackStore(client, tables.credit) }),
});
