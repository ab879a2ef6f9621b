import { DescribeTableCommand, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTables } from '../../local/create-tables.ts';
import { startTables, type TestTables } from '../support/engine.ts';

let engine: TestTables;
beforeAll(async () => {
  engine = await startTables();
});
afterAll(() => engine.stop());

test('the filings table has its keys, its indexes and a stream', async () => {
  const { Table } = await engine.client.send(new DescribeTableCommand({ TableName: engine.names.filings }));
  expect(Table?.KeySchema?.map((key) => key.AttributeName)).toEqual(['pk', 'sk']);
  expect(Table?.GlobalSecondaryIndexes?.map((index) => index.IndexName).sort()).toEqual([
    'applicant',
    'name',
    'queue',
  ]);
  expect(Table?.StreamSpecification?.StreamEnabled).toBe(true);
});

test('a table of an earlier version gets the index it has not, with what already stands in it', async () => {
  const { client, names } = engine;
  const TableName = names.credit;
  await client.send(
    new UpdateTableCommand({ TableName, GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: 'ends' } }] }),
  );
  const indexes = async () =>
    (await client.send(new DescribeTableCommand({ TableName }))).Table?.GlobalSecondaryIndexes?.map(
      ({ IndexName }) => IndexName,
    ).sort();
  expect(await indexes()).toEqual(['authority', 'list', 'record', 'tasks']);
  const item = { pk: 'SUBJECT#s', sk: 'RECORD#r#000001', endPk: 'ENDS#2026-11-25#0', endSk: 'r#000001' };
  await client.send(new PutCommand({ TableName, Item: item }));
  await createTables(client, TableName.replace(/-credit$/, ''));
  expect(await indexes()).toEqual(['authority', 'ends', 'list', 'record', 'tasks']);
  const { Items } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: 'ends',
      KeyConditionExpression: 'endPk = :ends',
      ExpressionAttributeValues: { ':ends': 'ENDS#2026-11-25#0' },
    }),
  );
  expect(Items).toEqual([item]);
});
