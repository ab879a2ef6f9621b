import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DataDirInUse } from '../local/data-dir-lock.ts';
import { NoData } from '../local/open-data.ts';
import { tellAgain } from '../local/restore/tell-again.ts';
import { tablePrefixIn } from '../local/table-prefix.ts';

/** `npm run retell -- --since <instant>`: after a restore, tells again of what was written since; what was told stays as it is. */
const { DATA_DIR = '.local', TABLE_PREFIX = tablePrefixIn(resolve(DATA_DIR)) } = process.env;
const { values } = parseArgs({ options: { since: { type: 'string', default: '' } } });
try {
  const { looked, failed } = await tellAgain(resolve(DATA_DIR), TABLE_PREFIX, values.since);
  console.log(`${looked} looked at, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof DataDirInUse || error instanceof NoData)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
