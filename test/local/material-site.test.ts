import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DeclaredFile } from '../../lib/domain/registration/material.ts';
import type { Instant } from '../../lib/domain/time/instant.ts';
import { createDiskMaterialFiles } from '../../lib/store/disk-material-files.ts';
import type { MaterialFiles } from '../../lib/store/material-files.ts';
import { type HttpServer, openHttpServer } from '../../local/http-server.ts';
import { createMaterialSite, MATERIAL_PATH } from '../../local/material-site.ts';
import { post } from '../journeys/an-upload.ts';

const FILE = Buffer.from('%PDF-1.7\nwhatever\n');
const file: DeclaredFile = {
  mediaType: 'application/pdf',
  bytes: 18,
  sha256: createHash('sha256').update(FILE).digest('hex'),
};
const ahead = (ms: number) => new Date(Date.now() + ms).toISOString() as Instant;
const during = (ms: number) => ({ at: ahead(0), until: ahead(ms) });
const MINUTE = 60_000;

let server: HttpServer;
let folder = '';
let files: MaterialFiles;
let id = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'materials-'));
  server = await openHttpServer(0);
  server.answerWith(createMaterialSite(folder));
  files = createDiskMaterialFiles(folder, `${server.url}${MATERIAL_PATH}`);
});
beforeEach(() => {
  id = crypto.randomUUID();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const kept = () => readdirSync(folder).filter((name) => name.startsWith(id));
const drafts = () => readdirSync(folder).filter((name) => name.startsWith('.') && name !== '.signing-secret');

/** As it goes over the wire, so that what is wrong about it can be said. */
const raw = (body: string | Buffer, type = 'multipart/form-data; boundary=b') =>
  fetch(`${server.url}${MATERIAL_PATH}`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: typeof body === 'string' ? body : new Uint8Array(body),
  });
const part = (name: string, value: string) =>
  `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;

describe('a form', () => {
  test('is good until it ends', async () => {
    const good = await files.uploadForm(id, file, during(MINUTE));
    expect(await post(good, FILE)).toEqual({ status: 204, text: '' });
    expect(await files.inspect(id)).toMatchObject({
      mediaType: 'application/pdf',
      bytes: 18,
      sha256: file.sha256,
    });
    id = crypto.randomUUID();
    const ended = await files.uploadForm(id, file, during(-1));
    expect(await post(ended, FILE)).toMatchObject({ status: 403 });
    expect(await files.inspect(id)).toBeUndefined();
  });

  test('sent many times at one moment leaves one file', async () => {
    const form = await files.uploadForm(id, file, during(MINUTE));
    const told = await Promise.all(Array.from({ length: 8 }, () => post(form, FILE)));
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set([204]));
    expect(kept().toSorted()).toEqual([`${id}.awaited`, `${id}.type`]);
    await Promise.all([files.keep({ id }), files.keep({ id })]);
    expect(kept().toSorted()).toEqual([`${id}.kept`, `${id}.type`]);
    expect((await files.inspect(id))?.sha256).toBe(file.sha256);
    expect(drafts()).toEqual([]);
  });

  test('of another folder is nobody’s', async () => {
    const other = mkdtempSync(join(tmpdir(), 'materials-'));
    const foreign = createDiskMaterialFiles(other, `${server.url}${MATERIAL_PATH}`);
    expect(await post(await foreign.uploadForm(id, file, during(MINUTE)), FILE)).toMatchObject({
      status: 403,
    });
    rmSync(other, { recursive: true });
  });

  test('that is left in the middle leaves nothing', async () => {
    const { fields } = await files.uploadForm(id, file, during(MINUTE));
    const head = Object.entries(fields)
      .map(([name, value]) => part(name, value))
      .join('');
    const body = `${head}--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n%PDF`;
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(
      `POST ${MATERIAL_PATH} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 99999\r\n\r\n${body}`,
    );
    await expect.poll(() => drafts().length).toBe(1);
    socket.destroy();
    await expect.poll(() => drafts().length).toBe(0);
    expect(kept()).toEqual([]);
  });

  test.each([
    ['no file', `${part('key', 'x')}--b--\r\n`],
    ['nothing', ''],
    ['something before it', `x${part('key', 'x')}`],
    ['a field twice', `${part('key', 'x')}${part('key', 'x')}${part('file', 'x')}--b--`],
    ['fields without end', part('key', 'x'.repeat(70_000))],
    ['a part without a name', '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--'],
  ])('%s is refused', async (_, body) => {
    const told = await raw(body);
    expect(told.status).toBe(400);
    expect(await told.text()).toContain('MalformedPOSTRequest');
  });

  test.each(['application/json', 'multipart/form-data'])('as %s is none', async (type) => {
    expect((await raw('{}', type)).status).toBe(400);
  });

  test('whose file comes before its signature is refused', async () => {
    expect((await raw(`${part('file', 'x')}${part('Policy', 'x')}--b--`)).status).toBe(403);
  });
});

test('a link is good until it ends, and for nothing that has not arrived', async () => {
  await post(await files.uploadForm(id, file, during(MINUTE)), FILE);
  const status = async (ms: number, of = id) =>
    (await fetch(await files.downloadLink({ ...file, id: of }, during(ms)))).status;
  expect([await status(MINUTE), await status(-1), await status(MINUTE, crypto.randomUUID())]).toEqual([
    200, 403, 404,
  ]);
  expect((await fetch(`${server.url}${MATERIAL_PATH}`, { method: 'PUT', body: 'x' })).status).toBe(405);
  expect((await fetch(`${server.url}${MATERIAL_PATH}/%ff`)).status).toBe(403);
  expect((await fetch(`${server.url}${MATERIAL_PATH}`)).status).toBe(403);
});
