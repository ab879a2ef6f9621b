import { createListLookupsOfSubject } from '../../lib/acts/list-lookups-of-subject.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createLookupLogStore } from '../../lib/store/lookup-log-store.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const lookupLog = createLookupLogStore(documentClient(), tables.lookupLog);

export const handler = createHandler({ listLookups: createListLookupsOfSubject({ lookupLog }) });
