import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { createChangeRecord } from '../../lib/acts/change-record.ts';
import { createPreparePublication } from '../../lib/acts/prepare-publication.ts';
import { createProposeListing } from '../../lib/acts/propose-listing.ts';
import { createReadListings } from '../../lib/acts/read-listings.ts';
import { createRemoveListing } from '../../lib/acts/remove-listing.ts';
import { createTakeListingStep } from '../../lib/acts/take-listing-step.ts';
import { createKeying } from '../../lib/crypto/create-keying.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createDisputeStore } from '../../lib/store/dispute-store.ts';
import { createListingStore } from '../../lib/store/listing-store.ts';
import { createRecordStore } from '../../lib/store/record-store.ts';
import { createRepairStore } from '../../lib/store/repair-store.ts';
import { createRequestStore } from '../../lib/store/request-store.ts';
import { createStandingStore } from '../../lib/store/standing-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const { tables, keys } = readEnvironment();
const client = documentClient();
const requests = createRequestStore(client, tables.credit);
const writeAll = writeAllWith(client);
const listings = createListingStore(client, tables.credit);
const records = createRecordStore(client, tables.credit);
const standings = createStandingStore(
  client,
  tables.credit,
  jurisdictions.map(({ code }) => code),
);
const disputes = createDisputeStore(client, tables.credit);
const repairs = createRepairStore(client, tables.credit);

export const handler = createHandler({
  propose: createProposeListing({
    listings,
    standings,
    requests,
    personalData: createKeying(keys),
    writeAll,
  }),
  read: createReadListings({ listings, records, standings }),
  take: createTakeListingStep({
    listings,
    standings,
    requests,
    preparePublication: createPreparePublication({ records, standings }),
    writeAll,
  }),
  remove: createRemoveListing({
    listings,
    standings,
    changeRecord: createChangeRecord({ records, standings, disputes, repairs, requests, writeAll }),
  }),
});
