import { parseArgs } from 'node:util';
import { BadCheck, checkLog } from '../local/log-check.ts';

/** `npm run verify-log`: checks the log of look-ups against its signed roots; ends with 1 where anything is wrong. */
const text = { type: 'string' } as const;
try {
  const { values } = parseArgs({
    options: { data: text, endpoint: text, prefix: text, table: text, keys: text, proof: text, copies: text },
  });
  const isElsewhere =
    values.endpoint !== undefined ||
    values.proof !== undefined ||
    (values.copies !== undefined && values.keys !== undefined);
  const { data = isElsewhere ? undefined : '.local' } = values;
  process.exitCode = (await checkLog({ ...values, data }, console.log)) ? 0 : 1;
} catch (error) {
  const isTold = error instanceof BadCheck || (error instanceof Error && 'code' in error);
  console.error(isTold && error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
