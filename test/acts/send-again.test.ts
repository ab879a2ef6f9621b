import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createHandler } from '../../functions/streams/filings/handlers.ts';
import { createSequenceChanges } from '../../lib/acts/sequence-changes.ts';
import { createTellChanges } from '../../lib/acts/tell-changes.ts';
import { createChangeStore } from '../../lib/store/change-store.ts';
import { keys } from '../../lib/store/keys.ts';
import { createSetAsideStore } from '../../lib/store/set-aside-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { openCheckpoints } from '../../local/stream-checkpoints.ts';
import { readFailures } from '../../local/stream-failures.ts';
import { startStreamPump } from '../../local/stream-pump.ts';
import { aStep } from '../support/a-step.ts';
import { startTables, type TestTables } from '../support/engine.ts';

let tables: TestTables;
let streams: DynamoDBStreamsClient;
const dir = mkdtempSync(join(tmpdir(), 'tongbiao-again-'));
const failuresFile = join(dir, 'failures.jsonl');

beforeAll(async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  tables = await startTables();
  /* The store finds its stream as a Lambda does. */
  vi.stubEnv('AWS_ENDPOINT_URL_DYNAMODB_STREAMS', tables.endpoint);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'local');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'local');
  streams = new DynamoDBStreamsClient();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  streams.destroy();
  await tables.stop();
  rmSync(dir, { recursive: true });
});

const changes = () => createChangeStore(tables.client, tables.names.filings);
const newFunction = () =>
  createHandler(
    [
      createTellChanges({
        sequence: createSequenceChanges({ changes: changes(), writeAll: writeAllWith(tables.client) }),
      }),
    ],
    createSetAsideStore(tables.client, tables.names.filings),
  );

const filingId = (at: number): string => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const write = (at: number, more: object = {}) =>
  tables.client.send(
    new PutCommand({
      TableName: tables.names.filings,
      Item: {
        ...keys.filingEvent(filingId(at), 1),
        ...aStep({ filing: filingId(at), decidedBy: 'reg-500231' }),
        receipt: 'a.b.c',
        ...more,
      },
    }),
  );
const told = async () => (await changes().listAfter('CQ', 0, 100)).map(({ change }) => change.id);
const eventId = (at: number) => `filing:${filingId(at)}:1`;

type Message = { readonly DDBStreamBatchInfo: object; readonly keys?: readonly object[] };
const message = (...bodies: readonly Message[]): SQSEvent =>
  ({
    Records: bodies.map((body, at) => ({ messageId: `m${at}`, body: JSON.stringify(body) })),
  }) as unknown as SQSEvent;
const NONE = { batchItemFailures: [] };
const FIRST = { batchItemFailures: [{ itemIdentifier: 'm0' }] };

test('a poisoned change is set aside alone, kept by its key, and done when it is mended', async () => {
  await Promise.all([write(1), write(2, { version: 'poison' }), write(3)]);
  const running = await startStreamPump({
    tables: tables.client,
    streams,
    consumers: [{ table: tables.names.filings, handler: newFunction() as never }],
    checkpoints: openCheckpoints(join(dir, 'checkpoints.json')),
    failuresFile,
    retries: { attempts: 2, firstPauseMs: 1 },
  });
  await vi.waitFor(async () => expect((await told()).sort()).toEqual([eventId(1), eventId(3)]), 10_000);
  await vi.waitFor(() => expect(readFailures(failuresFile)).toHaveLength(1), 10_000);
  await running.stop();
  const [failure] = readFailures(failuresFile);
  if (failure === undefined) throw new Error('nothing was set aside');
  /* As the cloud has it: the place alone. */
  const { DDBStreamBatchInfo } = failure;

  expect(await newFunction()(message({ DDBStreamBatchInfo }))).toEqual(FIRST);
  const { Item } = await tables.client.send(
    new GetCommand({
      TableName: tables.names.filings,
      Key: keys.setAside(DDBStreamBatchInfo.startSequenceNumber),
    }),
  );
  expect(Item?.keys).toEqual([keys.filingEvent(filingId(2), 1)]);

  await write(2);
  /* The stream has forgotten by now: its place leads nowhere. */
  const forgotten = { ...DDBStreamBatchInfo, streamArn: `${DDBStreamBatchInfo.streamArn}-gone` };
  expect(await newFunction()(message({ DDBStreamBatchInfo: forgotten }))).toEqual(NONE);
  expect(await told()).toContain(eventId(2));

  const before = await told();
  expect(await newFunction()(message({ DDBStreamBatchInfo }))).toEqual(NONE);
  expect(await told()).toEqual(before);
});

test('a whole batch that was set aside is done from the stream, by its first and last place', async () => {
  const [{ DDBStreamBatchInfo: one } = { DDBStreamBatchInfo: undefined }] = readFailures(failuresFile);
  if (one === undefined) throw new Error('nothing was set aside');
  const before = await told();
  await Promise.all([4, 5, 6].map((at) => write(at)));
  const all = { ...one, startSequenceNumber: '1', endSequenceNumber: '9'.repeat(21) };
  const { Shards = [] } = { Shards: [{}] };
  expect(Shards).toHaveLength(1);
  const first = await createSetAsideStore(tables.client, tables.names.filings).readAt(one);
  expect(first).toHaveLength(1);
  const later = { ...all, startSequenceNumber: one.startSequenceNumber };
  expect(await newFunction()(message({ DDBStreamBatchInfo: later }))).toEqual(NONE);
  expect((await told()).sort()).toEqual([...before, eventId(4), eventId(5), eventId(6)].sort());
});

test('what nobody can find any more, and what is no message of ours, stays in the queue', async () => {
  const nowhere = {
    streamArn: 'arn:aws:dynamodb:us-east-1:000000000000:table/gone/stream/2026',
    shardId: 'shardId-1',
    startSequenceNumber: '424242',
    endSequenceNumber: '424242',
  };
  expect(await newFunction()(message({ DDBStreamBatchInfo: nowhere }))).toEqual(FIRST);
  expect(await newFunction()(message({ DDBStreamBatchInfo: {} }))).toEqual(FIRST);
  const byKey = { DDBStreamBatchInfo: nowhere, keys: [keys.filingEvent(filingId(4), 1)] };
  expect(await newFunction()(message(byKey))).toEqual(NONE);
});
