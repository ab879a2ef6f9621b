import { createCountFairness } from '../../../lib/acts/count-fairness.ts';
import type { Projection } from '../../../lib/acts/fan-out.ts';
import { createTellParties } from '../../../lib/acts/tell-parties.ts';
import { readEnvironment } from '../../../lib/edge/environment.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { createFairnessStore } from '../../../lib/store/fairness-store.ts';
import { createInboxStore } from '../../../lib/store/inbox-store.ts';
import { writeAllWith } from '../../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const client = documentClient();
const writeAll = writeAllWith(client);
const inbox = createInboxStore(client, tables.filings);
const fairness = createFairnessStore(client, tables.filings);

/** Whatever follows from a step of a filing is a line here. */
const projections: readonly Projection[] = [
  createTellParties({ inbox }),
  createCountFairness({ fairness, writeAll }),
];

export const handler = createHandler(projections);
