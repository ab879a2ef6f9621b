import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { decodeJwt } from 'jose';
import { afterEach, expect, test, vi } from 'vitest';
import { freePort } from '../../local/engine.ts';
import { fetchAccessToken } from '../../local/tokens.ts';
import { endAll, newDataDir, type RunningService, run, startRunning } from './running-service.ts';

afterEach(endAll);

const embedded = process.env.DYNAMODB_ENDPOINT === undefined;

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z ');
  } catch {
    return false;
  }
};

const enginePid = (dataDir: string): number =>
  Number(readFileSync(join(dataDir, 'dynamodb.sqlite.pid'), 'utf8'));

async function ask(service: RunningService, persona: string, path: string, body?: unknown): Promise<unknown> {
  const token = await fetchAccessToken(`${service.url}/oidc`, persona);
  const response = await fetch(`${service.url}/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

const record = (ordinal: number) => ({
  class: 'honour',
  subject: { kind: 'organisation', code: '91500231MA5U000A5X' },
  issuedBy: 'reg-500231',
  documentNumber: '垫市监守信〔2026〕1号',
  ordinal,
  decidedOn: '2026-05-11',
  basis: [{ law: '社会信用体系建设规划纲要', article: '守信激励' }],
});

const lookUp = (...subjects: object[]) => ({
  purpose: 'registration',
  basis: 'registration-review',
  subjects,
});

test('it starts, answers, gives tokens on the command line and stops leaving nothing behind', async () => {
  const service = await startRunning({ dataDir: newDataDir() });
  const { dataDir } = service;
  expect((await fetch(`${service.url}/v1/health`)).status).toBe(200);
  expect((await fetch(`${service.url}/`)).status).toBe(200);
  expect(await (await fetch(`${service.url}/docs`)).text()).toContain('/docs/swagger-ui-bundle.js');
  expect((await fetch(`${service.url}/docs/swagger-ui-bundle.js`)).status).toBe(200);
  expect(await (await fetch(`${service.url}/openapi.json`)).json()).toMatchObject({ openapi: '3.1.1' });
  expect(await (await fetch(`${service.url}/events.json`)).json()).toMatchObject({ asyncapi: '3.0.0' });
  const engine = embedded ? enginePid(dataDir) : undefined;

  const byDataDir = await run('token.ts', ['registrar-cq'], { DATA_DIR: dataDir });
  expect(byDataDir).toMatchObject({ code: 0, stderr: '' });
  expect(byDataDir.stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
  expect(decodeJwt(byDataDir.stdout.trim())).toMatchObject({ sub: 'registrar-cq', authority: 'reg-500231' });
  const byPort = await run('token.ts', ['real-name', '周启程', '500231198504120007'], {
    PORT: String(service.port),
    DATA_DIR: '/nowhere',
  });
  expect(decodeJwt(byPort.stdout.trim())).toMatchObject({
    name: '周启程',
    document_number: '500231198504120007',
  });
  const unknown = await run('token.ts', ['mayor'], { DATA_DIR: dataDir });
  expect([unknown.code, unknown.stdout]).toEqual([1, '']);
  expect(unknown.stderr).toContain('There is no persona mayor');
  expect(unknown.stderr).toContain('registrar-cq');

  expect(await service.end('SIGTERM')).toEqual([0, null]);
  expect(engine === undefined ? false : isAlive(engine)).toBe(false);
  const none = await run('token.ts', ['auditor'], { DATA_DIR: dataDir });
  expect([none.code, none.stdout]).toEqual([1, '']);
  expect(none.stderr).toContain('No service runs on');
});

test('demo records and heartbeats of both sides are there from the start', async () => {
  const service = await startRunning({ dataDir: newDataDir() });
  const debtor = { kind: 'person', document: { kind: 'citizen-id', number: '50023119790806000X' } };
  const unheardOf = { kind: 'person', document: { kind: 'citizen-id', number: '50023119900307000X' } };
  const answer = await ask(service, 'regulator-sc', '/credit/lookups', lookUp(debtor, unheardOf));
  expect(answer).toMatchObject({ status: 200, results: [{ verdict: 'hit' }, { verdict: 'clear' }] });
  await vi.waitFor(
    async () => expect(JSON.stringify(await ask(service, 'subject', '/me/lookups'))).toContain('reg-511623'),
    60_000,
  );
});

test('without demo data no source has ever reported, so nobody is clear', async () => {
  const service = await startRunning({ dataDir: newDataDir(), more: { DEMO_DATA: 'off' } });
  const someone = { kind: 'person', document: { kind: 'citizen-id', number: '50023119900307000X' } };
  const answer = await ask(service, 'regulator-cq', '/credit/lookups', lookUp(someone));
  expect(answer).toMatchObject({ status: 200, results: [{ verdict: 'unknown' }] });
});

test('a restart keeps data and keys: an old token is still good', async () => {
  const dataDir = newDataDir();
  const first = await startRunning({ dataDir });
  const token = await fetchAccessToken(`${first.url}/oidc`, 'applicant');
  await ask(first, 'publisher-cq', '/credit/records', record(1));
  await first.end('SIGINT');
  const second = await startRunning({ dataDir, port: first.port });
  const response = await fetch(`${second.url}/v1/filings`, { headers: { authorization: `Bearer ${token}` } });
  expect(response.status).toBe(200);
  expect(await ask(second, 'publisher-cq', '/credit/records', record(1))).toMatchObject({
    status: 200,
    outcome: 'already-held',
  });
});

test.runIf(embedded)('kill -9 during writes loses nothing acknowledged and leaves no engine', async () => {
  const dataDir = newDataDir();
  const acknowledged: number[] = [];
  for (const round of [0, 1]) {
    const service = await startRunning({ dataDir });
    const token = await fetchAccessToken(`${service.url}/oidc`, 'publisher-cq');
    const engine = enginePid(dataDir);
    const write = async (ordinal: number): Promise<void> => {
      const response = await fetch(`${service.url}/v1/credit/records`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(record(ordinal)),
      });
      if (response.status === 201) acknowledged.push(ordinal);
    };
    const writing = Promise.all(
      [1, 2, 3].map(async (lane) => {
        for (let n = 0; n < 100; n += 1) await write(1_000 * round + 100 * lane + n);
      }),
    ).catch(() => 'cut off');
    const before = acknowledged.length;
    while (acknowledged.length < before + 10) await pause(5);
    await service.end('SIGKILL');
    expect(await writing).toBe('cut off');
    await vi.waitFor(() => expect(isAlive(engine)).toBe(false), 5_000);
  }
  const service = await startRunning({ dataDir });
  for (const ordinal of acknowledged)
    expect(await ask(service, 'publisher-cq', '/credit/records', record(ordinal))).toMatchObject({
      outcome: 'already-held',
    });
});

test.runIf(embedded)(
  'an engine left on the file is ended by the next start, another process is not',
  async () => {
    const dataDir = newDataDir();
    const first = await startRunning({ dataDir });
    await first.end('SIGTERM');
    writeFileSync(join(dataDir, 'dynamodb.sqlite.pid'), String(process.pid));
    const second = await startRunning({ dataDir });
    expect((await fetch(`${second.url}/v1/health`)).status).toBe(200);
  },
);

test('look-ups logged just before a kill -9 reach the file of the subject after the next start', async () => {
  const dataDir = newDataDir();
  const debtor = { kind: 'person', document: { kind: 'citizen-id', number: '50023119790806000X' } };
  const first = await startRunning({ dataDir });
  const asked = await Promise.all(
    Array.from({ length: 20 }, () => ask(first, 'regulator-sc', '/credit/lookups', lookUp(debtor))),
  );
  await first.end('SIGKILL');
  const second = await startRunning({ dataDir });
  const ids = (answers: readonly unknown[]) => answers.map((answer) => (answer as { lookup: string }).lookup);
  await vi.waitFor(async () => {
    const { lookups } = (await ask(second, 'subject', '/me/lookups')) as { lookups: readonly unknown[] };
    expect(ids(lookups).sort()).toEqual(ids(asked).sort());
  }, 60_000);
});

test('a second service on the same data directory is refused and told who holds it', async () => {
  const service = await startRunning({ dataDir: newDataDir() });
  const refused = await run('local.ts', [], {
    PORT: String(await freePort()),
    DATA_DIR: service.dataDir,
  });
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('Another service uses the data directory');
  expect(refused.stderr).toContain(`pid ${service.child.pid}, ${service.url}`);
  expect((await fetch(`${service.url}/v1/health`)).status).toBe(200);
});

test('a taken port is told in both languages with what to do', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await vi.waitFor(() => expect(squatter.listening).toBe(true));
  const { port } = squatter.address() as { port: number };
  const refused = await run('local.ts', [], { PORT: String(port), DATA_DIR: newDataDir() });
  squatter.close();
  expect([refused.code, refused.stdout]).toEqual([1, '']);
  expect(refused.stderr).toContain(`端口 ${port} 已被占用`);
  expect(refused.stderr).toContain(`Port ${port} is taken`);
  expect(refused.stderr).toContain(`PORT=${port + 1} npm start`);
});

test.runIf(embedded)('without an engine the three ways to give one are named', async () => {
  const more = { DYNOXIDE_BIN: '/nowhere/dynoxide', DATA_DIR: newDataDir(), PORT: String(await freePort()) };
  const refused = await run('local.ts', [], more);
  expect([refused.code, refused.stdout]).toEqual([1, '']);
  for (const way of ['DYNAMODB_ENDPOINT=', 'DYNOXIDE_BIN=', 'npm ci']) expect(refused.stderr).toContain(way);
});

test('a port that is none is refused', async () => {
  const refused = await run('local.ts', [], { PORT: 'http', DATA_DIR: newDataDir() });
  expect([refused.code, refused.stderr]).toEqual([
    1,
    'PORT=http 不是端口号。PORT=http is no port (0 to 65535).\n',
  ]);
});

test.runIf(embedded)('when its engine ends by itself the service ends too, with a failure', async () => {
  const service = await startRunning({ dataDir: newDataDir() });
  process.kill(enginePid(service.dataDir), 'SIGKILL');
  await vi.waitFor(() => expect(service.child.exitCode).toBe(1), 60_000);
  expect(service.output()).toContain('The engine ended by itself');
});

test.runIf(embedded)('a request under way is answered before a stop ends the engine', async () => {
  const service = await startRunning({ dataDir: newDataDir() });
  const token = await fetchAccessToken(`${service.url}/oidc`, 'publisher-cq');
  const sent = Array.from({ length: 10 }, (_, index) =>
    fetch(`${service.url}/v1/credit/records`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(record(index + 1)),
    }).then((response) => response.status),
  );
  await Promise.race(sent);
  const ended = service.end('SIGINT');
  expect([...new Set(await Promise.all(sent))]).toEqual([201]);
  expect(await ended).toEqual([0, null]);
});
