import { expect, test } from 'vitest';
import { unknownRoute } from '../../lib/edge/http.ts';
import { surfaceHandler } from '../../lib/edge/surface.ts';
import { aContext, anEvent } from './an-event.ts';

const aHandler = (routeKey: string, body: string) => ({
  routeKey,
  handle: async () => ({ statusCode: 200, headers: {}, body }),
});

const surface = surfaceHandler([
  aHandler('GET /v1/things/{thing}', 'read'),
  aHandler('POST /v1/things/{thing}', 'written'),
]);

const ask = (routeKey: string) => surface({ ...anEvent(), routeKey }, aContext);

test('an event goes to the route the gateway matched, by method and path', async () => {
  expect((await ask('GET /v1/things/{thing}')).body).toBe('read');
  expect((await ask('POST /v1/things/{thing}')).body).toBe('written');
});

test.each(['$default', 'GET /v1/things/1', 'get /v1/things/{thing}', '__proto__', ''])(
  'nobody answers %j',
  async (routeKey) => {
    await expect(ask(routeKey)).rejects.toThrow('No handler for route');
  },
);

test('one route has one handler', () => {
  const twice = [aHandler('GET /v1/a', '1'), aHandler('GET /v1/a', '2')];
  expect(() => surfaceHandler(twice)).toThrow('Two handlers for one route');
});

test('what the gateway matched to no route is a problem document, with the headers of any other', async () => {
  const answer = await surfaceHandler([unknownRoute()])({ ...anEvent(), routeKey: '$default' }, aContext);
  expect(answer.statusCode).toBe(404);
  expect(answer.headers).toMatchObject({
    'content-type': 'application/problem+json; charset=utf-8',
    'x-content-type-options': 'nosniff',
  });
  expect(JSON.parse(answer.body)).toMatchObject({ code: 'not-found', status: 404, requestId: 'request-1' });
});
