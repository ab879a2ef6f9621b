import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { DeclaredFile } from '../../lib/domain/registration/material.ts';
import type { Instant } from '../../lib/domain/time/instant.ts';
import type { MaterialFiles } from '../../lib/store/material-files.ts';
import { createS3MaterialFiles } from '../../lib/store/s3-material-files.ts';

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const SHA256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';
const SHA256_BASE64 = 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=';
const file: DeclaredFile = { mediaType: 'application/pdf', bytes: 1_234, sha256: SHA256 };
const time = { at: '2026-11-23T02:00:00.000Z' as Instant, until: '2026-11-23T02:30:00.000Z' as Instant };

/** What S3 would be asked; it answers as it is told. */
let answer: (request: IncomingMessage, response: ServerResponse) => void;
let asked: string[] = [];
let bodies: string[] = [];
let server: Server;
let files: MaterialFiles;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const range = request.headers.range === undefined ? '' : ` ${request.headers.range}`;
    asked.push(`${request.method} ${request.url}${range}`);
    bodies.push(body);
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  files = createS3MaterialFiles('bucket', {
    endpoint: `http://127.0.0.1:${port}`,
    forcePathStyle: true,
    region: 'cn-north-1',
    credentials: { accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: 'session' },
    maxAttempts: 1,
  });
});
beforeEach(() => {
  asked = [];
  bodies = [];
});
afterAll(() => server.close());

test('a form is signed over key, type, exact size, digest and tag, and over nothing that is left open', async () => {
  const { url, fields } = await files.uploadForm(ID, file, time);
  expect(new URL(url).pathname.replace(/\/$/, '')).toBe('/bucket');
  const { conditions, expiration } = JSON.parse(Buffer.from(fields.Policy ?? '', 'base64').toString()) as {
    readonly conditions: readonly unknown[];
    readonly expiration: string;
  };
  const TAGGING = '<Tagging><TagSet><Tag><Key>bound</Key><Value>no</Value></Tag></TagSet></Tagging>';
  expect(conditions).toEqual(
    expect.arrayContaining([
      ['content-length-range', 1_234, 1_234],
      { key: `materials/${ID}` },
      { bucket: 'bucket' },
      { 'Content-Type': 'application/pdf' },
      { 'x-amz-checksum-algorithm': 'SHA256' },
      { 'x-amz-checksum-sha256': SHA256_BASE64 },
      { tagging: TAGGING },
      { 'X-Amz-Security-Token': 'session' },
    ]),
  );
  expect(JSON.stringify(conditions)).not.toContain('starts-with');
  const covered = new Set(
    conditions.flatMap((one) => (Array.isArray(one) ? [] : Object.keys(one as object))),
  );
  expect(
    Object.keys(fields)
      .filter((name) => !covered.has(name))
      .sort(),
  ).toEqual(['Policy', 'X-Amz-Signature']);
  const minutes = (Date.parse(expiration) - Date.now()) / 60_000;
  expect(minutes).toBeGreaterThan(28);
  expect(minutes).toBeLessThanOrEqual(30);
  expect(asked).toEqual([]);
});

test('what arrived is told by its head and a few bytes of one revision', async () => {
  answer = ({ method, headers }, response) => {
    if (method !== 'HEAD') return void response.end(headers.range === 'bytes=0-1023' ? '%PDF-head' : 'tail');
    response.writeHead(200, {
      'content-length': 1_234,
      'content-type': 'application/pdf',
      'x-amz-checksum-sha256': SHA256_BASE64,
      'x-amz-version-id': 'v1',
    });
    response.end();
  };
  const arrived = await files.inspect(ID);
  expect({ ...arrived, head: String(arrived?.head), tail: String(arrived?.tail) }).toEqual({
    mediaType: 'application/pdf',
    bytes: 1_234,
    sha256: SHA256,
    head: String(new TextEncoder().encode('%PDF-head')),
    tail: String(new TextEncoder().encode('tail')),
    revision: 'v1',
  });
  expect(asked.toSorted()).toEqual([
    `GET /bucket/materials/${ID}?versionId=v1&x-id=GetObject bytes=-65557`,
    `GET /bucket/materials/${ID}?versionId=v1&x-id=GetObject bytes=0-1023`,
    `HEAD /bucket/materials/${ID}`,
  ]);
});

test.each([403, 404])('nothing has arrived where S3 says %i; any other fault is one', async (status) => {
  answer = (_, response) => void response.writeHead(status).end();
  expect(await files.inspect(ID)).toBeUndefined();
  answer = (_, response) => void response.writeHead(500).end();
  await expect(files.inspect(ID)).rejects.toThrow();
});

test('one revision is kept by another tag', async () => {
  answer = (_, response) => void response.writeHead(200).end();
  await files.keep({ id: ID, revision: 'v1' });
  expect(asked).toEqual([`PUT /bucket/materials/${ID}?tagging=&versionId=v1`]);
  expect(bodies[0]).toContain('<Key>bound</Key><Value>yes</Value>');
});

test('one revision is let go by the tag of what no filing names; one that is gone already is none', async () => {
  answer = (_, response) => void response.writeHead(200).end();
  await files.release({ id: ID, revision: 'v1' });
  expect(asked).toEqual([`PUT /bucket/materials/${ID}?tagging=&versionId=v1`]);
  expect(bodies[0]).toContain('<Key>bound</Key><Value>no</Value>');
  answer = (_, response) => void response.writeHead(404).end();
  await files.release({ id: ID, revision: 'v1' });
  answer = (_, response) => void response.writeHead(403).end();
  await expect(files.release({ id: ID, revision: 'v1' })).rejects.toThrow();
});

test('a link gives one revision as an attachment of the type we recorded, for a time', async () => {
  const url = new URL(await files.downloadLink({ ...file, id: ID, revision: 'v1' }, time));
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    versionId: 'v1',
    'response-content-type': 'application/pdf',
    'response-content-disposition': `attachment; filename="material-${ID}.pdf"`,
    'response-cache-control': 'no-store',
    'X-Amz-Expires': '1800',
    'X-Amz-SignedHeaders': 'host',
  });
  expect(url.pathname).toBe(`/bucket/materials/${ID}`);
  expect(asked).toEqual([]);
});
