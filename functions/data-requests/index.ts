import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { dataRequestDays } from '../../catalog/retention.ts';
import { createAnswerDataRequest } from '../../lib/acts/answer-data-request.ts';
import { createPersonalData } from '../../lib/crypto/create-personal-data.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createDataRequestStore } from '../../lib/store/data-request-store.ts';
import { createErasureStore } from '../../lib/store/erasure-store.ts';
import { createFilingStore } from '../../lib/store/filing-store.ts';
import { createRequestStore } from '../../lib/store/request-store.ts';
import { createStandingStore } from '../../lib/store/standing-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const { tables, keys } = readEnvironment();
const client = documentClient();

export const handler = createHandler({
  answers: createAnswerDataRequest({
    dataRequests: createDataRequestStore(client, tables.filings, dataRequestDays()),
    filings: createFilingStore(client, tables.filings),
    erasures: createErasureStore(tables.filings),
    standings: createStandingStore(
      client,
      tables.credit,
      jurisdictions.map(({ code }) => code),
    ),
    personalData: createPersonalData(keys),
    requests: createRequestStore(client, tables.filings),
    writeAll: writeAllWith(client),
  }),
});
