import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { documentClient } from '../../lib/store/client.ts';
import { createTables, dropTables, type TableNames } from '../../local/create-tables.ts';
import { startEngine } from '../../local/engine.ts';

export interface TestTables {
  readonly client: DynamoDBDocumentClient;
  readonly endpoint: string;
  readonly names: TableNames;
  readonly stop: () => Promise<void>;
}

/** Fresh tables on a real engine of one's own (or under a prefix of one's own where `DYNAMODB_ENDPOINT` is set). */
export async function startTables(): Promise<TestTables> {
  const engine = await startEngine();
  const client = documentClient({
    endpoint: engine.endpoint,
    region: 'us-east-1',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  const names = await createTables(client, `test-${randomUUID().slice(0, 8)}`);
  return {
    client,
    endpoint: engine.endpoint,
    names,
    stop: async () => {
      await dropTables(client, names);
      client.destroy();
      await engine.stop();
    },
  };
}
