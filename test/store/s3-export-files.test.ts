import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Instant } from '../../lib/domain/time/instant.ts';
import type { ExportFiles } from '../../lib/store/export-files.ts';
import { createS3ExportFiles } from '../../lib/store/s3-export-files.ts';

const file = {
  export: '0f8fad5b-d9cb-469f-a165-70867728950e',
  name: 'part-0001-9f86d081884c7d65.ndjson',
};
const KEY = `/bucket/exports/${file.export}/${file.name}`;
const time = { at: '2026-11-23T02:00:00.000Z' as Instant, until: '2026-11-23T02:05:00.000Z' as Instant };

/** What S3 would be sent. */
let sent: { readonly asked: string; readonly type: unknown; readonly body: string }[] = [];
let server: Server;
let files: ExportFiles;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    sent.push({ asked: `${request.method} ${request.url}`, type: request.headers['content-type'], body });
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  files = createS3ExportFiles('bucket', {
    endpoint: `http://127.0.0.1:${port}`,
    forcePathStyle: true,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: 'session' },
    maxAttempts: 1,
  });
});
afterAll(() => server.close());

test('a part is put whole under its export, as lines of JSON', async () => {
  sent = [];
  await files.write(file, Buffer.from('{"id":"a"}\n'));
  expect(sent).toEqual([
    { asked: `PUT ${KEY}?x-id=PutObject`, type: 'application/x-ndjson', body: '{"id":"a"}\n' },
  ]);
});

test('a link to it is good for its five minutes, and answers it as an attachment', async () => {
  const link = new URL(await files.downloadLink(file, time));
  expect(link.pathname).toBe(KEY);
  expect(Object.fromEntries(link.searchParams)).toMatchObject({
    'X-Amz-Expires': '300',
    'response-content-type': 'application/x-ndjson',
    'response-content-disposition': `attachment; filename="export-${file.export}-${file.name}"`,
    'response-cache-control': 'no-store',
  });
});
