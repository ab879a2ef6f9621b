import { registrationAuthorityIds } from '../../../catalog/authorities.ts';
import { workingCalendar } from '../../../catalog/calendar.ts';
import { createRemindOfFollowUps } from '../../../lib/acts/remind-of-follow-ups.ts';
import { readEnvironment } from '../../../lib/edge/environment.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { createFilingStore } from '../../../lib/store/filing-store.ts';
import { createFollowUpStore } from '../../../lib/store/follow-up-store.ts';
import { writeAllWith } from '../../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const { tables } = readEnvironment();
const client = documentClient();

export const handler = createHandler(
  createRemindOfFollowUps({
    filings: createFilingStore(client, tables.filings),
    followUps: createFollowUpStore(client, tables.filings),
    writeAll: writeAllWith(client),
    calendar: workingCalendar,
  }),
  registrationAuthorityIds,
);
