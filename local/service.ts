import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { createTables, tableNames } from './create-tables.ts';
import { lockDataDir } from './data-dir-lock.ts';
import { startDemoData } from './demo-data.ts';
import { createDocsSite } from './docs-site.ts';
import { type Engine, startEngine, unreachable } from './engine.ts';
import { type FunctionEntries, loadFunctions } from './function-entries.ts';
import { createGateway } from './gateway.ts';
import { type Answering, type HttpServer, openHttpServer } from './http-server.ts';
import { type ImportRunner, startImportRunner } from './import-runner.ts';
import { createIssuance } from './issuance.ts';
import { AUDIENCE } from './issuer.ts';
import { createFileSite, createMaterialSite, MATERIAL_PATH } from './material-site.ts';
import { clientAt } from './open-data.ts';
import { publishKeys } from './published-keys.ts';
import { REAL_NAME_AUDIENCE } from './real-name-provider.ts';
import { startSchedules } from './schedules.ts';
import { setFunctionEnvironment } from './service-environment.ts';
import { announceService } from './service-file.ts';
import { openCheckpoints } from './stream-checkpoints.ts';
import { startStreamPump } from './stream-pump.ts';
import { chooseTablePrefix, DEFAULT_PREFIX, forgetTables, hasTables } from './table-prefix.ts';

export interface ServiceOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly dataDir: string;
  /** @default 'tongbiao', or what a data directory has on an engine where others have that */
  readonly tablePrefix?: string | undefined;
  /** Publish the demo records and play the sources of both sides. @default true */
  readonly demoData?: boolean;
  /** Run each schedule when it is due; without, `npm run schedule` runs them. @default true */
  readonly schedules?: boolean;
}

/** The whole service, running in this process. */
export interface Service {
  readonly url: string;
  readonly issuerUrl: string;
  /** What keeps the data, for people. */
  readonly engine: string;
  /** Settles when the embedded engine is gone, which the service does not survive. */
  readonly engineEnded: Promise<void>;
  /** Milliseconds each part of the start took. */
  readonly phases: Readonly<Record<string, number>>;
  readonly stop: () => Promise<void>;
}

type Ending = () => unknown;

/** Where the local run takes files of records, and gives their receipts. */
const IMPORT_PATH = '/import-files';

const build = (): string => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  return `${version}-local`;
};

function stopwatch() {
  const phases: Record<string, number> = {};
  return {
    phases,
    async measure<T>(phase: string, work: () => T | Promise<T>): Promise<T> {
      const start = performance.now();
      const done = await work();
      phases[phase] = Math.round(performance.now() - start);
      return done;
    },
  };
}

interface Sites {
  readonly issuance: Answering;
  readonly materials: Answering;
  readonly imports: Answering;
  readonly gateway: Answering;
}

function answeringOf({ issuance, materials, imports, gateway }: Sites, issuerUrl: string): Answering {
  const docs = createDocsSite({ issuerUrl });
  return (request, response) => {
    if (request.url?.startsWith('/oidc/')) return issuance(request, response);
    if (request.url?.startsWith(MATERIAL_PATH)) return materials(request, response);
    if (request.url?.startsWith(IMPORT_PATH)) return imports(request, response);
    return docs(request, response) || gateway(request, response);
  };
}

async function startPump(dataDir: string, { consumers }: FunctionEntries): Promise<Ending> {
  const clients = [new DynamoDBClient(), new DynamoDBStreamsClient()] as const;
  const pump = await startStreamPump({
    tables: clients[0],
    streams: clients[1],
    consumers,
    checkpoints: openCheckpoints(join(dataDir, 'stream-checkpoints.json')),
    failuresFile: join(dataDir, 'stream-failures.jsonl'),
  });
  return async () => {
    await pump.stop();
    for (const client of clients) client.destroy();
  };
}

/** What takes files of records, and what imports them. */
function startImports(folder: string, { importSteps }: FunctionEntries) {
  const runner: ImportRunner = startImportRunner(folder, importSteps);
  const site = createFileSite({
    path: IMPORT_PATH,
    folder,
    takes: { 'imports/uploads/': join(folder, 'imports/uploads') },
    gives: { 'imports/receipts/': join(folder, 'imports/receipts') },
    onArrived: runner.wake,
  });
  return { site, runner };
}

/** The tables of the data directory, created where they are missing; gives what their names begin with. */
async function prepareTables(engine: Engine, dataDir: string, given: string | undefined): Promise<string> {
  const client = clientAt(engine.endpoint);
  try {
    const isLent = engine.file === undefined;
    const prefix = given ?? (isLent ? await chooseTablePrefix(client, dataDir) : DEFAULT_PREFIX);
    if (!(await hasTables(client, prefix))) forgetTables(dataDir);
    await createTables(client, prefix);
    return prefix;
  } catch (error) {
    throw unreachable(engine.endpoint, error);
  } finally {
    client.destroy();
  }
}

let running = false;

async function start(options: ServiceOptions, endings: Ending[]): Promise<Omit<Service, 'stop'>> {
  const { phases, measure } = stopwatch();
  const began = performance.now();
  mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const dataDir = realpathSync(options.dataDir);
  endings.push(lockDataDir(dataDir));
  const server: HttpServer = await openHttpServer(options.port);
  endings.push(server.close);
  const engine: Engine = await measure('engine', () =>
    startEngine({ file: join(dataDir, 'dynamodb.sqlite') }),
  );
  endings.push(engine.stop);

  const issuerUrl = `${server.url}/oidc`;
  const tablePrefix = await measure('tables', () => prepareTables(engine, dataDir, options.tablePrefix));
  const names = tableNames(tablePrefix);
  setFunctionEnvironment({
    endpoint: engine.endpoint,
    tables: names,
    build: build(),
    keyFile: join(dataDir, 'keys.json'),
    publicUrl: server.url,
    materials: { folder: join(dataDir, 'materials'), url: `${server.url}${MATERIAL_PATH}` },
    imports: { folder: join(dataDir, 'imports'), url: `${server.url}${IMPORT_PATH}` },
    issuer: { url: issuerUrl, audience: AUDIENCE },
    identityProvider: { url: `${issuerUrl}/real-name`, audience: REAL_NAME_AUDIENCE },
  });
  const issuance = await measure('issuer', () => createIssuance({ dataDir, issuerUrl }));
  const { routes } = await measure('routes', () => import('../lib/contract/routes.ts'));
  const functions = await measure('functions', () => loadFunctions(routes, names));
  const gateway = createGateway({ routes, handlers: functions.surfaces, authorizer: functions.authorizer });
  const materials = createMaterialSite(join(dataDir, 'materials'));
  const { site: imports, runner } = startImports(join(dataDir, 'imports'), functions);
  server.answerWith(answeringOf({ issuance, materials, imports, gateway }, issuerUrl));
  endings.push(await startPump(dataDir, functions));
  endings.push(runner.stop);
  if (options.schedules !== false) endings.push(startSchedules(functions));
  endings.push(server.close);
  await measure('keys', () => publishKeys(dataDir));
  const announced = { url: server.url, issuer: issuerUrl, pid: process.pid, engine: engine.endpoint };
  endings.push(announceService(dataDir, { ...announced, tablePrefix }));
  if (options.demoData !== false) {
    const demo = await measure('demo', () => startDemoData({ url: server.url, issuerUrl, dataDir }));
    endings.push(demo.stop);
  }
  phases.whole = Math.round(performance.now() - began);
  return { url: server.url, issuerUrl, engine: engine.name, engineEnded: engine.ended, phases };
}

/**
 * Starts everything on this machine: engine, tables, keys, issuer, gateway, stream pump. One at a time in a
 * process, as the functions take their settings from its environment.
 *
 * @throws DataDirInUse, PortTaken, NoEngine; nothing is left running then.
 */
export async function startService(options: ServiceOptions): Promise<Service> {
  if (running) throw new Error('A service already runs in this process');
  running = true;
  const endings: Ending[] = [];
  const stop = async (): Promise<void> => {
    for (let ending = endings.pop(); ending !== undefined; ending = endings.pop()) await ending();
    running = false;
  };
  try {
    return { ...(await start(options, endings)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
