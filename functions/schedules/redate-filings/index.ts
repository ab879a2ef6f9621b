import { registrationAuthorityIds } from '../../../catalog/authorities.ts';
import { workingCalendar } from '../../../catalog/calendar.ts';
import { createRedateFilings } from '../../../lib/acts/redate-filings.ts';
import { readEnvironment } from '../../../lib/edge/environment.ts';
import { count } from '../../../lib/edge/metrics.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { createFilingStore } from '../../../lib/store/filing-store.ts';
import { writeAllWith } from '../../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const client = documentClient();

export const handler = createHandler(
  createRedateFilings({
    filings: createFilingStore(client, tables.filings),
    writeAll: writeAllWith(client),
    calendar: workingCalendar,
  }),
  registrationAuthorityIds,
  count,
);
