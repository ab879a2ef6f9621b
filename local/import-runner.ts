import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AskedChunk } from '../lib/acts/import-chunk.ts';
import type { SplitImport } from '../lib/acts/split-import.ts';
import { importPlace } from '../lib/store/disk-import-files.ts';
import { importKeys } from '../lib/store/import-files.ts';

/** The steps of the state machine that imports a file. */
export interface ImportSteps {
  readonly split: (asked: { readonly import: string }) => Promise<SplitImport>;
  readonly chunk: (asked: AskedChunk) => Promise<void>;
  readonly finish: (asked: { readonly import: string }) => Promise<unknown>;
}

export interface ImportRunner {
  /** The file of an import has arrived. */
  readonly wake: (id: string) => void;
  readonly stop: () => Promise<void>;
}

/** Chunks under way at once. */
const AT_ONCE = 2;
const ATTEMPTS = 5;
const LONGEST_PAUSE_MS = 30_000;

const UPLOAD = /^([0-9a-f-]{36})\.awaited$/;

/** A file that lies here is that of an import which is not at its end. */
function unfinishedIn(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, 'imports/uploads')).flatMap((name) => UPLOAD.exec(name)?.[1] ?? []);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** All that an import leaves behind but its receipts; the bucket's lifecycle does the same in the cloud. */
async function clear(folder: string, id: string): Promise<void> {
  const upload = join(folder, importKeys.upload(id));
  const parts = [importKeys.chunk(id, 0), importKeys.result(id, 0)].map((key) => join(folder, key, '..'));
  for (const path of [...parts, `${upload}.type`, `${upload}.awaited`])
    await rm(path, { recursive: true, force: true });
}

/**
 * Does on this machine what the state machine does in the cloud, by the same functions: one file after the other, a few
 * chunks at once, each tried again where it fails. What was not at its end when the service ended or was killed is taken up
 * at the start.
 */
export function startImportRunner(folder: string, steps: ImportSteps): ImportRunner {
  const ending = new AbortController();
  const { signal } = ending;
  const waiting = new Set<string>(unfinishedIn(folder));
  let running: Promise<void> | undefined;

  async function tried(work: () => Promise<unknown>): Promise<void> {
    for (let attempt = 1; ; attempt += 1)
      try {
        await work();
        return;
      } catch (error) {
        if (attempt === ATTEMPTS || signal.aborted) throw error;
        await pause(200 * 2 ** attempt, undefined, { signal });
      }
  }

  /** True where the import is at its end. */
  async function run(id: string): Promise<boolean> {
    const { state, list } = await steps.split({ import: id });
    if (state === 'running') {
      const chunks = JSON.parse(readFileSync(importPlace(folder, list), 'utf8')) as readonly AskedChunk[];
      let next = 0;
      const worker = async (): Promise<void> => {
        for (let at = next++; at < chunks.length && !signal.aborted; at = next++) {
          const asked = chunks[at];
          if (asked !== undefined) await tried(() => steps.chunk(asked));
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, worker));
      if (signal.aborted) return false;
      await steps.finish({ import: id });
    }
    await clear(folder, id);
    return true;
  }

  async function runAll(): Promise<void> {
    let failed = 0;
    for (let [id] = waiting; id !== undefined && !signal.aborted; [id] = waiting) {
      waiting.delete(id);
      const isDone = await run(id).catch((error: unknown) => {
        if (!signal.aborted) console.error(`import ${id}: ${error instanceof Error ? error.name : error}`);
        return false;
      });
      failed = isDone ? 0 : failed + 1;
      if (isDone || signal.aborted) continue;
      waiting.add(id);
      const rest = Math.min(LONGEST_PAUSE_MS, 1_000 * 2 ** failed);
      await pause(rest, undefined, { signal }).catch(() => undefined);
    }
  }

  function begin(): void {
    if (running !== undefined || waiting.size === 0 || signal.aborted) return;
    running = runAll().finally(() => {
      running = undefined;
      begin();
    });
  }

  begin();
  return {
    wake: (id) => {
      waiting.add(id);
      begin();
    },
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}
