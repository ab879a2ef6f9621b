import { createListLookupsOfSubject } from '../../lib/acts/list-lookups-of-subject.ts';
import { createReadOwnFile } from '../../lib/acts/read-own-file.ts';
import { createPersonalData } from '../../lib/crypto/create-personal-data.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createFilingStore } from '../../lib/store/filing-store.ts';
import { createLookupLogStore } from '../../lib/store/lookup-log-store.ts';
import { createRecordStore } from '../../lib/store/record-store.ts';
import { createRoleStore } from '../../lib/store/role-store.ts';
import { createHandler } from './handlers.ts';

const { tables, keys } = readEnvironment();
const client = documentClient();

export const handler = createHandler({
  listLookups: createListLookupsOfSubject({ lookupLog: createLookupLogStore(client, tables.lookupLog) }),
  ownFile: createReadOwnFile({
    records: createRecordStore(client, tables.credit),
    roles: createRoleStore(client, tables.filings),
    filings: createFilingStore(client, tables.filings),
    personalData: createPersonalData(keys),
  }),
});
