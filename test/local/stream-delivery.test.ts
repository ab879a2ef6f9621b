import type { DynamoDBRecord } from 'aws-lambda';
import { expect, test } from 'vitest';
import { deliver, type StreamHandler } from '../../local/stream-delivery.ts';

const record = (sequence: number): DynamoDBRecord => ({ dynamodb: { SequenceNumber: String(sequence) } });
const sequences = (records: readonly DynamoDBRecord[]) =>
  records.map(({ dynamodb }) => Number(dynamodb?.SequenceNumber));

async function run(count: number, handler: StreamHandler, signal = new AbortController().signal) {
  const batches: number[][] = [];
  const consumed: number[] = [];
  const aside: [number, string][] = [];
  await deliver(
    Array.from({ length: count }, (_, index) => record(index + 1)),
    {
      handler: (event, context) => {
        batches.push(sequences(event.Records));
        return handler(event, context);
      },
      consumed: (sequence) => consumed.push(Number(sequence)),
      setAside: (failed, reason) => aside.push([Number(failed.dynamodb?.SequenceNumber), reason]),
      signal,
      attempts: 3,
      firstPauseMs: 1,
    },
  );
  return { batches, consumed, aside };
}

const failing = (...sequenceNumbers: string[]) => ({
  batchItemFailures: sequenceNumbers.map((itemIdentifier) => ({ itemIdentifier })),
});

test('a batch that is handled is consumed once', async () => {
  expect(await run(3, async () => undefined)).toEqual({ batches: [[1, 2, 3]], consumed: [3], aside: [] });
  expect(await run(3, async () => failing())).toEqual({ batches: [[1, 2, 3]], consumed: [3], aside: [] });
});

test('a reported failure is tried again from the first record that failed', async () => {
  let calls = 0;
  const handled = await run(4, async () => {
    calls += 1;
    return calls === 1 ? failing('4', '2') : undefined;
  });
  expect(handled).toEqual({
    batches: [
      [1, 2, 3, 4],
      [2, 3, 4],
    ],
    consumed: [1, 4],
    aside: [],
  });
});

test('a record that fails every time is set aside and the stream goes on', async () => {
  const handled = await run(3, async ({ Records }) =>
    sequences(Records).includes(2) ? failing('2') : undefined,
  );
  expect(handled).toEqual({
    batches: [[1, 2, 3], [2, 3], [2, 3], [3]],
    consumed: [1, 2, 3],
    aside: [[2, 'reported as failed']],
  });
});

test('a batch that throws is halved until the record at fault stands alone', async () => {
  const handled = await run(4, async ({ Records }) => {
    if (sequences(Records).includes(2)) throw new TypeError('bad');
    return undefined;
  });
  expect(handled).toEqual({
    batches: [[1, 2, 3, 4], [1, 2], [1], [2, 3, 4], [2, 3], [2], [2], [2], [3, 4]],
    consumed: [1, 2, 4],
    aside: [[2, 'TypeError']],
  });
});

test('a failure that names no record of the batch fails the whole batch', async () => {
  const handled = await run(1, async () => failing('77'));
  expect(handled).toEqual({ batches: [[1], [1], [1]], consumed: [1], aside: [[1, 'reported as failed']] });
});

test('nothing is consumed or set aside after the end was asked for', async () => {
  const ending = new AbortController();
  const handled = await run(
    2,
    async () => {
      ending.abort();
      throw new Error('ended');
    },
    ending.signal,
  );
  expect(handled).toEqual({ batches: [[1, 2]], consumed: [], aside: [] });
});
