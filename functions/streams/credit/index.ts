import type { Projection } from '../../../lib/acts/fan-out.ts';
import { createTellWatchers } from '../../../lib/acts/tell-watchers.ts';
import { readEnvironment } from '../../../lib/edge/environment.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { createWatchStore } from '../../../lib/store/watch-store.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const client = documentClient();

/** Whatever follows from what is written about credit is a line here. */
const projections: readonly Projection[] = [
  createTellWatchers({ watches: createWatchStore(client, tables.credit) }),
];

export const handler = createHandler(projections);
