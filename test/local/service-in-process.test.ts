import { afterEach, expect, test } from 'vitest';
import { type Service, startService } from '../../local/service.ts';
import { fetchAccessToken } from '../../local/tokens.ts';
import { endAll, newDataDir, tablePrefixOf } from './running-service.ts';

let service: Service | undefined;
afterEach(async () => {
  await service?.stop();
  service = undefined;
  await endAll();
});

function startFresh(): Promise<Service> {
  const dataDir = newDataDir();
  return startService({ port: 0, dataDir, tablePrefix: tablePrefixOf(dataDir), demoData: false });
}

async function publish({ url, issuerUrl }: Service): Promise<unknown> {
  const token = await fetchAccessToken(issuerUrl, 'publisher-cq');
  const response = await fetch(`${url}/v1/credit/records`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      class: 'honour',
      subject: { kind: 'organisation', code: '91500231MA5U000A5X' },
      issuedBy: 'reg-500231',
      documentNumber: '垫市监守信〔2026〕1号',
      decidedOn: '2026-05-11',
      basis: [{ law: '社会信用体系建设规划纲要', article: '守信激励' }],
    }),
  });
  return ((await response.json()) as { outcome: unknown }).outcome;
}

test('one process can run one service after another, each with its own data', async () => {
  for (const _ of [1, 2]) {
    service = await startFresh();
    expect(await publish(service)).toBe('published');
    expect(await publish(service)).toBe('already-held');
    await service.stop();
  }
});

test('one process runs one service at a time', async () => {
  service = await startFresh();
  await expect(startService({ port: 0, dataDir: newDataDir() })).rejects.toThrow(
    'A service already runs in this process',
  );
  expect((await fetch(service.url)).status).toBe(200);
});

test('a start that fails leaves nothing running and can be tried again', async () => {
  const dataDir = newDataDir();
  const before = process.env.DYNAMODB_ENDPOINT;
  process.env.DYNAMODB_ENDPOINT = 'http://127.0.0.1:9';
  const options = { port: 0, dataDir, tablePrefix: tablePrefixOf(dataDir), demoData: false };
  await expect(startService(options)).rejects.toMatchObject({
    name: 'NoEngine',
    message: expect.stringContaining('Nothing answers at DYNAMODB_ENDPOINT=http://127.0.0.1:9.'),
  });
  if (before === undefined) delete process.env.DYNAMODB_ENDPOINT;
  else process.env.DYNAMODB_ENDPOINT = before;
  service = await startService(options);
  expect((await fetch(service.url)).status).toBe(200);
});
