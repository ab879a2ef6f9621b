import { createCountFairness } from '../../../lib/acts/count-fairness.ts';
import type { Projection } from '../../../lib/acts/fan-out.ts';
import { createIndexNamed } from '../../../lib/acts/index-named.ts';
import { createLetGo } from '../../../lib/acts/let-go.ts';
import { createSequenceChanges } from '../../../lib/acts/sequence-changes.ts';
import { createTellChanges } from '../../../lib/acts/tell-changes.ts';
import { createTellParties } from '../../../lib/acts/tell-parties.ts';
import { readEnvironment } from '../../../lib/edge/environment.ts';
import { createChangeStore } from '../../../lib/store/change-store.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { createMaterialFiles } from '../../../lib/store/create-material-files.ts';
import { eventBusNamed } from '../../../lib/store/event-bus.ts';
import { createFairnessStore } from '../../../lib/store/fairness-store.ts';
import { createFilingStore } from '../../../lib/store/filing-store.ts';
import { createInboxStore } from '../../../lib/store/inbox-store.ts';
import { createMaterialStore } from '../../../lib/store/material-store.ts';
import { createNamedStore } from '../../../lib/store/named-store.ts';
import { createSetAsideStore } from '../../../lib/store/set-aside-store.ts';
import { writeAllWith } from '../../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const { tables, eventBus, materials } = readEnvironment();
const client = documentClient();
const writeAll = writeAllWith(client);
const inbox = createInboxStore(client, tables.filings);
const changes = createChangeStore(client, tables.filings);
const named = createNamedStore(client, tables.filings);
const fairness = createFairnessStore(client, tables.filings);

/** Whatever follows from a step of a filing is a line here. */
const projections: readonly Projection[] = [
  createTellParties({ inbox }),
  createCountFairness({ fairness, writeAll }),
  createIndexNamed({ filings: createFilingStore(client, tables.filings), named }),
  createLetGo({
    named,
    materials: createMaterialStore(client, tables.filings),
    files: createMaterialFiles(materials),
    writeAll,
  }),
  createTellChanges({
    sequence: createSequenceChanges({ changes, writeAll }),
    putEvents: eventBus === undefined ? undefined : eventBusNamed(eventBus),
  }),
];

export const handler = createHandler(projections, createSetAsideStore(client, tables.filings));
