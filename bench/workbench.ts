import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../lib/store/client.ts';
import { createTables, dropTables, type TableNames } from '../local/create-tables.ts';
import { startEngine } from '../local/engine.ts';

export interface Tables {
  readonly client: DynamoDBDocumentClient;
  readonly names: TableNames;
}

/** What measurements work on. Everything made here is gone when it is cleared. */
export interface Workbench {
  /** Measure what takes minutes too. */
  readonly full: boolean;
  /** A folder of its own for files. */
  readonly folder: (name: string) => Promise<string>;
  /** Fresh tables on an engine of their own, on a file; or on the one `DYNAMODB_ENDPOINT` names. */
  readonly tables: () => Promise<Tables>;
  /** Done when the bench is cleared, the last first. */
  readonly onClear: (end: () => unknown) => void;
}

/** Credentials of an engine on this machine: they open nothing. */
const nobody = {
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
} as const;

/** A workbench, and how to clear it. */
export async function openWorkbench(options: { readonly full: boolean }) {
  const endings: (() => unknown)[] = [];
  const root = await mkdtemp(join(tmpdir(), 'tongbiao-bench-'));
  endings.push(() => rm(root, { recursive: true, force: true }));
  const folder = (name: string) => mkdtemp(join(root, `${name}-`));
  const tables = async (): Promise<Tables> => {
    const engine = await startEngine({ file: join(await folder('engine'), 'dynamodb.sqlite') });
    endings.push(engine.stop);
    const client = documentClient({ ...nobody, endpoint: engine.endpoint });
    const names = await createTables(client, `bench-${randomUUID().slice(0, 8)}`);
    endings.push(async () => {
      const isLent = engine.file === undefined;
      if (isLent) await dropTables(client, names);
      client.destroy();
    });
    return { client, names };
  };
  const clear = async (): Promise<void> => {
    for (let end = endings.pop(); end !== undefined; end = endings.pop()) await end();
  };
  const bench: Workbench = { ...options, folder, tables, onClear: (end) => void endings.push(end) };
  return { bench, clear };
}
