import { jurisdictions } from '../catalog/jurisdictions.ts';
import { createFinishImport } from '../lib/acts/finish-import.ts';
import { createImportChunk } from '../lib/acts/import-chunk.ts';
import { createPublishRows } from '../lib/acts/publish-rows.ts';
import { createRequestImport } from '../lib/acts/request-import.ts';
import { createSplitImport } from '../lib/acts/split-import.ts';
import { createPersonalData } from '../lib/crypto/create-personal-data.ts';
import { hashingKeyIds } from '../lib/crypto/hashing-key-ids.ts';
import type { Caller } from '../lib/domain/subject/caller.ts';
import { type Instant, momentOf } from '../lib/domain/time/instant.ts';
import { receiptHead, tellReceipt } from '../lib/edge/receipt-line.ts';
import { readRows } from '../lib/edge/rows/read-rows.ts';
import { createDiskImportFiles } from '../lib/store/disk-import-files.ts';
import { createHeldStore } from '../lib/store/held-store.ts';
import { createImportStore } from '../lib/store/import-store.ts';
import { createRecordStore } from '../lib/store/record-store.ts';
import { createStandingStore } from '../lib/store/standing-store.ts';
import { writeAllWith } from '../lib/store/transaction.ts';
import type { Tables } from './workbench.ts';

export const publisher: Caller = {
  id: 'caller-0123456789abcdefghijklmnopqrstuvwxyzABCDEF',
  scopes: ['credit-records:write'],
  roles: ['publisher'],
  authority: 'credit-500000',
  expiresAt: '2999-01-01T00:00:00.000Z' as Instant,
};

export const now = () => momentOf(new Date());

/** The steps of an import as their entry files make them, on our client and a folder. */
export function importSteps({ client, names }: Tables, folder: string) {
  const sides = jurisdictions.map(({ code }) => code);
  const writeAll = writeAllWith(client);
  const imports = createImportStore(client, names.credit);
  const files = createDiskImportFiles(folder, 'http://127.0.0.1/none');
  const path = `${folder}/keys.json`;
  const personalData = createPersonalData({ kind: 'file', path });
  const records = createRecordStore(client, names.credit);
  const standings = createStandingStore(client, names.credit, sides);
  const held = createHeldStore(client, names.credit);
  const publishRows = createPublishRows({ records, standings, held, writeAll });
  const deps = {
    imports,
    files,
    personalData,
    readRows,
    publishRows,
    tellReceipt,
    receiptHead,
    writeAll,
    now,
  };
  return {
    records,
    standings,
    publishRows,
    request: createRequestImport(deps),
    split: createSplitImport(deps),
    chunk: createImportChunk({ ...deps, hashingKeys: () => hashingKeyIds({ kind: 'file', path }) }),
    finish: createFinishImport(deps),
  };
}
