import { setTimeout as pause } from 'node:timers/promises';
import {
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  ResourceInUseException,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { type IndexShape, type TableShape, tables } from '../lib/store/tables.ts';

const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' as const });
const keySchema = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' as const },
  { AttributeName: range, KeyType: 'RANGE' as const },
];

const indexOf = ({ name, hash, range }: IndexShape) => ({
  IndexName: name,
  KeySchema: keySchema(hash, range),
  Projection: { ProjectionType: 'ALL' as const },
});

function commandFor(shape: TableShape, name: string): CreateTableCommand {
  const indexes = shape.indexes.map(indexOf);
  return new CreateTableCommand({
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: ['pk', 'sk', ...shape.indexes.flatMap(({ hash, range }) => [hash, range])].map(
      text,
    ),
    KeySchema: keySchema('pk', 'sk'),
    ...(indexes.length > 0 && { GlobalSecondaryIndexes: indexes }),
    StreamSpecification: {
      StreamEnabled: shape.streamed,
      ...(shape.streamed && { StreamViewType: 'NEW_IMAGE' }),
    },
  });
}

const INDEX_POLL_MS = 500;
const MOST_POLLS = 120;

/** An index that a table of an earlier version has not: one at a time, as the engine takes them. */
async function addMissingIndexes(client: DynamoDBClient, shape: TableShape, name: string): Promise<void> {
  const indexesNow = async () =>
    (await client.send(new DescribeTableCommand({ TableName: name }))).Table?.GlobalSecondaryIndexes ?? [];
  const there = new Set((await indexesNow()).map(({ IndexName }) => IndexName));
  for (const index of shape.indexes.filter((one) => !there.has(one.name))) {
    await client.send(
      new UpdateTableCommand({
        TableName: name,
        AttributeDefinitions: [index.hash, index.range].map(text),
        GlobalSecondaryIndexUpdates: [{ Create: indexOf(index) }],
      }),
    );
    for (let poll = 0; poll < MOST_POLLS; poll += 1) {
      const made = (await indexesNow()).find(({ IndexName }) => IndexName === index.name);
      if (made?.IndexStatus === 'ACTIVE') break;
      await pause(INDEX_POLL_MS);
    }
  }
}

async function createTable(client: DynamoDBClient, shape: TableShape, name: string): Promise<void> {
  try {
    await client.send(commandFor(shape, name));
  } catch (error) {
    if (error instanceof ResourceInUseException) return addMissingIndexes(client, shape, name);
    throw error;
  }
  await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName: name });
  if (shape.timeToLive === undefined) return;
  await client.send(
    new UpdateTimeToLiveCommand({
      TableName: name,
      TimeToLiveSpecification: { AttributeName: shape.timeToLive, Enabled: true },
    }),
  );
}

/** The physical names of the three tables under one prefix. */
export interface TableNames {
  readonly filings: string;
  readonly credit: string;
  readonly lookupLog: string;
}

export const tableNames = (prefix: string): TableNames => ({
  filings: `${prefix}-${tables.filings.name}`,
  credit: `${prefix}-${tables.credit.name}`,
  lookupLog: `${prefix}-${tables.lookupLog.name}`,
});

/** Creates whatever of the three tables and their indexes is missing; what exists is left as it is. */
export async function createTables(client: DynamoDBClient, prefix: string): Promise<TableNames> {
  const names = tableNames(prefix);
  await Promise.all([
    createTable(client, tables.filings, names.filings),
    createTable(client, tables.credit, names.credit),
    createTable(client, tables.lookupLog, names.lookupLog),
  ]);
  return names;
}

/** Takes tables away with all that is in them: of what was started to show, test or measure something, and is over. */
export async function dropTables(client: DynamoDBClient, names: TableNames): Promise<void> {
  for (const TableName of Object.values(names)) await client.send(new DeleteTableCommand({ TableName }));
}
