import { TransactionCanceledException, TransactionInProgressException } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Write, writeAll } from '../../lib/store/transaction.ts';
import { startTables, type TestTables } from '../support/engine.ts';
import { injectFaults } from '../support/sdk-faults.ts';

let tables: TestTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const put = (pk: string, condition: string): Write => ({
  condition,
  item: {
    Put: {
      TableName: tables.names.filings,
      Item: { pk, sk: 'X' },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
});

test('all or nothing: the conditions that did not hold are named, each once', async () => {
  await writeAll(tables.client, [put('a', 'a-is-new'), put('b', 'b-is-new')]);
  const failed = writeAll(tables.client, [put('c', 'c-is-new'), put('a', 'taken'), put('b', 'taken')]);
  await expect(failed).rejects.toMatchObject({ name: 'ConditionsFailed', conditions: ['taken'] });
  await writeAll(tables.client, [put('c', 'c-is-new')]);
});

/** A client that answers as the engine does when others write the same items at the same moment. */
function crowded(times: number) {
  let left = times;
  tables.client.middlewareStack.add(
    (next) => async (args) => {
      if (left === 0) return next(args);
      left -= 1;
      throw new TransactionCanceledException({
        message: 'crowded',
        $metadata: {},
        CancellationReasons: [{ Code: 'TransactionConflict' }],
      });
    },
    { step: 'initialize', name: 'crowded', priority: 'low' },
  );
  return { stop: () => tables.client.middlewareStack.remove('crowded'), left: () => left };
}

test('what others kept from being written is written again', async () => {
  const crowd = crowded(5);
  await writeAll(tables.client, [put('d', 'd-is-new')]);
  expect(crowd.left()).toBe(0);
  crowd.stop();
});

test('six times in vain is too busy, and nothing is written', async () => {
  const crowd = crowded(6);
  await expect(writeAll(tables.client, [put('e', 'e-is-new')])).rejects.toMatchObject({ code: 'too-busy' });
  crowd.stop();
  await writeAll(tables.client, [put('e', 'e-is-new')]);
});

test.each([
  ['throttle', { code: 'too-busy' }],
  ['error', { name: 'InternalServerError' }],
] as const)('an engine that goes on answering with "%s"', async (fault, expected) => {
  const injected = await injectFaults(tables.client, () => fault);
  await expect(writeAll(tables.client, [put(fault, 'is-new')])).rejects.toMatchObject(expected);
  await injected.stop();
  await writeAll(tables.client, [put(fault, 'is-new')]);
});

test('a write whose answer was lost is not refused as a repetition of itself', async () => {
  const injected = await injectFaults(tables.client, () => 'lost-answer');
  await writeAll(tables.client, [put('f', 'f-is-new')]);
  await injected.stop();
});

/** A client whose first writes are carried out while the answer is lost, and which then says that they still are. */
function unfinished(times: number) {
  const tokens: unknown[] = [];
  tables.client.middlewareStack.add(
    (next) => async (args) => {
      tokens.push((args.input as { ClientRequestToken?: string }).ClientRequestToken);
      if (tokens.length > times) return next(args);
      if (tokens.length === 1) await next(args);
      throw new TransactionInProgressException({ message: 'unfinished', $metadata: {} });
    },
    { step: 'initialize', name: 'unfinished', priority: 'low' },
  );
  return { stop: () => tables.client.middlewareStack.remove('unfinished'), tokens };
}

test('a write that is still being carried out is asked about by its token, until it is told done', async () => {
  const first = unfinished(3);
  await writeAll(tables.client, [put('g', 'g-is-new')]);
  first.stop();
  expect(first.tokens).toHaveLength(4);
  expect(new Set(first.tokens).size).toBe(1);
  expect(first.tokens[0]).toEqual(expect.stringMatching(/^[0-9a-f-]{36}$/));
});

test('one that does not come to its end is too busy', async () => {
  const endless = unfinished(100);
  await expect(writeAll(tables.client, [put('h', 'h-is-new')])).rejects.toMatchObject({ code: 'too-busy' });
  endless.stop();
  expect(endless.tokens).toHaveLength(6);
});
