import type { Projection } from '../../../lib/acts/fan-out.ts';
import { createTellParties } from '../../../lib/acts/tell-parties.ts';
import { readEnvironment } from '../../../lib/edge/environment.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { createInboxStore } from '../../../lib/store/inbox-store.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const inbox = createInboxStore(documentClient(), tables.filings);

/** Whatever follows from a step of a filing is a line here. */
const projections: readonly Projection[] = [createTellParties({ inbox })];

export const handler = createHandler(projections);
