import { jurisdictions } from '../../../catalog/jurisdictions.ts';
import { createImportChunk } from '../../../lib/acts/import-chunk.ts';
import { createPublishRows } from '../../../lib/acts/publish-rows.ts';
import { hashingKeyIds } from '../../../lib/crypto/hashing-key-ids.ts';
import { momentNow } from '../../../lib/edge/clock.ts';
import { importSettingOf, readEnvironment } from '../../../lib/edge/environment.ts';
import { tellReceipt } from '../../../lib/edge/receipt-line.ts';
import { stepHandler } from '../../../lib/edge/step.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { createImportFiles } from '../../../lib/store/create-import-files.ts';
import { createHeldStore } from '../../../lib/store/held-store.ts';
import { createImportStore } from '../../../lib/store/import-store.ts';
import { createRecordStore } from '../../../lib/store/record-store.ts';
import { createStandingStore } from '../../../lib/store/standing-store.ts';
import { writeAllWith } from '../../../lib/store/transaction.ts';

const environment = readEnvironment();
const { credit } = environment.tables;
const client = documentClient();
const writeAll = writeAllWith(client);
const sides = jurisdictions.map(({ code }) => code);

export const handler = stepHandler(
  'import-steps/chunk',
  createImportChunk({
    imports: createImportStore(client, credit),
    files: createImportFiles(importSettingOf(environment)),
    publishRows: createPublishRows({
      records: createRecordStore(client, credit),
      standings: createStandingStore(client, credit, sides),
      held: createHeldStore(client, credit),
      writeAll,
    }),
    tellReceipt,
    hashingKeys: () => hashingKeyIds(environment.keys),
    writeAll,
    now: momentNow,
  }),
);
