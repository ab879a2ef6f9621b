import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Asked, answerOnce, type Command } from '../../lib/acts/answer-once.ts';
import { DomainError } from '../../lib/domain/errors.ts';
import { createRequestStore } from '../../lib/store/request-store.ts';
import { type WriteAll, writeAllWith } from '../../lib/store/transaction.ts';
import { startTables, type TestTables } from '../support/engine.ts';
import { instant } from '../support/records.ts';

let tables: TestTables;
let writeAll: WriteAll;
let requests: ReturnType<typeof createRequestStore>;
beforeAll(async () => {
  tables = await startTables();
  writeAll = writeAllWith(tables.client);
  requests = createRequestStore(tables.client, tables.names.filings);
});
afterAll(() => tables.stop());

const asked = (key: string, bodyHash = 'body'): Asked<number> => ({
  caller: 'caller',
  at: instant('2026-11-23T02:00:00.000Z'),
  tell: (result) => ({ status: 201, body: { result } }),
  once: { key, bodyHash },
});
const run = (key: string, command: Command<number>, bodyHash?: string) =>
  answerOnce(requests, writeAll, asked(key, bodyHash), command);
const giving =
  (result: number): Command<number> =>
  async ({ unanswered, save }) => {
    await unanswered();
    await save(result, []);
    return result;
  };

test('the first answer is given again, whatever the command would say now', async () => {
  const first = await run('key-1', giving(1));
  expect(first).toEqual({ answer: { status: 201, body: { result: 1 } }, replayed: false });
  expect(await run('key-1', giving(2))).toEqual({ ...first, replayed: true });
});

test('a command that does not ask whether it was answered is still held to its key', async () => {
  await run('key-2', giving(1));
  const again = await run('key-2', async ({ save }) => {
    await save(2, []);
    return 2;
  });
  expect(again.answer.body).toEqual({ result: 1 });
});

describe('another request under the same key comes through after the key was looked up', () => {
  /** Runs as the first of two at one moment and is overtaken before it does what it does. */
  const overtaken = async (key: string, then: () => Promise<number>) =>
    run(key, async ({ unanswered }) => {
      await unanswered();
      await run(key, giving(1));
      return then();
    });

  test('and is why this one is refused: it gets that answer', async () => {
    const refused = await overtaken('key-3', async () => {
      throw new DomainError('filing-not-open');
    });
    expect(refused).toEqual({ answer: { status: 201, body: { result: 1 } }, replayed: true });
  });

  test('with another body: a conflict', async () => {
    const other = run(
      'key-4',
      async ({ unanswered }) => {
        await unanswered();
        await run('key-4', giving(1));
        throw new DomainError('filing-not-open');
      },
      'other body',
    );
    await expect(other).rejects.toMatchObject({ code: 'idempotency-conflict' });
  });

  test('a fault of ours stays one, so that somebody sees it', async () => {
    const fault = overtaken('key-5', async () => {
      throw new TypeError('fault');
    });
    await expect(fault).rejects.toThrow(TypeError);
  });
});

test('a refusal is told as it is, and takes no key', async () => {
  const refused = run('key-6', async () => {
    throw new DomainError('not-found');
  });
  await expect(refused).rejects.toMatchObject({ code: 'not-found' });
  expect(await run('key-6', giving(1))).toMatchObject({ replayed: false });
});
