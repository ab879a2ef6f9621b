import { resolve } from 'node:path';
import { DataDirInUse } from '../local/data-dir-lock.ts';
import { NoData } from '../local/open-data.ts';
import { NoSuchSchedule, runScheduleLocally, scheduleNames } from '../local/run-schedule-locally.ts';
import { tablePrefixIn } from '../local/table-prefix.ts';

/** `npm run schedule <name>`: runs now what a running service does by itself, and prints what it did. */
const { DATA_DIR = '.local', TABLE_PREFIX = tablePrefixIn(resolve(DATA_DIR)) } = process.env;
const [, , name = ''] = process.argv;
try {
  console.log(JSON.stringify(await runScheduleLocally(name, resolve(DATA_DIR), TABLE_PREFIX)));
} catch (error) {
  if (error instanceof NoSuchSchedule) {
    console.error(`npm run schedule <name>: ${scheduleNames().join(', ')}`);
    process.exitCode = 2;
  } else if (error instanceof NoData || error instanceof DataDirInUse) {
    console.error(error.message);
    process.exitCode = 1;
  } else throw error;
}
