import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openEvidence } from '../../local/evidence-reader.ts';

const KEPT: Readonly<Record<string, string>> = { 'log/SC/2026-11-23/root.json': '{"day":"2026-11-23"}' };

const page = (prefixes: readonly string[], next?: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Name>copies</Name><IsTruncated>${next !== undefined}</IsTruncated>${next === undefined ? '' : `<NextContinuationToken>${next}</NextContinuationToken>`}${prefixes.map((prefix) => `<CommonPrefixes><Prefix>${prefix}</Prefix></CommonPrefixes>`).join('')}</ListBucketResult>`;

/** S3 as far as a reader asks it: a bucket of two pages of days, and one copy. */
let server: Server;
const asked: string[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://s3');
    asked.push(`${request.method} ${url.pathname}`);
    if (url.searchParams.get('list-type') === '2') {
      const isFirst = url.searchParams.get('continuation-token') === null;
      const days = isFirst ? ['log/SC/2026-11-23/', 'log/SC/other/'] : ['log/SC/2026-11-22/'];
      response
        .writeHead(200, { 'content-type': 'application/xml' })
        .end(page(days, isFirst ? 'more' : undefined));
      return;
    }
    const copy = KEPT[url.pathname.replace('/copies/', '')];
    if (copy !== undefined) response.writeHead(200).end(copy);
    else
      response
        .writeHead(404, { 'content-type': 'application/xml' })
        .end('<?xml version="1.0"?><Error><Code>NoSuchKey</Code><Message>none</Message></Error>');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_S3: `http://localhost:${port}`,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'secret',
  });
});
afterAll(() => server.close());

test('a bucket is listed and read, and nothing else is done to it', async () => {
  const copies = await openEvidence('s3://copies', { forcePathStyle: true });
  expect(await copies.days('SC')).toEqual(['2026-11-22', '2026-11-23']);
  expect(await copies.find('log/SC/2026-11-23/root.json')).toBe('{"day":"2026-11-23"}');
  expect(await copies.find('log/SC/2026-11-24/root.json')).toBeUndefined();
  expect(new Set(asked.map((line) => line.split(' ')[0]))).toEqual(new Set(['GET']));
});

test('a folder that is not there has no days', async () => {
  const copies = await openEvidence('/nowhere/copies');
  expect([await copies.days('SC'), await copies.find('log/SC/2026-11-23/root.json')]).toEqual([
    [],
    undefined,
  ]);
});
