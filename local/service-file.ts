import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where a running service can be found; written into its data directory when it is ready. */
export interface RunningService {
  readonly url: string;
  readonly issuer: string;
  readonly pid: number;
  /** Where its engine listens, and what the names of its tables begin with. */
  readonly engine: string;
  readonly tablePrefix: string;
}

const fileIn = (dataDir: string): string => join(dataDir, 'service.json');

export function announceService(dataDir: string, running: RunningService): () => void {
  const file = fileIn(dataDir);
  writeFileSync(`${file}.new`, `${JSON.stringify(running)}\n`);
  renameSync(`${file}.new`, file);
  return () => rmSync(file, { force: true });
}

/** What a data directory says of its service; a service that was killed may still be told. */
export function findRunningService(dataDir: string): RunningService | undefined {
  try {
    return JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as RunningService;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
