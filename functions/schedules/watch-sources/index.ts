import { sources } from '../../../catalog/sources.ts';
import { createWatchSources } from '../../../lib/acts/watch-sources.ts';
import { readEnvironment } from '../../../lib/edge/environment.ts';
import { count } from '../../../lib/edge/metrics.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { createSourceStore } from '../../../lib/store/source-store.ts';
import { createSourceTurnStore } from '../../../lib/store/source-turn-store.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const client = documentClient();

export const handler = createHandler(
  createWatchSources({
    sources: createSourceStore(client, tables.credit),
    turns: createSourceTurnStore(client, tables.credit),
  }),
  sources,
  count,
);
