import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../local/engine.ts';

/**
 * `npm run check-readme`: runs every `sh` block of the README, in order, as a reader would, on a free port and a
 * fresh data directory. `npm start` is left running for the blocks after it. Without `--all`, commands that install,
 * test or measure at length are named and left out.
 */
const LONG = ['npm ci', 'npm test', 'npm run bench'];

const all = process.argv.includes('--all');
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const blocks = [...readme.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map((match) => (match[1] ?? '').trim());

const port = await freePort();
const dataDir = mkdtempSync(join(tmpdir(), 'tongbiao-readme-'));
const env = { ...process.env, PORT: String(port), DATA_DIR: dataDir };

function run(command: string): ChildProcess {
  console.log(`\n$ ${command}`);
  return spawn(
    'bash',
    ['-euo', 'pipefail', '-c', command.replaceAll('localhost:8787', `127.0.0.1:${port}`)],
    {
      env,
      stdio: 'inherit',
      /* A process group of its own, so that what a shell started can be ended with it. */
      detached: true,
      cwd: new URL('..', import.meta.url),
    },
  );
}

async function ready(service: ChildProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    if (service.exitCode !== null) throw new Error('npm start ended before it was ready');
    const answer = await fetch(`http://127.0.0.1:${port}/v1/health`).catch(() => undefined);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error('npm start was not ready within 30 seconds');
}

/** The block as commands of their own where `npm start` is among them; else whole, as shells keep variables. */
const commandsOf = (block: string): readonly string[] =>
  block.split('\n').includes('npm start') ? block.split('\n') : [block];

let service: ChildProcess | undefined;
let count = 0;
try {
  if (blocks.length === 0) throw new Error('The README has no sh block');
  for (const command of blocks.flatMap(commandsOf)) {
    if (!all && LONG.includes(command)) {
      console.log(`\n(left out: ${command})`);
      continue;
    }
    const child = run(command);
    count += 1;
    if (command === 'npm start') {
      service = child;
      await ready(child);
      continue;
    }
    const [code] = await once(child, 'exit');
    if (code !== 0) throw new Error(`ended with ${code}: ${command}`);
  }
  console.log(`\nREADME: ${count} commands ran`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  if (service?.pid !== undefined && service.exitCode === null) {
    const ended = once(service, 'exit');
    process.kill(-service.pid, 'SIGINT');
    await ended;
  }
  rmSync(dataDir, { recursive: true, force: true });
}
