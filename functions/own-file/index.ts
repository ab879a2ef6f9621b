import { createListLookupsOfSubject } from '../../lib/acts/list-lookups-of-subject.ts';
import { createListNotices } from '../../lib/acts/list-notices.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createInboxStore } from '../../lib/store/inbox-store.ts';
import { createLookupLogStore } from '../../lib/store/lookup-log-store.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const client = documentClient();
const lookupLog = createLookupLogStore(client, tables.lookupLog);
const inbox = createInboxStore(client, tables.filings);

export const handler = createHandler({
  listLookups: createListLookupsOfSubject({ lookupLog }),
  listNotices: createListNotices({ inbox }),
});
