import { resolve } from 'node:path';
import { DataDirInUse } from '../local/data-dir-lock.ts';
import { runScheduleLocally } from '../local/run-schedule-locally.ts';

/** `npm run redate`: puts the filings of every queue where their due day is by the calendar in force. */
const { DATA_DIR = '.local', TABLE_PREFIX = 'tongbiao' } = process.env;
try {
  console.log(await runScheduleLocally('redate-filings', resolve(DATA_DIR), TABLE_PREFIX));
} catch (error) {
  if (!(error instanceof DataDirInUse)) throw error;
  console.error(`A service is running on ${DATA_DIR}: stop it first`);
  process.exitCode = 1;
}
