import { join, resolve } from 'node:path';
import { shortKmsKeyId } from '../lib/crypto/kms-key.ts';
import { changeHashingKey } from '../lib/crypto/local-keys.ts';
import { tableNames } from '../local/create-tables.ts';
import { DataDirInUse } from '../local/data-dir-lock.ts';
import { clientAt, openData } from '../local/open-data.ts';
import { countLeft, rekeyLocally } from '../local/rekey-locally.ts';
import { tablePrefixIn } from '../local/table-prefix.ts';
import { refuseWhileImporting } from '../local/waiting-imports.ts';

/**
 * `npm run rekey -- begin | turn | run | end`: changes the hashing key of the local run, step by step (decision 0050).
 * `end` gives the former key up only once nobody is left who could be found by it alone. Neither it nor `turn` changes
 * keys under rows of a file that were keyed and wait to be published. `left <key>` counts whom that would be, wherever the
 * tables are: what the settings of a deployment have to state before they drop a key (decision 0052).
 */
const { DATA_DIR = '.local', TABLE_PREFIX = tablePrefixIn(resolve(DATA_DIR)) } = process.env;
const dataDir = resolve(DATA_DIR);
const path = join(dataDir, 'keys.json');
const [step, key] = process.argv.slice(2);

/** Of the tables that `TABLE_FILINGS` and `TABLE_CREDIT` name on `DYNAMODB_ENDPOINT`, or of the local run. It only reads. */
async function countLeftOn(former: string | undefined): Promise<number> {
  if (former === undefined) throw new Error('Name the key that is to be given up: its id or its ARN');
  const { DYNAMODB_ENDPOINT, TABLE_FILINGS, TABLE_CREDIT } = process.env;
  const data =
    DYNAMODB_ENDPOINT === undefined
      ? await openData(dataDir, TABLE_PREFIX)
      : { endpoint: DYNAMODB_ENDPOINT, tablePrefix: TABLE_PREFIX, stop: async () => undefined };
  const names = tableNames(data.tablePrefix);
  const client = clientAt(data.endpoint);
  try {
    return await countLeft(
      client,
      { filings: TABLE_FILINGS ?? names.filings, credit: TABLE_CREDIT ?? names.credit },
      former.startsWith('arn:') ? shortKmsKeyId(former) : former,
    );
  } finally {
    client.destroy();
    await data.stop();
  }
}

async function take(): Promise<string> {
  switch (step) {
    case 'begin':
      changeHashingKey(path, 'begin');
      return 'A next hashing key is at hand: restart the service, and once no former one runs, turn';
    case 'turn':
      await refuseWhileImporting(dataDir, TABLE_PREFIX);
      changeHashingKey(path, 'turn');
      return 'The keys have changed places: restart the service, then run';
    case 'run':
      return JSON.stringify(await rekeyLocally(dataDir, TABLE_PREFIX));
    case 'end': {
      await refuseWhileImporting(dataDir, TABLE_PREFIX);
      const { left } = await rekeyLocally(dataDir, TABLE_PREFIX);
      if (left > 0) throw new Error(`${left} subjects are found by the former key alone: it has to stay`);
      changeHashingKey(path, 'end');
      return 'The former hashing key is given up: restart the service';
    }
    case 'left':
      return JSON.stringify({ left: await countLeftOn(key) });
    default:
      throw new Error('Usage: npm run rekey -- begin | turn | run | end | left <key>');
  }
}

try {
  console.log(await take());
} catch (error) {
  console.error(
    error instanceof DataDirInUse
      ? `A service is running on ${DATA_DIR}: stop it first`
      : (error as Error).message,
  );
  process.exitCode = 1;
}
