import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
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
