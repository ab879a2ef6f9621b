import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Thrown where another running service holds the data directory. */
export class DataDirInUse extends Error {
  override readonly name = 'DataDirInUse';
}

const SQLITE_BUSY = 5;
const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY;

/**
 * Holds a data directory for this process alone, and gives what lets it go.
 *
 * The lock is the operating system's, by way of SQLite: it ends with the process, however that ends, so nothing
 * stale can stay behind. The file itself holds nothing.
 *
 * @throws DataDirInUse
 */
export function lockDataDir(dataDir: string): () => void {
  const database = new DatabaseSync(join(dataDir, 'lock'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (!isBusy(error)) throw error;
    throw new DataDirInUse(dataDir, { cause: error });
  }
  return () => database.close();
}
