import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { lockDataDir } from './data-dir-lock.ts';
import { type Engine, startEngine } from './engine.ts';
import { findRunningService } from './service-file.ts';
import { tablePrefixIn } from './table-prefix.ts';

/** Thrown where a directory holds no data of a local run. */
export class NoData extends Error {
  override readonly name = 'NoData';
}

export interface OpenData extends Pick<Engine, 'endpoint' | 'stop'> {
  /** Of the tables of the service that runs there; what the directory was started with where none does. */
  readonly tablePrefix: string;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/**
 * The engine of the service that runs on the data, or one started on them, which nobody else may use meanwhile.
 *
 * @throws NoData, DataDirInUse
 */
export async function openData(dataDir: string, tablePrefix = tablePrefixIn(dataDir)): Promise<OpenData> {
  if (!existsSync(join(dataDir, 'keys.json'))) throw new NoData(`No data of a local run in ${dataDir}`);
  const running = findRunningService(dataDir);
  if (running?.engine !== undefined && isAlive(running.pid))
    return {
      endpoint: running.engine,
      tablePrefix: running.tablePrefix ?? tablePrefix,
      stop: async () => undefined,
    };
  const unlock = lockDataDir(dataDir);
  const engine = await startEngine({ file: join(dataDir, 'dynamodb.sqlite') });
  return {
    endpoint: engine.endpoint,
    tablePrefix,
    stop: async () => {
      await engine.stop();
      unlock();
    },
  };
}

const LOCAL = { accessKeyId: 'local', secretAccessKey: 'local' };

/** A client of an engine by its address; one of AWS takes region and credentials from the surroundings. */
export function clientAt(endpoint: string): DynamoDBDocumentClient {
  const isAws = /\.amazonaws\.com(\.cn)?$/.test(new URL(endpoint).hostname);
  const local = isAws ? {} : { region: 'us-east-1', credentials: LOCAL };
  return DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint, ...local }));
}
