import type { SQSEvent } from 'aws-lambda';
import { expect, test } from 'vitest';
import { streamHandler } from '../../lib/edge/stream.ts';
import { streamEventOf } from '../support/stream-events.ts';
import { logOf } from './an-event.ts';

const place = (sequence: string) => ({
  DDBStreamBatchInfo: {
    streamArn: 'stream',
    shardId: 'shard',
    startSequenceNumber: sequence,
    endSequenceNumber: sequence,
  },
});
const queueOf = (...bodies: readonly unknown[]) =>
  ({
    Records: bodies.map((body, index) => ({ messageId: `m${index}`, body: JSON.stringify(body) })),
  }) as unknown as SQSEvent;

/** What a run answers, and the lines it writes. */
async function told(run: () => Promise<unknown>) {
  let answer: unknown;
  const log = await logOf(async () => {
    answer = await run();
  });
  return {
    answer,
    lines: log
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

test('changes that failed are counted, and those that went well are not', async () => {
  const handler = streamHandler(async (items) => items.slice(1).map(({ sequence }) => sequence));
  const failed = await told(() => handler(streamEventOf([{ pk: 'a' }, { pk: 'b' }, { pk: 'c' }])));
  expect(failed.answer).toEqual({ batchItemFailures: [{ itemIdentifier: '2' }, { itemIdentifier: '3' }] });
  expect(failed.lines).toMatchObject([{ ChangesFailed: 2 }]);
  expect((await told(() => handler(streamEventOf([{ pk: 'a' }])))).lines).toEqual([]);
});

test('what was set aside and fails once more is counted, and none is told as none', async () => {
  const handler = streamHandler(
    async () => [],
    async ({ startSequenceNumber }) => startSequenceNumber === '1',
  );
  const mixed = await told(() => handler(queueOf(place('1'), place('2'), { not: 'a place' })));
  expect(mixed.answer).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }, { itemIdentifier: 'm2' }] });
  expect(mixed.lines.at(-1)).toMatchObject({ ChangesSetAside: 2 });
  const done = await told(() => handler(queueOf(place('1'))));
  expect(done.lines).toMatchObject([{ ChangesSetAside: 0 }]);
});
