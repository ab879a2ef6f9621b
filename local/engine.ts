import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { endEngine, endLeftover, spawnTied } from './engine-process.ts';
import { indexStreamRecords } from './stream-index.ts';

/** A running DynamoDB engine: where it listens, and how to end it. */
export interface Engine {
  readonly endpoint: string;
  /** What answers there, for people: the embedded binary, or the engine somebody pointed us at. */
  readonly name: string;
  /** The database file of an embedded engine that keeps one. */
  readonly file?: string;
  /** Settles when the embedded engine has ended, asked or not; never for one somebody pointed us at. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Thrown where no engine can be had; the message names the three ways to give one. */
export class NoEngine extends Error {
  override readonly name = 'NoEngine';
}

const NO_ENGINE = `这台机器没有内嵌 DynamoDB 引擎。No embedded DynamoDB engine is available for ${process.platform}-${process.arch}. Choose one:
  1. DYNAMODB_ENDPOINT=http://host:port  any DynamoDB-compatible engine you run (for example DynamoDB Local)
  2. DYNOXIDE_BIN=/path/to/dynoxide      a dynoxide binary of your platform
  3. npm ci on linux-x64                 installs the embedded binary by itself`;

function embeddedBinary(): string {
  if (process.env.DYNOXIDE_BIN) return process.env.DYNOXIDE_BIN;
  try {
    return createRequire(import.meta.url).resolve('@dynoxide/linux-x64/dynoxide');
  } catch (cause) {
    throw new NoEngine(NO_ENGINE, { cause });
  }
}

const UNREACHABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EAI_AGAIN',
]);

/** What a failure to reach a lent engine becomes; any other error stays what it is. */
export function unreachable(endpoint: string, error: unknown): unknown {
  const { code = '' } = error as { code?: string };
  if (!UNREACHABLE.has(code)) return error;
  return new NoEngine(
    `DYNAMODB_ENDPOINT=${endpoint} 没有应答。Nothing answers at DYNAMODB_ENDPOINT=${endpoint}.`,
    { cause: error },
  );
}

/** A port that was free a moment ago; whoever binds it must be ready to ask again. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No port could be had');
  return address.port;
}

/** True once the engine says that it listens; false where it ends instead, as when somebody took the port first. */
async function listens(child: ChildProcess): Promise<boolean> {
  return new Promise<boolean>((resolve) => {
    let text = '';
    child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
      text = `${text}${chunk}`.slice(-1_000);
      if (text.includes('listening on')) resolve(true);
    });
    child.once('exit', () => resolve(false)).once('error', () => resolve(false));
    setTimeout(() => resolve(false), 10_000).unref();
  });
}

const pidFileOf = (file: string): string => `${file}.pid`;

async function endEngineLeftOn(file: string): Promise<void> {
  let pid: number;
  try {
    pid = Number(readFileSync(pidFileOf(file), 'utf8'));
  } catch {
    return;
  }
  if (Number.isSafeInteger(pid) && pid > 1) await endLeftover(pid, file);
}

async function startOnce(
  binary: string,
  port: number,
  file: string | undefined,
): Promise<Engine | undefined> {
  const storage = file === undefined ? [] : ['--db-path', file];
  const child = spawnTied(binary, ['--host', '127.0.0.1', '--port', String(port), ...storage]);
  if (file !== undefined && child.pid !== undefined) writeFileSync(pidFileOf(file), String(child.pid));
  const endpoint = `http://127.0.0.1:${port}`;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = await listens(child);
  const stop = async () => {
    await endEngine(child);
    if (file !== undefined) rmSync(pidFileOf(file), { force: true });
  };
  if (ready) return { endpoint, name: 'dynoxide', ...(file !== undefined && { file }), ended, stop };
  await stop();
  return undefined;
}

/**
 * Starts the embedded engine, in memory or on a file, or takes the one `DYNAMODB_ENDPOINT` names. An engine that a
 * killed service left on the file is ended first. Only one service may use a file; `lockDataDir` sees to that.
 *
 * @throws NoEngine where the platform has no binary and none was named, or where the binary does not start.
 */
export async function startEngine(options: { readonly file?: string } = {}): Promise<Engine> {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) {
    const ended = new Promise<void>(() => undefined);
    return { endpoint: given, name: given, ended, stop: async () => undefined };
  }
  const binary = embeddedBinary();
  const file = options.file === undefined ? undefined : resolve(options.file);
  if (file !== undefined) await endEngineLeftOn(file);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const engine = await startOnce(binary, await freePort(), file);
    if (engine === undefined) continue;
    if (file !== undefined) indexStreamRecords(file);
    return engine;
  }
  throw new NoEngine(`${binary} 没有启动。${binary} did not start.\n${NO_ENGINE}`);
}
