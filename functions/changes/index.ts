import { createListChanges } from '../../lib/acts/list-changes.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { createChangeStore } from '../../lib/store/change-store.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const changes = createChangeStore(documentClient(), tables.filings);

export const handler = createHandler({ list: createListChanges({ changes }) });
