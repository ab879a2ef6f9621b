import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openCheckpoints } from '../../local/stream-checkpoints.ts';
import type { StreamHandler } from '../../local/stream-delivery.ts';
import { startStreamPump } from '../../local/stream-pump.ts';
import { startTables, type TestTables } from '../support/engine.ts';

let tables: TestTables;
let streams: DynamoDBStreamsClient;
let dir: string;
beforeEach(async () => {
  tables = await startTables();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  streams = new DynamoDBStreamsClient({ endpoint: tables.endpoint, region: 'us-east-1', credentials });
  dir = mkdtempSync(join(tmpdir(), 'tongbiao-pump-'));
});
afterEach(async () => {
  vi.restoreAllMocks();
  streams.destroy();
  await tables.stop();
  rmSync(dir, { recursive: true });
});

const put = (sk: string, more: object = {}) =>
  tables.client.send(
    new PutCommand({ TableName: tables.names.filings, Item: { pk: 'FILING#1', sk, ...more } }),
  );

async function putMany(from: number, to: number): Promise<void> {
  for (let first = from; first <= to; first += 25) {
    const numbers = Array.from({ length: Math.min(25, to - first + 1) }, (_, index) => first + index);
    const writes = numbers.map((n) => ({ PutRequest: { Item: { pk: 'FILING#1', sk: String(n) } } }));
    await tables.client.send(new BatchWriteCommand({ RequestItems: { [tables.names.filings]: writes } }));
  }
}

const pump = (handler: StreamHandler) =>
  startStreamPump({
    tables: tables.client,
    streams,
    consumers: [{ table: tables.names.filings, handler }],
    checkpoints: openCheckpoints(join(dir, 'checkpoints.json')),
    failuresFile: join(dir, 'failures.jsonl'),
    retries: { attempts: 2, firstPauseMs: 1 },
  });

const collector = () => {
  const records: DynamoDBRecord[] = [];
  const handler: StreamHandler = async ({ Records }) => {
    records.push(...Records);
  };
  return { records, handler, keys: () => records.map(({ dynamodb }) => dynamodb?.Keys?.sk?.S) };
};

const numbered = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => String(from + index));

test('what is written arrives as Lambda records, before and after the pump starts', async () => {
  await put('before', { bytes: new Uint8Array([1, 2]), list: ['a', { deep: new Uint8Array([3]) }] });
  const seen = collector();
  const running = await pump(seen.handler);
  await vi.waitFor(() => expect(seen.keys()).toEqual(['before']), 5_000);
  await put('after');
  await vi.waitFor(() => expect(seen.keys()).toEqual(['before', 'after']), 5_000);
  await running.stop();
  expect(seen.records[0]).toEqual({
    eventID: expect.any(String),
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: expect.any(String),
    eventSourceARN: expect.stringContaining(tables.names.filings),
    dynamodb: {
      ApproximateCreationDateTime: expect.any(Number),
      Keys: { pk: { S: 'FILING#1' }, sk: { S: 'before' } },
      NewImage: {
        pk: { S: 'FILING#1' },
        sk: { S: 'before' },
        bytes: { B: 'AQI=' },
        list: { L: [{ S: 'a' }, { M: { deep: { B: 'Aw==' } } }] },
      },
      SequenceNumber: expect.stringMatching(/^\d+$/),
      SizeBytes: expect.any(Number),
      StreamViewType: 'NEW_IMAGE',
    },
  });
});

test('more records than a batch arrive once each and in order, past sequence number 99 too', async () => {
  await putMany(1, 230);
  const seen = collector();
  const running = await pump(seen.handler);
  await vi.waitFor(() => expect(seen.records).toHaveLength(230), 60_000);
  await putMany(231, 260);
  await vi.waitFor(() => expect(seen.records).toHaveLength(260), 60_000);
  await running.stop();
  expect(seen.keys()).toEqual(numbered(1, 260));
});

test('a pump that starts again goes on where the last one stood', async () => {
  await putMany(1, 120);
  const first = collector();
  const before = await pump(first.handler);
  await vi.waitFor(() => expect(first.records).toHaveLength(120), 60_000);
  await before.stop();
  await putMany(121, 150);
  const second = collector();
  const after = await pump(second.handler);
  await vi.waitFor(() => expect(second.records).toHaveLength(30), 60_000);
  await after.stop();
  expect(second.keys()).toEqual(numbered(121, 150));
});

test('a batch under way when the pump is ended comes again', async () => {
  await putMany(1, 3);
  const under = Promise.withResolvers<void>();
  const release = Promise.withResolvers<void>();
  const before = await pump(async () => {
    under.resolve();
    await release.promise;
    throw new Error('killed');
  });
  await under.promise;
  const stopped = before.stop();
  release.resolve();
  await stopped;
  const seen = collector();
  const after = await pump(seen.handler);
  await vi.waitFor(() => expect(seen.records).toHaveLength(3), 5_000);
  await after.stop();
  expect(seen.keys()).toEqual(['1', '2', '3']);
});

test('a record that fails every time is kept in a file, told, and the rest goes on', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  await putMany(1, 3);
  const seen = collector();
  const running = await pump(async (event, context) => {
    if (event.Records.some(({ dynamodb }) => dynamodb?.Keys?.sk?.S === '2')) throw new RangeError('no');
    await seen.handler(event, context);
  });
  await vi.waitFor(() => expect(seen.keys()).toEqual(['1', '3']), 5_000);
  await running.stop();
  const lines = readFileSync(join(dir, 'failures.jsonl'), 'utf8').trim().split('\n');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      table: tables.names.filings,
      reason: 'RangeError',
      DDBStreamBatchInfo: {
        streamArn: expect.stringContaining(tables.names.filings),
        shardId: expect.any(String),
        startSequenceNumber: expect.stringMatching(/^\d+$/),
        endSequenceNumber: expect.stringMatching(/^\d+$/),
      },
      keys: [{ pk: 'FILING#1', sk: '2' }],
    },
  ]);
  expect(String(told.mock.calls[0])).toContain('was set aside');
});

test('a torn checkpoint file means reading from the start', async () => {
  await putMany(1, 2);
  writeFileSync(join(dir, 'checkpoints.json'), '{"arn');
  const seen = collector();
  const running = await pump(seen.handler);
  await vi.waitFor(() => expect(seen.keys()).toEqual(['1', '2']), 5_000);
  await running.stop();
});

/** Lets each read of the stream see, by its iterator, whether that was got from a place or from an iterator before it. */
function onReads(answer: (iterator: string, isPlaced: boolean) => { iterator?: string; empty?: boolean }) {
  const placed = new Set<string>();
  streams.middlewareStack.add(
    (next, context) => async (args) => {
      const { commandName } = context as { commandName?: string };
      const input = args.input as { ShardIterator?: string };
      const { iterator = input.ShardIterator, empty } =
        commandName === 'GetRecordsCommand'
          ? answer(input.ShardIterator ?? '', placed.has(input.ShardIterator ?? ''))
          : {};
      if (empty) return { response: {}, output: { Records: [], NextShardIterator: iterator } as never };
      const result = await next({ ...args, input: { ...input, ShardIterator: iterator } as never });
      const { ShardIterator } = result.output as { ShardIterator?: string };
      if (commandName === 'GetShardIteratorCommand' && ShardIterator !== undefined) placed.add(ShardIterator);
      return result;
    },
    { step: 'initialize', name: 'onReads' },
  );
}

test('an iterator that an engine has let go of is got anew by its place', async () => {
  onReads((_, isPlaced) => (isPlaced ? {} : { empty: true }));
  const seen = collector();
  const running = await pump(seen.handler);
  await putMany(1, 2);
  await vi.waitFor(() => expect(seen.records).toHaveLength(2), 60_000);
  await putMany(3, 3);
  await vi.waitFor(() => expect(seen.records).toHaveLength(3), 60_000);
  await running.stop();
  expect(seen.keys()).toEqual(['1', '2', '3']);
});

test('a gap that a place brings nothing from is passed by the iterator that leads on', async () => {
  const GAP = '|gap';
  onReads((iterator, isPlaced) => {
    if (isPlaced) return { iterator: `${iterator}${GAP}`, empty: true };
    return iterator.endsWith(GAP) ? { iterator: iterator.slice(0, -GAP.length) } : {};
  });
  await putMany(1, 2);
  const seen = collector();
  const running = await pump(seen.handler);
  await vi.waitFor(() => expect(seen.records).toHaveLength(2), 60_000);
  await running.stop();
  expect(seen.keys()).toEqual(['1', '2']);
});
