import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { tableNames } from './create-tables.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { startEngine } from './engine.ts';
import { setFunctionEnvironment } from './service-environment.ts';

type Schedule = 'redate-filings' | 'apply-retention';

/**
 * Runs a schedule of the filings once, on the data of a service that is not running, or on the engine that
 * `DYNAMODB_ENDPOINT` names.
 *
 * @throws DataDirInUse, NoEngine.
 */
export async function runScheduleLocally(
  schedule: Schedule,
  dataDir: string,
  tablePrefix: string,
): Promise<unknown> {
  const file = join(dataDir, 'dynamodb.sqlite');
  const ofOthers = process.env.DYNAMODB_ENDPOINT !== undefined;
  if (!ofOthers && !existsSync(file)) return 'No data yet: nothing has to be done';
  const unlock = ofOthers ? () => undefined : lockDataDir(dataDir);
  const engine = await startEngine({ file });
  try {
    const nobody = { url: 'http://localhost/none', audience: 'none' };
    setFunctionEnvironment({
      endpoint: engine.endpoint,
      tables: tableNames(tablePrefix),
      build: schedule,
      keyFile: join(dataDir, 'keys.json'),
      publicUrl: nobody.url,
      materials: { folder: join(dataDir, 'materials'), url: nobody.url },
      issuer: nobody,
      identityProvider: nobody,
    });
    const { handler } = await import(`../functions/schedules/${schedule}/index.ts`);
    return await handler();
  } finally {
    await engine.stop();
    unlock();
  }
}
