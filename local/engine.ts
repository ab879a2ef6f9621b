import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/** A running DynamoDB engine: where it listens, and how to end it. */
export interface Engine {
  readonly endpoint: string;
  /** What answers there, for people: the embedded binary, or the engine somebody pointed us at. */
  readonly name: string;
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

async function answers(endpoint: string, child: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 400 && child.exitCode === null; attempt += 1) {
    try {
      await fetch(endpoint, { signal: AbortSignal.timeout(500) });
      return true;
    } catch {
      await pause(5);
    }
  }
  return false;
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

/**
 * Starts the embedded engine, in memory or on a file, or takes the one `DYNAMODB_ENDPOINT` names.
 *
 * @throws NoEngine where the platform has no binary and none was named.
 */
export async function startEngine(options: { readonly file?: string } = {}): Promise<Engine> {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) return { endpoint: given, name: given, stop: async () => undefined };
  const binary = embeddedBinary();
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const port = await freePort();
    const storage = options.file === undefined ? [] : ['--db-path', options.file];
    const child = spawn(binary, ['--host', '127.0.0.1', '--port', String(port), ...storage], {
      stdio: 'ignore',
    });
    const failed = new Promise<never>((_, reject) => child.once('error', reject));
    const endpoint = `http://127.0.0.1:${port}`;
    const ready = await Promise.race([answers(endpoint, child), failed]).catch((cause) => {
      throw new NoEngine(NO_ENGINE, { cause });
    });
    if (ready) return { endpoint, name: 'dynoxide', stop: () => endProcess(child) };
    await endProcess(child);
  }
  throw new Error('The embedded DynamoDB engine did not start');
}
