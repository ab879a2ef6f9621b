import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DataDirInUse, lockDataDir } from '../local/data-dir-lock.ts';
import { rotatable, rotateKey } from '../local/former-keys.ts';

/** `npm run rotate-keys <receipt|licence|log>`: gives a local run that is stopped another key; what the old one signed still holds. */
const dataDir = resolve(process.env.DATA_DIR ?? '.local');
const signs = rotatable.find((name) => name === process.argv[2]);
if (signs === undefined || !existsSync(join(dataDir, 'keys.json'))) {
  console.error(`npm run rotate-keys <${rotatable.join('|')}>   (DATA_DIR: ${dataDir})`);
  process.exitCode = 2;
} else
  try {
    const unlock = lockDataDir(dataDir);
    const { kid } = rotateKey(dataDir, signs, new Date());
    unlock();
    console.log(`${signs}: ${kid} 不再签署，仍可核验 signs no more and still verifies`);
  } catch (error) {
    if (!(error instanceof DataDirInUse)) throw error;
    console.error(`A service is running on ${dataDir}: stop it first`);
    process.exitCode = 1;
  }
