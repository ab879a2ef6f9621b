import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EvidenceFiles } from '../../lib/store/evidence-files.ts';
import { createS3EvidenceFiles } from '../../lib/store/s3-evidence-files.ts';

/** What S3 would be asked; it answers with the status it is told. */
let status = 200;
let asked: { readonly line: string; readonly headers: IncomingHttpHeaders; readonly body: string }[] = [];
let server: Server;
let files: EvidenceFiles;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push({ line: `${request.method} ${request.url}`, headers: request.headers, body });
    response.writeHead(status).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  files = createS3EvidenceFiles('bucket', {
    endpoint: `http://127.0.0.1:${port}`,
    forcePathStyle: true,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
    maxAttempts: 1,
  });
});
beforeEach(() => {
  asked = [];
});
afterAll(() => server.close());

const NAME = 'log/SC/2026-11-23/0-000000.ndjson';

test('a copy is put with its digest, and only where none stands', async () => {
  status = 200;
  await files.put(NAME, '{"id":"1"}\n');
  expect(asked.map(({ line }) => line)).toEqual([`PUT /bucket/${NAME}?x-id=PutObject`]);
  expect(asked[0]?.headers).toMatchObject({
    'if-none-match': '*',
    'content-type': 'application/x-ndjson',
    'x-amz-checksum-sha256': '6B4KpXvh8K2LIQs+Y0h0DjijgDZWkrbWEpxTqEJkrB0=',
  });
  expect(asked[0]?.body).toContain('{"id":"1"}');
});

test('one that stands there stays, and is no failure; anything else is', async () => {
  status = 412;
  await files.put(NAME, 'other');
  for (status of [403, 409, 500, 503]) await expect(files.put(NAME, 'other')).rejects.toThrow();
  expect(asked.length).toBe(5);
});
