import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { JWK } from 'jose';
import * as z from 'zod/mini';
import { createSigners } from '../../lib/crypto/create-signers.ts';
import { documentClient } from '../../lib/store/client.ts';
import { tableNames } from '../create-tables.ts';
import { DataDirInUse, lockDataDir } from '../data-dir-lock.ts';
import { startEngine } from '../engine.ts';
import { formerKeysIn } from '../former-keys.ts';
import { awsRegionOf } from '../service-environment.ts';
import { findRunningService } from '../service-file.ts';
import { DEFAULT_PREFIX, tablePrefixIn } from '../table-prefix.ts';
import { type AskedStore, WrongUsage } from './asked-store.ts';

/** The table of filings of a store, and the keys its receipts are signed by. Nothing is ever written to it. */
export interface OpenStore {
  /** For people. */
  readonly name: string;
  readonly client: DynamoDBDocumentClient;
  readonly table: string;
  /** Current and former ones. */
  readonly receiptKeys: readonly JWK[];
  readonly close: () => Promise<void>;
}

interface Place {
  readonly name: string;
  readonly endpoint: string;
  readonly prefix: string;
  readonly end: () => Promise<void>;
}

const nothing = async (): Promise<void> => undefined;

/** An engine of its own on a copy: the original is only read, and only while nobody can start a service on it. */
async function onCopy(dataDir: string, asked: AskedStore): Promise<Place> {
  const original = join(dataDir, 'dynamodb.sqlite');
  if (process.env.DYNAMODB_ENDPOINT === undefined && !existsSync(original))
    throw new WrongUsage(`${dataDir} 没有数据。There is no data in ${dataDir}.`);
  const unlock = lockDataDir(dataDir);
  const folder = mkdtempSync(join(tmpdir(), 'tongbiao-proof-'));
  const file = join(folder, 'dynamodb.sqlite');
  try {
    if (existsSync(original)) {
      const database = new DatabaseSync(original, { timeout: 10_000 });
      database.prepare('VACUUM INTO ?').run(file);
      database.close();
    }
  } finally {
    unlock();
  }
  const engine = await startEngine({ file });
  return {
    name: dataDir,
    endpoint: engine.endpoint,
    prefix: asked.prefix ?? tablePrefixIn(dataDir),
    end: async () => {
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function placeOfData(dataDir: string, asked: AskedStore): Promise<Place> {
  try {
    return await onCopy(dataDir, asked);
  } catch (error) {
    if (!(error instanceof DataDirInUse)) throw error;
    const running = findRunningService(dataDir);
    if (running?.engine === undefined)
      throw new WrongUsage(`${dataDir} 的服务正在启动，请稍后再试。The service on ${dataDir} is starting.`);
    const prefix = asked.prefix ?? running.tablePrefix;
    return { name: `${dataDir} (${running.url})`, endpoint: running.engine, prefix, end: nothing };
  }
}

const keySet = z.object({
  keys: z.array(z.looseObject({ kid: z.string(), kty: z.string(), signs: z.optional(z.string()) })),
});

/** @throws WrongUsage where there is no such set of keys. */
async function readKeys(from: string): Promise<readonly JWK[]> {
  try {
    const text = /^https?:/.test(from) ? await (await fetch(from)).text() : await readFile(from, 'utf8');
    const { keys } = z.parse(keySet, JSON.parse(text));
    return keys.filter(({ signs }) => signs === undefined || signs === 'receipt') as unknown as JWK[];
  } catch (cause) {
    throw new WrongUsage(`${from} 不是公钥集。${from} is no set of public keys.`, { cause });
  }
}

async function keysIn(dataDir: string): Promise<readonly JWK[]> {
  const path = join(dataDir, 'keys.json');
  if (!existsSync(path)) throw new WrongUsage(`${dataDir} 没有密钥文件。There is no key file in ${dataDir}.`);
  const former = formerKeysIn(dataDir);
  return createSigners({ kind: 'file', path, former }).receiptSigner.verificationKeys();
}

/** An engine that is not AWS asks for credentials that mean nothing; AWS takes those of the environment. */
function clientFor(endpoint: string): DynamoDBDocumentClient {
  const region = awsRegionOf(endpoint);
  if (region !== undefined) return documentClient({ endpoint, region });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  return documentClient({ endpoint, region: 'us-east-1', credentials });
}

function dataDirOf({ data, endpoint }: AskedStore): string | undefined {
  if (endpoint !== undefined) return undefined;
  const dataDir = resolve(data ?? '.local');
  if (existsSync(dataDir)) return realpathSync(dataDir);
  throw new WrongUsage(`没有目录 ${dataDir}。There is no directory ${dataDir}.`);
}

/**
 * Opens a store to be read: the engine of a running service or a copy of its data, or any engine somebody names.
 *
 * @throws WrongUsage
 */
export async function openStore(asked: AskedStore): Promise<OpenStore> {
  const { endpoint, data, prefix = DEFAULT_PREFIX } = asked;
  if (endpoint !== undefined && (data !== undefined || asked.keys === undefined))
    throw new WrongUsage(
      '--endpoint 须与 --keys 同用，且不与 --data 同用。--endpoint needs --keys, and no --data.',
    );
  const dataDir = dataDirOf(asked);
  const receiptKeys = asked.keys === undefined ? await keysIn(dataDir ?? '') : await readKeys(asked.keys);
  const place =
    dataDir === undefined
      ? { name: endpoint ?? '', endpoint: endpoint ?? '', prefix, end: nothing }
      : await placeOfData(dataDir, asked);
  const client = clientFor(place.endpoint);
  return {
    name: place.name,
    client,
    table: asked.table ?? tableNames(place.prefix).filings,
    receiptKeys,
    close: async () => {
      client.destroy();
      await place.end();
    },
  };
}
