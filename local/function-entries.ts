import { existsSync, readdirSync } from 'node:fs';
import type { Route, Surface } from '../lib/contract/route.ts';
import { tables } from '../lib/store/tables.ts';
import type { Authorizer } from './authorizer-cache.ts';
import type { TableNames } from './create-tables.ts';
import type { LambdaHandler } from './gateway.ts';
import type { ImportSteps } from './import-runner.ts';
import type { StreamHandler } from './stream-delivery.ts';
import type { StreamConsumer } from './stream-pump.ts';

let loads = 0;

/** Each service of this process loads its entry files anew, as they read the environment when they are loaded. */
async function loadHandler<H>(folder: string, load: number): Promise<H> {
  const entry = new URL(`../functions/${folder}/index.ts?load=${load}`, import.meta.url);
  const { handler } = (await import(entry.href)) as { readonly handler: H };
  return handler;
}

/** What the cloud calls again and again. */
export type ScheduledFunction = () => Promise<unknown>;

export interface FunctionEntries {
  readonly surfaces: Readonly<Record<Surface, LambdaHandler>>;
  readonly authorizer: Authorizer;
  readonly consumers: readonly StreamConsumer[];
  /** By the name of their folder under `functions/schedules/`. */
  readonly schedules: ReadonlyMap<string, ScheduledFunction>;
  readonly importSteps: ImportSteps;
}

/** The functions behind the table streams have the folder of the table's name under `functions/streams/`. */
const streamedTables = (names: TableNames) =>
  (['filings', 'credit', 'lookupLog'] as const)
    .map((table) => ({ folder: `streams/${tables[table].name}`, table: names[table] }))
    .filter(({ folder }) => existsSync(new URL(`../functions/${folder}/index.ts`, import.meta.url)));

async function loadConsumers(names: TableNames, load: number): Promise<readonly StreamConsumer[]> {
  return Promise.all(
    streamedTables(names).map(async ({ folder, table }) => ({
      table,
      handler: await loadHandler<StreamHandler>(folder, load),
    })),
  );
}

async function loadImportSteps(load: number): Promise<ImportSteps> {
  const [split, chunk, finish] = await Promise.all([
    loadHandler<ImportSteps['split']>('import-steps/split', load),
    loadHandler<ImportSteps['chunk']>('import-steps/chunk', load),
    loadHandler<ImportSteps['finish']>('import-steps/finish', load),
  ]);
  return { split, chunk, finish };
}

/** The functions behind the table streams alone; the environment must stand. */
export const loadStreamFunctions = (names: TableNames): Promise<readonly StreamConsumer[]> => {
  loads += 1;
  return loadConsumers(names, loads);
};

/** Loads the Lambda functions that the routes and the tables call for; the environment must stand. */
export async function loadFunctions(routes: readonly Route[], names: TableNames): Promise<FunctionEntries> {
  loads += 1;
  const load = loads;
  const surfaces = [...new Set(routes.map(({ surface }) => surface))];
  const scheduled = readdirSync(new URL('../functions/schedules/', import.meta.url));
  const [authorizer, handlers, consumers, schedules, importSteps] = await Promise.all([
    loadHandler<Authorizer>('authorizer', load),
    Promise.all(
      surfaces.map(async (surface) => [surface, await loadHandler<LambdaHandler>(surface, load)] as const),
    ),
    loadConsumers(names, load),
    Promise.all(
      scheduled.map(
        async (name) => [name, await loadHandler<ScheduledFunction>(`schedules/${name}`, load)] as const,
      ),
    ),
    loadImportSteps(load),
  ]);
  return {
    authorizer,
    consumers,
    schedules: new Map(schedules),
    importSteps,
    surfaces: Object.fromEntries(handlers) as Record<Surface, LambdaHandler>,
  };
}
