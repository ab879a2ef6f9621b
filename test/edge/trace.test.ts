import { describe, expect, test } from 'vitest';
import { DomainError } from '../../lib/domain/errors.ts';
import { logFailedRead } from '../../lib/edge/faults.ts';
import { httpHandler } from '../../lib/edge/http.ts';
import { scheduleHandler } from '../../lib/edge/schedule.ts';
import { traceIdOf } from '../../lib/edge/trace.ts';
import { putThing, read, send, throwing } from './a-thing.ts';
import { logOf } from './an-event.ts';

const PARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const AMAZON = 'Root=1-5759e988-bd862e3fe1be46a994272793';

describe('the trace of a request', () => {
  test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
    ['is the caller’s own', { traceparent: PARENT }, '4bf92f3577b34da6a3ce929d0e0e4736'],
    ['is the gateway’s', { 'x-amzn-trace-id': AMAZON }, '1-5759e988-bd862e3fe1be46a994272793'],
    [
      'is the gateway’s among other parts',
      { 'x-amzn-trace-id': `Self=1-67891234-12456789abcdef012345678a;${AMAZON};Sampled=1` },
      '1-5759e988-bd862e3fe1be46a994272793',
    ],
    [
      'is the caller’s before the gateway’s',
      { traceparent: PARENT, 'x-amzn-trace-id': AMAZON },
      '4bf92f3577b34da6a3ce929d0e0e4736',
    ],
    [
      'is the gateway’s where the caller’s is none',
      { traceparent: `${PARENT}"}`, 'x-amzn-trace-id': AMAZON },
      '1-5759e988-bd862e3fe1be46a994272793',
    ],
    ['is not told where nobody says', {}, undefined],
  ])('%s', (_, headers, expected) => {
    expect(traceIdOf(headers)).toBe(expected);
  });

  test.each([
    ['zeros alone', `00-${'0'.repeat(32)}-00f067aa0ba902b7-01`],
    ['a parent of zeros', `00-4bf92f3577b34da6a3ce929d0e0e4736-${'0'.repeat(16)}-01`],
    ['capitals', PARENT.toUpperCase()],
    ['another version', PARENT.replace(/^00/, 'ff')],
    ['more behind it', `${PARENT}-00`],
    ['a line break behind it', `${PARENT}\n`],
    ['a line of its own before it', `x\n${PARENT}`],
    ['a number of a person', '00-11010519491231002X-00f067aa0ba902b7-01'],
    ['two of them', `${PARENT},${PARENT}`],
    ['nothing', ''],
    ['very much', '0'.repeat(100_000)],
  ])('is not taken of %s', (_, traceparent) => {
    expect(traceIdOf({ traceparent })).toBeUndefined();
  });

  test.each([
    ['a line break', 'Root=1-5759e988-bd862e3fe1be46a99427279\n3'],
    ['a root of letters', 'Root=1-5759e988-11010519491231002Xabcdef'],
    ['a root within a word', `x${AMAZON}`],
    ['two of them joined', `${AMAZON},${AMAZON}`],
  ])('is not taken of an amazon one with %s', (_, header) => {
    expect(traceIdOf({ 'x-amzn-trace-id': header })).toBeUndefined();
  });
});

const lines = async (run: () => Promise<unknown>) =>
  (await logOf(run))
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

const HOSTILE = `${PARENT}","level":"INFO","officer":"canary\n{"message":"forged"}\u001b[31m`;

test('a hostile trace adds neither a line nor a field, and nothing of it is in the log', async () => {
  const headers = {
    traceparent: HOSTILE,
    'x-amzn-trace-id': `${AMAZON}\n{"message":"forged"}`,
    tracestate: HOSTILE,
  };
  const log = await logOf(() => send({ headers }, throwing(new Error('x'))));
  expect(log).not.toMatch(/canary|forged|4bf92f|5759e988/);
  const [fault, ...others] = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(others).toHaveLength(1);
  expect(fault).not.toHaveProperty('traceId');
});

test('the line of a fault is found by what the problem document tells', async () => {
  let document: { requestId: string } | undefined;
  const [fault] = await lines(async () => {
    document = read(await send({ headers: { traceparent: PARENT } }, throwing(new Error('x'))));
  });
  expect(document?.requestId).toBe('request-1');
  expect(Object.keys(fault).sort()).toEqual(
    'level message name requestId route sampling_rate service stack timestamp traceId'.split(' '),
  );
  expect(fault).toMatchObject({
    message: 'fault',
    requestId: 'request-1',
    route: 'POST /v1/things/{thing}',
    traceId: '4bf92f3577b34da6a3ce929d0e0e4736',
  });
});

test('so is that of an answer to come again later', async () => {
  const [told, counted] = await lines(() =>
    send({ headers: { 'x-amzn-trace-id': AMAZON } }, throwing(new DomainError('lookup-not-logged'))),
  );
  expect(told).toMatchObject({
    message: 'unavailable',
    code: 'lookup-not-logged',
    requestId: 'request-1',
    traceId: '1-5759e988-bd862e3fe1be46a994272793',
  });
  expect(counted).toMatchObject({ Answers5xx: 1 });
});

test('a read that fails far below says which request it was for, also of two at once', async () => {
  const handler = httpHandler(putThing, async ({ body }) => {
    await Promise.resolve();
    logFailedRead(new RangeError('x'));
    return { status: 200, body: { seen: body.name } };
  });
  const asked = (digit: string) =>
    send({ headers: { traceparent: `00-${digit.repeat(32)}-00f067aa0ba902b7-01` } }, handler);
  const found = await lines(() => Promise.all([asked('a'), asked('b')]));
  expect(found).toMatchObject([
    { read: 'failed', requestId: 'request-1', traceId: 'a'.repeat(32) },
    { read: 'failed', requestId: 'request-1', traceId: 'b'.repeat(32) },
  ]);
});

test('a schedule says which invocation it was', async () => {
  const failing = scheduleHandler('some-schedule', async () => {
    throw new RangeError('x');
  });
  const [fault] = await lines(() => failing({}, { awsRequestId: 'invocation-1' }).catch(() => undefined));
  expect(fault).toMatchObject({ schedule: 'some-schedule', requestId: 'invocation-1', name: 'RangeError' });
});
