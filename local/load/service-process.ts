import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { dropTables, tableNames } from '../create-tables.ts';
import { freePort } from '../engine.ts';
import { clientAt } from '../open-data.ts';
import { findRunningService, type RunningService } from '../service-file.ts';

/** The local run in a process of its own, on a data directory of its own. */
export interface ServiceProcess {
  readonly dataDir: string;
  readonly running: RunningService;
  /** What it said of faults, with the ids of their requests. */
  readonly said: () => string;
  /** Megabytes it holds in memory; `undefined` where the system does not tell. */
  readonly megabytes: () => number | undefined;
  readonly end: () => Promise<void>;
  /** Ends it as a crash would; its data stay, and another one can go on with them at the same address. */
  readonly kill: () => Promise<StartedBefore>;
}

/** The data of a service that was killed, and the port that its tokens name. */
export interface StartedBefore {
  readonly dataDir: string;
  readonly port: number;
}

const START_MS = 60_000;
const MOST_SAID = 40_000;

function megabytesOf({ pid }: ChildProcess): number | undefined {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1_024);
  } catch {
    return undefined;
  }
}

/** Starts the service as `npm start` does, and gives it when it is ready. `end` removes its data. */
export async function startServiceProcess(
  before?: StartedBefore,
  more: Readonly<Record<string, string>> = {},
): Promise<ServiceProcess> {
  const { dataDir, port } = before ?? {
    dataDir: mkdtempSync(join(tmpdir(), 'tongbiao-load-')),
    port: await freePort(),
  };
  const program = fileURLToPath(new URL('../../bin/local.ts', import.meta.url));
  const tablePrefix = basename(dataDir);
  const env = { ...process.env, ...more, PORT: String(port), DATA_DIR: dataDir, TABLE_PREFIX: tablePrefix };
  const child = spawn(process.execPath, [program], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [said, ready] = ['', false];
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-MOST_SAID);
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    ready ||= text.includes('Ctrl-C');
  });
  const ended = once(child, 'exit');
  const end = async (): Promise<void> => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
    await ended;
    const { DYNAMODB_ENDPOINT: lent } = process.env;
    if (lent) {
      const client = clientAt(lent);
      await dropTables(client, tableNames(tablePrefix));
      client.destroy();
    }
    rmSync(dataDir, { recursive: true, force: true });
  };
  for (let waited = 0; !ready && child.exitCode === null && waited < START_MS; waited += 50) await pause(50);
  const running = findRunningService(dataDir);
  if (!ready || running === undefined) {
    await end();
    throw new Error(`The service did not start: ${said}`);
  }
  const kill = async (): Promise<StartedBefore> => {
    child.kill('SIGKILL');
    await ended;
    return { dataDir, port };
  };
  return { dataDir, running, said: () => said, megabytes: () => megabytesOf(child), end, kill };
}
