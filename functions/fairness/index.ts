import { createReadFairness } from '../../lib/acts/read-fairness.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createFairnessStore } from '../../lib/store/fairness-store.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const fairness = createFairnessStore(documentClient(), tables.filings);

export const handler = createHandler({ read: createReadFairness({ fairness }) });
