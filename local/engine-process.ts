import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * The shell that becomes the engine first leaves a watcher behind that reads our end of a pipe. When this process
 * ends, however it ends, the pipe closes and the watcher ends the engine: an engine never outlives its service.
 */
const TIED = 'exec 3<&0; (cat <&3 >/dev/null; kill "$$") & exec "$@" </dev/null 3<&-';

/**
 * Starts the engine in a process group of its own, so that Ctrl-C in a terminal reaches the service alone, which
 * then ends the engine last.
 */
export function spawnTied(binary: string, args: readonly string[]): ChildProcess {
  const stdio: StdioOptions = ['pipe', 'ignore', 'pipe'];
  if (process.platform === 'win32') return spawn(binary, args, { stdio });
  const child = spawn('/bin/sh', ['-c', TIED, 'sh', binary, ...args], { stdio, detached: true });
  child.once('exit', () => signalGroup(child, 'SIGKILL'));
  return child;
}

/** The watcher is in the group too: it must be gone before the engine's number can belong to somebody else. */
function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** Ends an engine of ours; one that does not go within five seconds is killed, which loses nothing acknowledged. */
export async function endEngine(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || hasEnded(child)) return;
  const ended = once(child, 'exit');
  signalGroup(child, 'SIGTERM');
  const forced = setTimeout(() => signalGroup(child, 'SIGKILL'), 5_000);
  await ended;
  clearTimeout(forced);
}

function commandLineOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** True only where that very process holds this very file open as its database. */
function isEngineOn(pid: number, file: string): boolean {
  const args = commandLineOf(pid);
  const at = args.indexOf('--db-path');
  return at > 0 && args[at + 1] === file;
}

/**
 * Waits for an engine that a killed service left on the file, and ends it if its watcher does not.
 *
 * A number that now belongs to another process is left alone. Where there is no `/proc` the watcher alone ends it.
 */
export async function endLeftover(pid: number, file: string): Promise<void> {
  const signals = { 20: 'SIGTERM', 120: 'SIGKILL' } as const satisfies Record<number, NodeJS.Signals>;
  for (let attempt = 0; attempt < 240 && isEngineOn(pid, file); attempt += 1) {
    const signal = (signals as Readonly<Record<number, NodeJS.Signals>>)[attempt];
    if (signal !== undefined) process.kill(pid, signal);
    await pause(25);
  }
  if (isEngineOn(pid, file)) throw new Error(`Process ${pid} holds ${file} and cannot be ended`);
}
