import { resolve } from 'node:path';
import { DataDirInUse } from '../local/data-dir-lock.ts';
import { runScheduleLocally } from '../local/run-schedule-locally.ts';

/** `npm run apply-retention`: erases what has been kept for its period. */
const { DATA_DIR = '.local', TABLE_PREFIX = 'tongbiao' } = process.env;
try {
  console.log(await runScheduleLocally('apply-retention', resolve(DATA_DIR), TABLE_PREFIX));
} catch (error) {
  if (!(error instanceof DataDirInUse)) throw error;
  console.error(`A service is running on ${DATA_DIR}: stop it first`);
  process.exitCode = 1;
}
