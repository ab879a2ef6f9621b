import { createBeginExport } from '../../lib/acts/begin-export.ts';
import { createContinueExport } from '../../lib/acts/continue-export.ts';
import { createListExports } from '../../lib/acts/list-exports.ts';
import { createWalkRecords } from '../../lib/acts/walk-records.ts';
import { createSigners } from '../../lib/crypto/create-signers.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { presentKeptRecord } from '../../lib/edge/present-record.ts';
import { createChangeStore } from '../../lib/store/change-store.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createExportFiles } from '../../lib/store/create-export-files.ts';
import { createExportStore } from '../../lib/store/export-store.ts';
import { createRecordStore } from '../../lib/store/record-store.ts';
import { createRequestStore } from '../../lib/store/request-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const { tables, keys, materials, exportSettlesSeconds: settlingSeconds } = readEnvironment();
const client = documentClient();
const writeAll = writeAllWith(client);
const exports = createExportStore(client, tables.credit);
const changes = createChangeStore(client, tables.filings);

export const handler = createHandler({
  settlingSeconds,
  begin: createBeginExport({
    exports,
    changes,
    requests: createRequestStore(client, tables.credit),
    writeAll,
  }),
  list: createListExports({ exports }),
  goOn: createContinueExport({
    exports,
    changes,
    files: createExportFiles(materials),
    walk: createWalkRecords({
      records: createRecordStore(client, tables.credit),
      rowOf: ({ asOf, ...record }) => presentKeptRecord(record, asOf),
    }),
    receiptSigner: createSigners(keys).receiptSigner,
    writeAll,
    settlingSeconds,
  }),
});
