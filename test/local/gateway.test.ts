import { request } from 'node:http';
import { connect } from 'node:net';
import type { APIGatewayProxyEventV2, APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { afterEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { type Route, route } from '../../lib/contract/route.ts';
import type { Authorization } from '../../local/authorizer-cache.ts';
import { createGateway, type GatewayOptions, type LambdaHandler } from '../../local/gateway.ts';
import { openHttpServer } from '../../local/http-server.ts';

const base = {
  surface: 'filings',
  summary: { zh: '试', en: 'try' },
  responses: { 200: z.any() },
  errors: [],
} as const;
const access = { scope: 'filings:read', roles: ['applicant'] } as const;
const routes: readonly Route[] = [
  route({ ...base, id: 'getAny', method: 'GET', path: '/things/{thing}', access: 'public' }),
  route({ ...base, id: 'getFixed', method: 'GET', path: '/things/fixed', access: 'public' }),
  route({ ...base, id: 'postThing', method: 'POST', path: '/things', access: 'public' }),
  route({ ...base, id: 'getOwn', method: 'GET', path: '/own/{thing}/parts/{part}', access }),
];

const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.restoreAllMocks();
  for (const close of closings.splice(0)) await close();
});

interface Started {
  readonly url: string;
  readonly events: APIGatewayProxyEventV2[];
  readonly asked: APIGatewayRequestAuthorizerEventV2[];
}

async function start(
  answer: LambdaHandler = async () => ({ statusCode: 200, body: '{}' }),
  authorization: Authorization | Error = { isAuthorized: true, context: { caller: '{"id":"me"}' } },
  more: Partial<GatewayOptions> = {},
): Promise<Started> {
  const events: APIGatewayProxyEventV2[] = [];
  const asked: APIGatewayRequestAuthorizerEventV2[] = [];
  const server = await openHttpServer(0);
  closings.push(server.close);
  server.answerWith(
    createGateway({
      routes,
      handlers: {
        filings: (event, context) => {
          events.push(event);
          return answer(event, context);
        },
      },
      authorizer: async (event) => {
        asked.push(event);
        if (authorization instanceof Error) throw authorization;
        return authorization;
      },
      ...more,
    }),
  );
  return { url: server.url, events, asked };
}

const codeOf = async (response: Response) => ({
  status: response.status,
  type: response.headers.get('content-type'),
  code: ((await response.json()) as { code: string }).code,
});
const problem = (status: number, code: string) => ({
  status,
  type: 'application/problem+json; charset=utf-8',
  code,
});

test('a request becomes an event of payload format 2.0', async () => {
  const { url, events, asked } = await start();
  await fetch(`${url}/v1/own/%E4%BD%A0%2F/parts/2?a=1&b=x+y%26&a=2&c`, {
    headers: {
      Authorization: 'Bearer t',
      'X-Thing': 'One',
      cookie: 'k=v; l=w',
      'user-agent': 'me',
      accept: '*/*',
      'accept-language': 'en',
    },
  });
  const [event] = events;
  const host = url.slice('http://'.length);
  expect(event).toEqual({
    version: '2.0',
    routeKey: 'GET /v1/own/{thing}/parts/{part}',
    rawPath: '/v1/own/%E4%BD%A0%2F/parts/2',
    rawQueryString: 'a=1&b=x+y%26&a=2&c',
    cookies: ['k=v', 'l=w'],
    headers: {
      host,
      authorization: 'Bearer t',
      'x-thing': 'One',
      'user-agent': 'me',
      accept: '*/*',
      'accept-encoding': 'gzip, deflate',
      'accept-language': 'en',
      'sec-fetch-mode': 'cors',
      'x-amzn-trace-id': expect.stringMatching(/^Root=1-[0-9a-f]{8}-[0-9a-f]{24}$/),
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-port': host.split(':')[1],
      'x-forwarded-proto': 'http',
    },
    queryStringParameters: { a: '1,2', b: 'x y&', c: '' },
    pathParameters: { thing: '你/', part: '2' },
    requestContext: {
      accountId: 'local',
      apiId: 'local',
      authorizer: { lambda: { caller: '{"id":"me"}' } },
      domainName: host,
      domainPrefix: '127',
      http: {
        method: 'GET',
        path: '/v1/own/%E4%BD%A0%2F/parts/2',
        protocol: 'HTTP/1.1',
        sourceIp: '127.0.0.1',
        userAgent: 'me',
      },
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      routeKey: 'GET /v1/own/{thing}/parts/{part}',
      stage: '$default',
      time: expect.stringMatching(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/),
      timeEpoch: expect.any(Number),
    },
    isBase64Encoded: false,
  });
  expect(asked[0]).toMatchObject({
    version: '2.0',
    type: 'REQUEST',
    routeKey: 'GET /v1/own/{thing}/parts/{part}',
    identitySource: ['Bearer t'],
    headers: { authorization: 'Bearer t' },
    pathParameters: { thing: '你/', part: '2' },
  });
  expect(asked[0]?.requestContext).not.toHaveProperty('authorizer');
});

test.each([
  ['application/json', '{"名":"值"}', '{"名":"值"}', false],
  ['text/plain; charset=utf-8', 'text', 'text', false],
  ['application/octet-stream', 'text', 'dGV4dA==', true],
  ['application/json', Buffer.from([0x22, 0xff, 0x22]), 'Iv8i', true],
])('a body of %s travels as text or in base64', async (type, sent, body, isBase64Encoded) => {
  const { url, events } = await start();
  await fetch(`${url}/v1/things`, { method: 'POST', headers: { 'content-type': type }, body: sent });
  expect(events[0]).toMatchObject({ body, isBase64Encoded });
});

test('a packed body travels in base64 whatever it is said to be', async () => {
  const { url, events } = await start();
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
  await fetch(`${url}/v1/things`, { method: 'POST', headers, body: '{}' });
  expect(events[0]).toMatchObject({ body: 'e30=', isBase64Encoded: true });
});

test('headers given twice are joined by a comma', async () => {
  const { url, events } = await start();
  const { promise, resolve } = Promise.withResolvers<unknown>();
  request(`${url}/v1/things/1`, { headers: { 'X-Two': ['a', 'b'], Accept: ['c', 'd'] } }, resolve).end();
  await promise;
  expect(events[0]?.headers).toMatchObject({ 'x-two': 'a,b', accept: 'c,d' });
});

test('a fixed step goes before a parameter', async () => {
  const { url, events } = await start();
  await fetch(`${url}/v1/things/fixed`);
  await fetch(`${url}/v1/things/other`);
  expect(events.map(({ routeKey }) => routeKey)).toEqual(['GET /v1/things/fixed', 'GET /v1/things/{thing}']);
});

test.each([
  ['/v1/nothing', 404, 'not-found'],
  ['/v1/things/', 404, 'not-found'],
  ['/v1/things/1/', 404, 'not-found'],
  ['//v1/things/1', 404, 'not-found'],
  ['/v1/constructor', 404, 'not-found'],
  ['/v1/things/%ZZ', 400, 'invalid-request'],
  ['/v1/things/%ff', 400, 'invalid-request'],
  ['/nothing/%', 400, 'invalid-request'],
  ['/v1/things/1?a=%E4%BD', 400, 'invalid-request'],
])('%s is %i %s', async (path, status, code) => {
  const { url, events } = await start();
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  expect(await codeOf(await fetch(`${url}${path}`))).toEqual(problem(status, code));
  expect(events).toEqual([]);
  expect(console.error).not.toHaveBeenCalled();
});

test('a problem is told in the language that was asked for', async () => {
  const { url } = await start();
  const detail = async (language: string) =>
    (await (await fetch(`${url}/v1/nothing`, { headers: { 'accept-language': language } })).json()) as {
      detail: string;
    };
  expect((await detail('zh-CN')).detail).toBe('没有找到所请求的内容。');
  expect((await detail('en-GB,zh;q=0.5')).detail).toBe('What was asked for does not exist.');
});

test('another method on a known path is 405 and names the ones it takes', async () => {
  const { url } = await start();
  const response = await fetch(`${url}/v1/things/1`, { method: 'DELETE' });
  expect(response.headers.get('allow')).toBe('GET, HEAD');
  expect(await codeOf(response)).toEqual(problem(405, 'method-not-allowed'));
});

test('OPTIONS names the methods, HEAD answers without a body', async () => {
  const { url } = await start(async () => ({ statusCode: 200, body: 'four' }));
  const options = await fetch(`${url}/v1/things`, { method: 'OPTIONS' });
  expect([options.status, options.headers.get('allow')]).toEqual([204, 'POST']);
  const head = await fetch(`${url}/v1/things/1`, { method: 'HEAD' });
  expect([head.status, head.headers.get('content-length'), await head.text()]).toEqual([200, '4', '']);
});

test('without a token nobody is asked and it is 401', async () => {
  const { url, events, asked } = await start();
  const response = await fetch(`${url}/v1/own/1/parts/2`);
  expect(response.headers.get('www-authenticate')).toBe('Bearer');
  expect(await codeOf(response)).toEqual(problem(401, 'unauthenticated'));
  expect([events, asked]).toEqual([[], []]);
});

test('a token the authorizer does not accept is 401, and is asked about once', async () => {
  const { url, events, asked } = await start(undefined, { isAuthorized: false });
  for (const _ of [1, 2]) {
    const response = await fetch(`${url}/v1/own/1/parts/2`, { headers: { authorization: 'Bearer no' } });
    expect(await codeOf(response)).toEqual(problem(401, 'unauthenticated'));
  }
  expect([events.length, asked.length]).toEqual([0, 1]);
});

test('an accepted token is asked about once per token', async () => {
  const { url, asked } = await start();
  for (const token of ['a', 'a', 'b'])
    await fetch(`${url}/v1/own/1/parts/2`, { headers: { authorization: `Bearer ${token}` } });
  expect(asked.map(({ identitySource }) => identitySource)).toEqual([['Bearer a'], ['Bearer b']]);
});

test('an authorizer that fails lets nobody in and is asked again', async () => {
  const { url, events, asked } = await start(undefined, new Error('issuer not reached'));
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  for (const _ of [1, 2]) {
    const response = await fetch(`${url}/v1/own/1/parts/2`, { headers: { authorization: 'Bearer a' } });
    expect(await codeOf(response)).toEqual(problem(500, 'internal'));
  }
  expect([events.length, asked.length]).toEqual([0, 2]);
});

test('a public route asks no authorizer', async () => {
  const { url, events, asked } = await start();
  await fetch(`${url}/v1/things/1`, { headers: { authorization: 'Bearer a' } });
  expect(asked).toEqual([]);
  expect(events[0]?.requestContext).not.toHaveProperty('authorizer');
});

test('a body of exactly 10 MB arrives, one byte more is 413', async () => {
  const { url, events } = await start();
  const post = (bytes: number) =>
    fetch(`${url}/v1/things`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: Buffer.alloc(bytes, 0x61),
    });
  expect((await post(10_485_760)).status).toBe(200);
  expect(events[0]?.body).toHaveLength(10_485_760);
  expect(await codeOf(await post(10_485_761))).toEqual(problem(413, 'body-too-large'));
  expect(events).toHaveLength(1);
});

test('a body of unknown length is cut off at 10 MB too', async () => {
  const { url, events } = await start();
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1;
      if (sent > 12) controller.close();
      else controller.enqueue(new Uint8Array(1_048_576));
    },
  });
  const response = await fetch(`${url}/v1/things`, { method: 'POST', body, duplex: 'half' } as RequestInit);
  expect(await codeOf(response)).toEqual(problem(413, 'body-too-large'));
  expect(events).toEqual([]);
});

test('status, headers, cookies and a base64 body reach the client', async () => {
  const { url } = await start(async () => ({
    statusCode: 201,
    headers: { 'Content-Type': 'image/png', 'X-Count': 3 },
    cookies: ['a=1', 'b=2'],
    body: 'iVBORw==',
    isBase64Encoded: true,
  }));
  const response = await fetch(`${url}/v1/things/1`);
  expect(response.status).toBe(201);
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(response.headers.get('x-count')).toBe('3');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
});

test('a result without a status is the JSON body of a 200', async () => {
  const { url } = await start(async () => ({ some: 'thing' }));
  const response = await fetch(`${url}/v1/things/1`);
  expect([response.status, response.headers.get('content-type'), await response.json()]).toEqual([
    200,
    'application/json',
    { some: 'thing' },
  ]);
});

test.each([
  ['throws', () => Promise.reject(new Error('secret 500231198504120007'))],
  ['answers no status', async () => ({ statusCode: undefined })],
  ['answers more than 6 MB', async () => ({ statusCode: 200, body: 'a'.repeat(6 * 1024 * 1024 + 1) })],
])('a handler that %s is a 500 whose log tells no message', async (_, answer) => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { url } = await start(answer);
  expect(await codeOf(await fetch(`${url}/v1/things/1`))).toEqual(problem(500, 'internal'));
  expect(logged).toHaveBeenCalledOnce();
  expect(String(logged.mock.calls[0])).toContain('fault in GET /v1/things/1, request');
  expect(String(logged.mock.calls[0])).not.toContain('500231198504120007');
});

test('a handler that does not answer in time is a 503 that tells to retry', async () => {
  const never = new Promise<never>(() => undefined);
  const { url } = await start(() => never, undefined, { deadlineMs: 50 });
  expect(await codeOf(await fetch(`${url}/v1/things/1`))).toEqual(problem(503, 'gateway-timeout'));
});

test('closing lets a request under way finish', async () => {
  const under = Promise.withResolvers<void>();
  const finish = Promise.withResolvers<void>();
  const { url } = await start(async ({ rawPath }) => {
    if (!rawPath.endsWith('/1')) return { statusCode: 200, body: '{}' };
    under.resolve();
    await finish.promise;
    return { statusCode: 200, body: '{"done":true}' };
  });
  const answered = fetch(`${url}/v1/things/1`);
  await under.promise;
  const closed = Promise.all(closings.splice(0).map((close) => close()));
  /* Whoever connects while it begins to close is still answered. */
  const another = () =>
    fetch(`${url}/v1/things/2`).then(
      () => 'answered',
      () => 'refused',
    );
  await expect.poll(another).toBe('refused');
  finish.resolve();
  expect(await (await answered).json()).toEqual({ done: true });
  await closed;
});

const raw = (url: string, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    let heard = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    socket.setEncoding('utf8').on('data', (chunk) => {
      heard += chunk;
    });
    socket.on('close', () => resolve(heard)).on('error', reject);
  });

test.each([
  [
    'both lengths',
    'POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    '400',
  ],
  [
    'two lengths',
    'POST /v1/things HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\naa',
    '400',
  ],
  ['no HTTP', 'hello\r\n\r\n', '400'],
  ['a head of 80 kB', `GET /v1/things/1 HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(80_000)}\r\n\r\n`, '431'],
  ['an absolute target', 'GET http://a/v1/things/1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n', '400'],
])('%s is refused and reaches no handler', async (_, text, status) => {
  const { url, events } = await start();
  const heard = await raw(url, text);
  expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(heard).toContain('application/problem+json');
  expect(events).toEqual([]);
});
