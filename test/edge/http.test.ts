import { describe, expect, test } from 'vitest';
import { httpHandler } from '../../lib/edge/http.ts';
import { echo, putThing, read, refusal, send } from './a-thing.ts';
import { aCaller, authorizedAs, type Given } from './an-event.ts';

test('a handler is keyed as the gateway names its route', () => {
  expect(echo.routeKey).toBe('POST /v1/things/{thing}');
});

test('a good request is answered, typed as JSON, kept by nobody and in the language asked for', async () => {
  const answer = await send({ query: { page: '2' }, headers: { 'accept-language': 'en' } });
  expect(answer.statusCode).toBe(200);
  expect(read(answer)).toEqual({
    seen: { params: { thing: '1' }, query: { page: '2' }, body: { name: 'a' }, language: 'en' },
  });
  expect(answer.headers).toEqual({
    'content-type': 'application/json; charset=utf-8',
    'content-language': 'en',
    'cache-control': 'no-store',
    vary: 'accept-language',
    'x-content-type-options': 'nosniff',
    'strict-transport-security': 'max-age=31536000',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
  });
});

describe('around the body', () => {
  test.each<[string, Given, unknown]>([
    [
      'a parameter of the path',
      { path: { thing: 'x' } },
      [400, 'invalid-request', ['path:/thing', 'invalid-format']],
    ],
    [
      'a parameter of the query',
      { query: { page: '-1' } },
      [400, 'invalid-request', ['query:/page', 'invalid-format']],
    ],
    [
      'an unknown parameter of the query',
      { query: { pages: '1' } },
      [400, 'invalid-request', ['query:/pages', 'unknown-field']],
    ],
    [
      '__proto__ in the query',
      { query: JSON.parse('{"__proto__":"1"}') },
      [400, 'invalid-request', ['query:/__proto__', 'unknown-field']],
    ],
    [
      'an empty key',
      { headers: { 'idempotency-key': '' } },
      [400, 'invalid-request', ['header:idempotency-key', 'invalid-format']],
    ],
    [
      'a key with a space',
      { headers: { 'idempotency-key': 'a b' } },
      [400, 'invalid-request', ['header:idempotency-key', 'invalid-format']],
    ],
    [
      'a key with a line break',
      { headers: { 'idempotency-key': 'a\nb' } },
      [400, 'invalid-request', ['header:idempotency-key', 'invalid-format']],
    ],
    [
      'a key in Chinese',
      { headers: { 'idempotency-key': '键' } },
      [400, 'invalid-request', ['header:idempotency-key', 'invalid-format']],
    ],
    [
      'a key of 129 characters',
      { headers: { 'idempotency-key': 'k'.repeat(129) } },
      [400, 'invalid-request', ['header:idempotency-key', 'invalid-format']],
    ],
    [
      'a bare version',
      { headers: { 'if-match': '3' } },
      [400, 'invalid-request', ['header:if-match', 'invalid-format']],
    ],
    [
      'a weak version',
      { headers: { 'if-match': 'W/"3"' } },
      [400, 'invalid-request', ['header:if-match', 'invalid-format']],
    ],
    [
      'any version',
      { headers: { 'if-match': '*' } },
      [400, 'invalid-request', ['header:if-match', 'invalid-format']],
    ],
    [
      'two versions',
      { headers: { 'if-match': '"3","4"' } },
      [400, 'invalid-request', ['header:if-match', 'invalid-format']],
    ],
    [
      'a version of ten digits',
      { headers: { 'if-match': '"1234567890"' } },
      [400, 'invalid-request', ['header:if-match', 'invalid-format']],
    ],
  ])('%s is told as a defect', async (_, given, expected) => {
    expect(await refusal(given)).toEqual(expected);
  });

  test('a key of 128 characters and a version are handed on', async () => {
    const headers = { 'idempotency-key': '~'.repeat(128), 'if-match': '"123456789"' };
    const { seen } = read(await send({ headers }));
    expect(seen.idempotencyKey).toBe('~'.repeat(128));
    expect(seen.ifMatch).toBe('123456789');
  });

  test('a route that declares no query takes none', async () => {
    const { query: _, ...unasked } = putThing;
    const handler = httpHandler(unasked, async ({ query }) => ({
      status: 200,
      body: { seen: String(query) },
    }));
    expect(read(await send({}, handler)).seen).toBe('undefined');
    const refused = await send({ query: { asOf: '2026-01-01' } }, handler);
    expect([refused.statusCode, read(refused).defects[0].path]).toEqual([400, 'query:/asOf']);
  });
});

describe('a route behind the authorizer', () => {
  const guarded = httpHandler(
    { ...putThing, access: { scope: 'filings:write', roles: ['applicant'] } } as const,
    async ({ caller }) => ({ status: 200, body: { seen: caller.id } }),
  );

  test('lets in whoever has its scope and role', async () => {
    const answer = await send({ authorizer: authorizedAs(aCaller()) }, guarded);
    expect(read(answer)).toEqual({ seen: 'caller-1' });
  });

  test('asks who before it looks at what', async () => {
    const answer = await send({ body: '{"name":' }, guarded);
    expect(answer.statusCode).toBe(401);
    expect(read(answer).defects).toBe(undefined);
  });

  test('does not let a caller name himself in the body or the headers', async () => {
    const headers = { 'x-caller': JSON.stringify(aCaller()), authorization: 'Bearer x' };
    expect((await send({ headers }, guarded)).statusCode).toBe(401);
  });
});
