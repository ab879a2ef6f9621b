import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DataDirInUse } from '../local/data-dir-lock.ts';
import { NoData } from '../local/open-data.ts';
import { checkStandings } from '../local/restore/check-standings.ts';
import { tablePrefixIn } from '../local/table-prefix.ts';

/** `npm run check-standings`: whether every half of a standing is what the record versions give; ends with 1 where one is not. `-- --mend` puts it right. */
const { values } = parseArgs({ options: { mend: { type: 'boolean', default: false } } });
const { DATA_DIR = '.local', TABLE_PREFIX = tablePrefixIn(resolve(DATA_DIR)) } = process.env;
try {
  const { subjects, wrong } = await checkStandings(resolve(DATA_DIR), TABLE_PREFIX, values.mend);
  for (const half of wrong) console.log(`${half} 与信用记录不符 is not what its records give`);
  console.log(
    `${subjects} 个主体，${wrong.length} 处不符 ${subjects} subjects, ${wrong.length} halves wrong`,
  );
  if (wrong.length > 0 && !values.mend) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof DataDirInUse || error instanceof NoData)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
