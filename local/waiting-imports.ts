import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { importLimits } from '../lib/domain/credit/import.ts';
import { tableNames } from './create-tables.ts';
import { clientAt, openData } from './open-data.ts';

const DAY_MS = 86_400_000;

/**
 * How many imports have rows that were keyed and may not be published yet: a hashing key must not change under them. One that
 * began longer ago than its parts are kept is none. A Scan: for whoever keeps a deployment, and in nothing that is deployed.
 */
export async function countWaitingImports(
  client: DynamoDBDocumentClient,
  table: string,
  now: Date,
): Promise<number> {
  let count = 0;
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        FilterExpression: 'sk = :import AND #state IN (:splitting, :running) AND startedAt > :keptFrom',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: {
          ':import': 'IMPORT',
          ':splitting': 'splitting',
          ':running': 'running',
          ':keptFrom': new Date(now.getTime() - importLimits.fileDays * DAY_MS).toISOString(),
        },
        Select: 'COUNT',
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    count += page.Count ?? 0;
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return count;
}

/**
 * Ends with an error where an import of the local run, or of the engine that `DYNAMODB_ENDPOINT` names, is under way.
 *
 * @throws DataDirInUse, NoEngine.
 */
export async function refuseWhileImporting(dataDir: string, tablePrefix: string): Promise<void> {
  const isThere = existsSync(join(dataDir, 'keys.json')) && existsSync(join(dataDir, 'dynamodb.sqlite'));
  if (!isThere && process.env.DYNAMODB_ENDPOINT === undefined) return;
  const data = await openData(dataDir, tablePrefix);
  const client = clientAt(data.endpoint);
  try {
    const waiting = await countWaitingImports(client, tableNames(data.tablePrefix).credit, new Date());
    if (waiting > 0)
      throw new Error(
        `${waiting} imports are under way: start the service and let them come to their end first`,
      );
  } finally {
    client.destroy();
    await data.stop();
  }
}
