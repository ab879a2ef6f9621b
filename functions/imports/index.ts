import { createListImports } from '../../lib/acts/list-imports.ts';
import { createReadImport } from '../../lib/acts/read-import.ts';
import { createRequestImport } from '../../lib/acts/request-import.ts';
import { importSettingOf, readEnvironment } from '../../lib/edge/environment.ts';
import { documentClient } from '../../lib/store/client.ts';
import { createImportFiles } from '../../lib/store/create-import-files.ts';
import { createImportStore } from '../../lib/store/import-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { createHandler } from './handlers.ts';

const environment = readEnvironment();
const client = documentClient();
const deps = {
  imports: createImportStore(client, environment.tables.credit),
  files: createImportFiles(importSettingOf(environment)),
  writeAll: writeAllWith(client),
};

export const handler = createHandler({
  request: createRequestImport(deps),
  list: createListImports(deps),
  read: createReadImport(deps),
});
