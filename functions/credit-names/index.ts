import { createSearchNames } from '../../lib/acts/search-names.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createEnterpriseNameStore } from '../../lib/store/enterprise-name-store.ts';
import { createLookupLogStore } from '../../lib/store/lookup-log-store.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const client = documentClient();

export const handler = createHandler({
  search: createSearchNames({
    names: createEnterpriseNameStore(client, tables.filings),
    lookupLog: createLookupLogStore(client, tables.lookupLog),
  }),
});
