import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { dataRequestDays } from '../../catalog/retention.ts';
import { createAskAboutOwnData } from '../../lib/acts/ask-about-own-data.ts';
import { createListLookupsOfSubject } from '../../lib/acts/list-lookups-of-subject.ts';
import { createListNotices } from '../../lib/acts/list-notices.ts';
import { createReadOwnData } from '../../lib/acts/read-own-data.ts';
import { createReadOwnFile } from '../../lib/acts/read-own-file.ts';
import { createPersonalData } from '../../lib/crypto/create-personal-data.ts';
import { createSigners } from '../../lib/crypto/create-signers.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createDataRequestStore } from '../../lib/store/data-request-store.ts';
import { createDisputeStore } from '../../lib/store/dispute-store.ts';
import { createDraftStore } from '../../lib/store/draft-store.ts';
import { createEnterpriseStore } from '../../lib/store/enterprise-store.ts';
import { createFilingStore } from '../../lib/store/filing-store.ts';
import { createInboxStore } from '../../lib/store/inbox-store.ts';
import { createLookupLogStore } from '../../lib/store/lookup-log-store.ts';
import { createNamedStore } from '../../lib/store/named-store.ts';
import { createRecordStore } from '../../lib/store/record-store.ts';
import { createRequestStore } from '../../lib/store/request-store.ts';
import { createRoleStore } from '../../lib/store/role-store.ts';
import { createStandingStore } from '../../lib/store/standing-store.ts';
import { createTaskStore } from '../../lib/store/task-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const { tables, keys } = readEnvironment();
const client = documentClient();
const lookupLog = createLookupLogStore(client, tables.lookupLog);
const filings = createFilingStore(client, tables.filings);
const records = createRecordStore(client, tables.credit);
const standings = createStandingStore(
  client,
  tables.credit,
  jurisdictions.map(({ code }) => code),
);
const personalData = createPersonalData(keys);
const inbox = createInboxStore(client, tables.filings);

const listLookups = createListLookupsOfSubject({ lookupLog, standings });
const ownFile = createReadOwnFile({
  records,
  standings,
  disputes: createDisputeStore(client, tables.credit),
  roles: createRoleStore(client, tables.filings),
  filings,
  personalData,
});
const ownData = createAskAboutOwnData({
  dataRequests: createDataRequestStore(client, tables.filings, dataRequestDays()),
  filings,
  records,
  standings,
  personalData,
  requests: createRequestStore(client, tables.filings),
  writeAll: writeAllWith(client),
});

export const handler = createHandler({
  listLookups,
  listNotices: createListNotices({ inbox, standings }),
  ownFile,
  ownData,
  everything: createReadOwnData({
    ownFile,
    listLookups,
    ownData,
    standings,
    named: createNamedStore(client, tables.filings),
    filings,
    drafts: createDraftStore(client, tables.filings),
    tasks: createTaskStore(client, tables.credit),
    enterprises: createEnterpriseStore(client, tables.filings),
    receiptSigner: createSigners(keys).receiptSigner,
  }),
});
