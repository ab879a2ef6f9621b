import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { tableNames } from './create-tables.ts';
import { openData } from './open-data.ts';
import { setFunctionEnvironment } from './service-environment.ts';

/** Every schedule there is: a folder of `functions/schedules/`. */
export const scheduleNames = (): readonly string[] =>
  readdirSync(new URL('../functions/schedules/', import.meta.url)).toSorted();

/** Told to whoever asked for a schedule that there is not. */
export class NoSuchSchedule extends Error {
  override readonly name = 'NoSuchSchedule';
}

/**
 * Runs a schedule once, on the data of a local run, whether a service runs on them or not: each bears running beside itself.
 *
 * @param tablePrefix of the tables where no service runs that says its own.
 * @returns what the function answers.
 * @throws NoSuchSchedule, NoData, DataDirInUse, NoEngine.
 */
export async function runScheduleLocally(
  schedule: string,
  dataDir: string,
  tablePrefix: string,
): Promise<unknown> {
  if (!scheduleNames().includes(schedule)) throw new NoSuchSchedule(schedule);
  const engine = await openData(dataDir, tablePrefix);
  try {
    const nobody = { url: 'http://localhost/none', audience: 'none' };
    setFunctionEnvironment({
      endpoint: engine.endpoint,
      tables: tableNames(engine.tablePrefix),
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
  }
}
