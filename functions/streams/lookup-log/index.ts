import { createProjectLookups } from '../../../lib/acts/project-lookups.ts';
import { readEnvironment } from '../../../lib/edge/environment.ts';
import { logFailedRead } from '../../../lib/edge/faults.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { createLookupLogStore } from '../../../lib/store/lookup-log-store.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const lookupLog = createLookupLogStore(documentClient(), tables.lookupLog);

export const handler = createHandler({ project: createProjectLookups({ lookupLog }, logFailedRead) });
