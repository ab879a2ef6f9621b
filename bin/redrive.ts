import { resolve } from 'node:path';
import { DataDirInUse } from '../local/data-dir-lock.ts';
import { redriveLocally } from '../local/redrive-locally.ts';
import { tablePrefixIn } from '../local/table-prefix.ts';

/** `npm run redrive`: does anew what the streams set aside, once its cause is mended. */
const { DATA_DIR = '.local', TABLE_PREFIX = tablePrefixIn(resolve(DATA_DIR)) } = process.env;
try {
  const { done, left } = await redriveLocally(resolve(DATA_DIR), TABLE_PREFIX);
  console.log(`${done} done, ${left} still set aside`);
  if (left > 0) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof DataDirInUse)) throw error;
  console.error(`A service is running on ${DATA_DIR}: stop it first`);
  process.exitCode = 1;
}
