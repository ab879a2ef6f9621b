import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { dropTables, tableNames } from '../../local/create-tables.ts';
import { freePort } from '../../local/engine.ts';
import { clientAt } from '../../local/open-data.ts';
import { hasTables } from '../../local/table-prefix.ts';

const here = fileURLToPath(new URL('../..', import.meta.url));

/** A program of `bin/`, of this tree or of a copy of it. */
export const script = (name: string, root = here): string => join(root, 'bin', name);

export interface RunningService {
  readonly url: string;
  readonly dataDir: string;
  readonly port: number;
  readonly child: ChildProcess;
  /** What it has said so far. */
  readonly output: () => string;
  /** Ends it by a signal and gives its exit code and the signal that ended it. */
  readonly end: (signal: NodeJS.Signals) => Promise<readonly [number | null, NodeJS.Signals | null]>;
}

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const environment = (more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  ...(process.env.DYNAMODB_ENDPOINT && { DYNAMODB_ENDPOINT: process.env.DYNAMODB_ENDPOINT }),
  ...(process.env.DYNOXIDE_BIN && { DYNOXIDE_BIN: process.env.DYNOXIDE_BIN }),
  ...more,
});

/** Runs a program of `bin/` to its end. */
export async function run(
  name: string,
  args: readonly string[],
  more: Readonly<Record<string, string>>,
  root?: string,
): Promise<Finished> {
  const child = spawn(process.execPath, [script(name, root), ...args], { env: environment(more) });
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text) => {
    stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text) => {
    stderr += text;
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, stdout, stderr };
}

const started = new Set<ChildProcess>();
const dirs = new Set<string>();

export function newDataDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'tongbiao-service-'));
  dirs.add(dir);
  return dir;
}

/** Tests that share an engine have tables of their own. */
export const tablePrefixOf = (dataDir: string): string => basename(dataDir);

/** Starts the service as `npm start` does, on a free port, and waits until it says that it is ready. */
export async function startRunning(options: {
  readonly dataDir: string;
  readonly port?: number;
  readonly more?: Readonly<Record<string, string>>;
  /** How far the service's clock is ahead. */
  readonly ahead?: number;
  /** The tree it is of, where that is not this one. */
  readonly root?: string;
}): Promise<RunningService> {
  const { dataDir, more = {}, ahead = 0, root } = options;
  const port = options.port ?? (await freePort());
  const shift =
    ahead === 0 ? [] : ['--import', fileURLToPath(new URL('../support/shift-clock.ts', import.meta.url))];
  const child = spawn(process.execPath, [...shift, script('local.ts', root)], {
    env: environment({
      ...(ahead !== 0 && { CLOCK_OFFSET_MS: String(ahead) }),
      PORT: String(port),
      DATA_DIR: dataDir,
      TABLE_PREFIX: tablePrefixOf(dataDir),
      ...more,
    }),
  });
  started.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  while (!output.includes('Ctrl-C stops everything')) {
    if (child.exitCode !== null) throw new Error(`The service ended: ${output}`);
    await pause(20);
  }
  const url = `http://127.0.0.1:${port}`;
  return {
    url,
    dataDir,
    port,
    child,
    output: () => output,
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Takes the tables of a data directory away from an engine that is lent; there may be none. */
async function giveBack(endpoint: string, dataDir: string): Promise<void> {
  const client = clientAt(endpoint);
  const prefix = tablePrefixOf(dataDir);
  if (await hasTables(client, prefix)) await dropTables(client, tableNames(prefix));
  client.destroy();
}

/** Ends whatever is still running and removes the data directories, with their tables where the engine is lent. */
export async function endAll(): Promise<void> {
  for (const child of started) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    await ended;
  }
  started.clear();
  const { DYNAMODB_ENDPOINT: lent } = process.env;
  if (lent) for (const dir of dirs) await giveBack(lent, dir);
  for (const dir of dirs) rmSync(dir, { recursive: true, force: true });
  dirs.clear();
}
