import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort, startEngine } from '../local/engine.ts';
import { median } from './interleave.ts';
import type { Figure, Measurement } from './measurement.ts';
import type { Workbench } from './workbench.ts';

const ENTRY = fileURLToPath(new URL('../bin/local.ts', import.meta.url));
const BARE_SERVER = `require('node:http').createServer((_, response) => response.end('{}')).listen(process.env.PORT, '127.0.0.1', () => console.log('listening'))`;
const LONGEST_MS = 60_000;

const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

async function end(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** The time at which a process has written these words. */
function doneAt(child: ChildProcess, words: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      if (text.includes(words)) resolve(performance.now());
    });
    child.once('exit', () => reject(new Error(`It ended without saying: ${words}`)));
  });
}

interface Started {
  /** Milliseconds from the start of the process to its first answer. */
  readonly answered: number;
  /** To the end of what it does at its start, as it says itself. */
  readonly done: number;
}

/** Starts a process, waits for its first answer and until it says that it is done, and ends it. */
async function timeStart(
  bench: Workbench,
  args: readonly string[],
  settings: Readonly<Record<string, string>>,
  path: string,
  says: string,
): Promise<Started> {
  const port = await freePort();
  const began = performance.now();
  const env = { ...process.env, ...settings, PORT: String(port) };
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const done = doneAt(child, says);
  bench.onClear(() => end(child));
  try {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined);
      await answer?.arrayBuffer();
      const took = performance.now() - began;
      if (answer?.ok) return { answered: took, done: (await done) - began };
      if (hasEnded(child)) throw new Error(`${args.at(-1)} ended before it answered`);
      if (took > LONGEST_MS) throw new Error(`${args.at(-1)} did not answer`);
      await pause(5);
    }
  } finally {
    await end(child);
  }
}

/** An engine on a file, and a server that answers anything. */
async function floorMs(bench: Workbench): Promise<number> {
  const began = performance.now();
  const engine = await startEngine({ file: join(await bench.folder('engine'), 'dynamodb.sqlite') });
  const engineMs = performance.now() - began;
  await engine.stop();
  const { answered } = await timeStart(bench, ['--eval', BARE_SERVER], {}, '/', 'listening');
  return engineMs + answered;
}

const ROUNDS = 3;

/** `npm start` until `GET /v1/health` answers: the very first time on a machine, and from then on. */
export const start: Measurement = {
  name: 'start',
  run: async (bench): Promise<readonly Figure[]> => {
    if (process.env.DYNAMODB_ENDPOINT)
      throw new Error('The start is measured with the embedded engine alone');
    const taken: { first: Started; second: Started; floor: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const settings = {
        DATA_DIR: await bench.folder('data'),
        NODE_COMPILE_CACHE: await bench.folder('compile-cache'),
      };
      const service = () => timeStart(bench, [ENTRY], settings, '/v1/health', 'ready in');
      taken.push({ floor: await floorMs(bench), first: await service(), second: await service() });
    }
    const floor = median(taken.map((one) => one.floor));
    const figure = (what: string, starts: readonly Started[]): Figure => ({
      what,
      unit: 'ms',
      measured: median(starts.map(({ answered }) => answered)),
      floor,
      budget: { of: 'measured', atMost: 5_000 },
      note: `demo data after ${Math.round(median(starts.map(({ done }) => done)))} ms`,
    });
    return [
      figure(
        'start to ready, nothing there yet',
        taken.map(({ first }) => first),
      ),
      figure(
        'start to ready, again',
        taken.map(({ second }) => second),
      ),
    ];
  },
};
