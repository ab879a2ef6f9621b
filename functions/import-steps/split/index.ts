import { createSplitImport } from '../../../lib/acts/split-import.ts';
import { createPersonalData } from '../../../lib/crypto/create-personal-data.ts';
import { momentNow } from '../../../lib/edge/clock.ts';
import { importSettingOf, readEnvironment } from '../../../lib/edge/environment.ts';
import { readRows } from '../../../lib/edge/rows/read-rows.ts';
import { stepHandler } from '../../../lib/edge/step.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { createImportFiles } from '../../../lib/store/create-import-files.ts';
import { createImportStore } from '../../../lib/store/import-store.ts';
import { writeAllWith } from '../../../lib/store/transaction.ts';

const environment = readEnvironment();
const client = documentClient();
const split = createSplitImport({
  imports: createImportStore(client, environment.tables.credit),
  files: createImportFiles(importSettingOf(environment)),
  personalData: createPersonalData(environment.keys),
  readRows,
  writeAll: writeAllWith(client),
  now: momentNow,
});

export const handler = stepHandler('import-steps/split', ({ import: id }: { readonly import: string }) =>
  split(id),
);
