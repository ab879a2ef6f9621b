import { jurisdictions } from '../../../catalog/jurisdictions.ts';
import { createCountFeedback } from '../../../lib/acts/count-feedback.ts';
import type { Projection } from '../../../lib/acts/fan-out.ts';
import { createProposeListings } from '../../../lib/acts/propose-listings.ts';
import { createProposeTasks } from '../../../lib/acts/propose-tasks.ts';
import { createSequenceChanges } from '../../../lib/acts/sequence-changes.ts';
import { createTellChanges } from '../../../lib/acts/tell-changes.ts';
import { createTellWatchers } from '../../../lib/acts/tell-watchers.ts';
import { momentNow } from '../../../lib/edge/clock.ts';
import { readEnvironment } from '../../../lib/edge/environment.ts';
import { createChangeStore } from '../../../lib/store/change-store.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { eventBusNamed } from '../../../lib/store/event-bus.ts';
import { createFeedbackStore } from '../../../lib/store/feedback-store.ts';
import { createListingStore } from '../../../lib/store/listing-store.ts';
import { createRecordStore } from '../../../lib/store/record-store.ts';
import { createSetAsideStore } from '../../../lib/store/set-aside-store.ts';
import { createStandingStore } from '../../../lib/store/standing-store.ts';
import { createTaskStore } from '../../../lib/store/task-store.ts';
import { writeAllWith } from '../../../lib/store/transaction.ts';
import { createWatchStore } from '../../../lib/store/watch-store.ts';
import { createHandler } from './handlers.ts';

const { tables, eventBus } = readEnvironment();
const client = documentClient();
const writeAll = writeAllWith(client);
/** The feed has one home, as a side has one row of numbers over all that happens on it: the table of filings. */
const changes = createChangeStore(client, tables.filings);

/** Whatever follows from what is written about credit is a line here. */
const projections: readonly Projection[] = [
  createTellWatchers({
    watches: createWatchStore(client, tables.credit),
    standings: createStandingStore(
      client,
      tables.credit,
      jurisdictions.map(({ code }) => code),
    ),
  }),
  createProposeTasks({
    records: createRecordStore(client, tables.credit),
    tasks: createTaskStore(client, tables.credit),
    writeAll,
    now: momentNow,
  }),
  createProposeListings({
    records: createRecordStore(client, tables.credit),
    listings: createListingStore(client, tables.credit),
    writeAll,
    now: momentNow,
  }),
  createCountFeedback({ feedback: createFeedbackStore(client, tables.credit), writeAll }),
  createTellChanges({
    sequence: createSequenceChanges({ changes, writeAll }),
    putEvents: eventBus === undefined ? undefined : eventBusNamed(eventBus),
  }),
];

export const handler = createHandler(projections, createSetAsideStore(client, tables.credit));
