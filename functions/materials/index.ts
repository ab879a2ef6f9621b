import { createCompleteUpload } from '../../lib/acts/complete-upload.ts';
import { createReadMaterials } from '../../lib/acts/read-materials.ts';
import { createRequestUpload } from '../../lib/acts/request-upload.ts';
import { readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createMaterialFiles } from '../../lib/store/create-material-files.ts';
import { createFilingStore } from '../../lib/store/filing-store.ts';
import { createMaterialStore } from '../../lib/store/material-store.ts';
import { createRequestStore } from '../../lib/store/request-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const environment = readEnvironment();
const { tables } = environment;
const client = documentClient();
const deps = {
  materials: createMaterialStore(client, tables.filings),
  filings: createFilingStore(client, tables.filings),
  requests: createRequestStore(client, tables.filings),
  files: createMaterialFiles(environment.materials),
  writeAll: writeAllWith(client),
};

export const handler = createHandler({
  request: createRequestUpload(deps),
  complete: createCompleteUpload(deps),
  read: createReadMaterials(deps),
});
