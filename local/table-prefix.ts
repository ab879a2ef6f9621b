import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceNotFoundException,
} from '@aws-sdk/client-dynamodb';
import { tableNames } from './create-tables.ts';

export const DEFAULT_PREFIX = 'tongbiao';

const fileIn = (dataDir: string): string => join(dataDir, 'tables.json');

/** What the names of the tables begin with that a data directory was first started with. */
export function tablePrefixIn(dataDir: string): string {
  try {
    return (JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as { prefix: string }).prefix;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return DEFAULT_PREFIX;
    throw error;
  }
}

/** True where the first of the tables is there: they are created together. */
export async function hasTables(client: DynamoDBClient, prefix: string): Promise<boolean> {
  try {
    await client.send(new DescribeTableCommand({ TableName: tableNames(prefix).filings }));
    return true;
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return false;
    throw error;
  }
}

/**
 * The prefix of a data directory on an engine that somebody lends, which may hold tables of others: what is in these
 * is sealed and keyed by the keys of their own directory, and to a new one with new keys it would be of no use. So a
 * new directory takes the usual names only where nobody has them yet.
 */
export async function chooseTablePrefix(client: DynamoDBClient, dataDir: string): Promise<string> {
  const isNew = !existsSync(fileIn(dataDir)) && !existsSync(join(dataDir, 'keys.json'));
  if (!isNew) return tablePrefixIn(dataDir);
  const prefix = (await hasTables(client, DEFAULT_PREFIX))
    ? `${DEFAULT_PREFIX}-${randomBytes(4).toString('hex')}`
    : DEFAULT_PREFIX;
  writeFileSync(fileIn(dataDir), `${JSON.stringify({ prefix })}\n`);
  return prefix;
}

/** What a data directory remembers of its tables, where these are gone: an engine can keep nothing, or lose it. */
export function forgetTables(dataDir: string): void {
  for (const name of ['demo-data.json', 'stream-checkpoints.json'])
    rmSync(join(dataDir, name), { force: true });
}
