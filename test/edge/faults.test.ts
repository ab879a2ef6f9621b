import { describe, expect, test } from 'vitest';
import { httpHandler } from '../../lib/edge/http.ts';
import type { HttpAnswer } from '../../lib/edge/problem.ts';
import { putThing, read, send, throwing } from './a-thing.ts';
import { logOf } from './an-event.ts';

describe('a fault of ours', () => {
  const CANARY = '11010519491231002X';
  const spread = `refused\n    at ${CANARY} (file:///x.ts:1:1)\n${CANARY}`;

  async function fault(error: unknown): Promise<{ answer: HttpAnswer; log: string }> {
    let answer: HttpAnswer | undefined;
    const log = await logOf(async () => {
      const body = `{"name":"${CANARY}"}`;
      const headers = { 'idempotency-key': CANARY, authorization: `Bearer ${CANARY}` };
      answer = await send({ body, headers }, throwing(error));
    });
    if (answer === undefined) throw new Error('No answer');
    return { answer, log };
  }

  class Odd extends Error {
    override readonly name = 'OddFault';
  }

  const renamed = new Error('first');
  renamed.message = `${CANARY} later`;

  test.each<[string, unknown, string]>([
    ['an error', new Odd(spread, { cause: new RangeError(CANARY) }), 'OddFault'],
    ['an error whose message changed', renamed, 'Error'],
    ['a text', CANARY, 'string'],
    ['an object', { message: CANARY, stack: `    at ${CANARY}` }, 'object'],
    ['nothing', undefined, 'undefined'],
  ])('by %s is told as internal and logged without a word of it', async (_, error, name) => {
    const { answer, log } = await fault(error);
    expect(answer.statusCode).toBe(500);
    expect(read(answer)).toEqual({
      type: 'urn:tongbiao:problem:internal',
      title: 'internal',
      status: 500,
      code: 'internal',
      detail: '服务内部错误，已记录，编号 request-1。请稍后以相同 Idempotency-Key 重试。',
      requestId: 'request-1',
    });
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(log).not.toContain(CANARY);
    const [line = '', counted = '', ...others] = log.trim().split('\n');
    expect(others).toEqual([]);
    expect(JSON.parse(counted)).toMatchObject({ route: 'POST /v1/things/{thing}', Answers5xx: 1 });
    expect(JSON.parse(line)).toMatchObject({
      level: 'ERROR',
      message: 'fault',
      name,
      route: 'POST /v1/things/{thing}',
      requestId: 'request-1',
    });
  });

  test('is logged with where it happened and the kind of its cause', async () => {
    const { log } = await fault(new Odd(spread, { cause: new RangeError(CANARY) }));
    const { stack, cause } = JSON.parse(log.split('\n')[0] ?? '');
    expect(cause).toBe('RangeError');
    expect(stack[0]).toMatch(/^ {4}at .*faults\.test\.ts:\d+:\d+\)?$/);
  });

  test('an answer that cannot be written as JSON is one', async () => {
    const handler = httpHandler(putThing, async () => ({ status: 200, body: { seen: 1n } }));
    let answer: HttpAnswer | undefined;
    await logOf(async () => {
      answer = await send({}, handler);
    });
    expect(answer?.statusCode).toBe(500);
  });
});
