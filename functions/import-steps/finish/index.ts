import { createFinishImport } from '../../../lib/acts/finish-import.ts';
import { momentNow } from '../../../lib/edge/clock.ts';
import { importSettingOf, readEnvironment } from '../../../lib/edge/environment.ts';
import { receiptHead } from '../../../lib/edge/receipt-line.ts';
import { stepHandler } from '../../../lib/edge/step.ts';
import { documentClient } from '../../../lib/store/client.ts';
import { createImportFiles } from '../../../lib/store/create-import-files.ts';
import { createImportStore } from '../../../lib/store/import-store.ts';
import { writeAllWith } from '../../../lib/store/transaction.ts';

const environment = readEnvironment();
const client = documentClient();
const finish = createFinishImport({
  imports: createImportStore(client, environment.tables.credit),
  files: createImportFiles(importSettingOf(environment)),
  receiptHead,
  writeAll: writeAllWith(client),
  now: momentNow,
});

export const handler = stepHandler('import-steps/finish', ({ import: id }: { readonly import: string }) =>
  finish(id),
);
