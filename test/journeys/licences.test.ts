import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getReceipt, submitFiling } from '../../lib/contract/filings.ts';
import { getIssuer, getStatusList } from '../../lib/contract/licence-status.ts';
import { getLicence, verifyLicence } from '../../lib/contract/licences.ts';
import { listKeys } from '../../lib/contract/standards.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling } from './a-filing.ts';

/** A company for Linshui (邻水县), handed in and printed at a window in Dianjiang (垫江县), on the other side. */
let service: LocalService;
let folder: string;
let code: string;
let token: string;
let receipt: string;
const fileOf = (name: string): string => join(folder, name);

const licenceAs = async (accept: string) =>
  service.ask(getLicence, { params: { code }, headers: { accept } });

beforeAll(async () => {
  service = await startLocalService();
  folder = await mkdtemp(join(tmpdir(), 'licences-'));
  const filed = (await service.ask(submitFiling, { as: 'registrar-cq', body: await aFiling(service) })).body;
  expect(filed).toMatchObject({ acceptedBy: { authority: 'reg-500231' }, decidedBy: 'reg-511623' });
  code = filed.registration?.code ?? '';
  token = (await licenceAs('application/vc+jwt')).body as unknown as string;
  receipt = (await service.ask(getReceipt, { as: 'registrar-cq', params: { id: filed.id } })).body.receipt;
  await writeFile(fileOf('keys.json'), JSON.stringify((await service.ask(listKeys)).body));
  await writeFile(fileOf('licence.jwt'), token);
  await writeFile(fileOf('receipt.jwt'), receipt);
});
afterAll(async () => {
  await endAll();
  await rm(folder, { recursive: true });
});

interface Ended {
  readonly exit: number;
  readonly said: string;
}

/** A process of its own in a folder of its own, with an environment that names nothing of this service. */
const run = (script: string, ...args: readonly string[]): Promise<Ended> =>
  new Promise((settle) => {
    const env = { PATH: process.env.PATH ?? '' };
    execFile(process.execPath, [script, ...args], { cwd: folder, env }, (error, stdout, stderr) =>
      settle({ exit: error === null ? 0 : Number(error.code), said: stdout + stderr }),
    );
  });

describe('off-line, by a script that imports nothing of the project', () => {
  const script = fileURLToPath(new URL('../support/verify-licence.mjs', import.meta.url));
  const verified = async (text: string): Promise<Ended> => {
    await writeFile(fileOf('given.jwt'), text);
    return run(script, 'keys.json', 'given.jwt');
  };

  test('the licence printed on one side and decided by the other is verified', async () => {
    const { exit, said } = await verified(token);
    expect(exit).toBe(0);
    expect(JSON.parse(said)).toEqual({
      verified: true,
      issuer: { id: `${service.url}/v1/licences/issuers/reg-511623`, name: '邻水县市场监督管理局' },
      code,
      name: expect.stringMatching(/^邻水县.+有限公司$/),
      registeredBy: 'reg-511623',
      registeredByName: '邻水县市场监督管理局',
    });
  });

  const [HEADER, PAYLOAD, SIGNATURE] = [0, 1, 2];
  test.each([
    ['payload', PAYLOAD],
    ['signature', SIGNATURE],
    ['header', HEADER],
  ])('with one bit of its %s flipped it is not', async (_, part) => {
    const parts = token.split('.').map((text) => Buffer.from(text, 'base64url'));
    const bytes = parts[part] ?? Buffer.alloc(0);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    const flipped = parts.map((text) => text.toString('base64url')).join('.');
    expect(flipped).not.toBe(token);
    expect(await verified(flipped)).toMatchObject({
      exit: 1,
      said: expect.stringContaining('"verified":false'),
    });
  });

  test('a receipt is no licence', async () => {
    expect(await verified(receipt)).toMatchObject({ exit: 1 });
  });
});

describe('npm run verify', () => {
  const script = fileURLToPath(new URL('../../bin/verify.ts', import.meta.url));
  const verify = (...args: readonly string[]) => run(script, ...args);
  test('a licence: who signed it, for whom; its status is unknown', async () => {
    const { exit, said } = await verify('licence.jwt', '--keys', 'keys.json');
    expect(exit).toBe(0);
    expect(said).toContain('✓ 签名有效，由 邻水县市场监督管理局（reg-511623）签发');
    expect(said).toContain(code);
    expect(said).toContain('? 现状未知，需要状态列表');
    expect(said).toContain('revocation-');
  });

  test('the keys are found beside the document; the answer of the route will do as it is', async () => {
    await writeFile(fileOf('licence.json'), JSON.stringify((await licenceAs('application/json')).body));
    expect(await verify('licence.json')).toMatchObject({ exit: 0, said: expect.stringContaining(code) });
  });

  test('with the lists of statuses nothing is left open', async () => {
    const { credentialStatus } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const lists: string[] = [];
    for (const { statusListCredential, statusPurpose } of credentialStatus) {
      const told = await fetch(statusListCredential);
      expect(told.headers.get('content-type')).toBe('application/vc+jwt');
      expect(told.headers.get('cache-control')).toMatch(/^public, max-age=\d+$/);
      await writeFile(fileOf(`${statusPurpose}.jwt`), await told.text());
      lists.push('--status', `${statusPurpose}.jwt`);
    }
    const { exit, said } = await verify('licence.jwt', '--keys', 'keys.json', ...lists);
    expect([exit, said.includes('?')]).toEqual([0, false]);
    expect(said).toContain('✓ 未注销、吊销或作废');
  });

  test('a receipt', async () => {
    const { exit, said } = await verify('receipt.jwt', '--keys', 'keys.json');
    expect(exit).toBe(0);
    expect(said).toContain('establish-company');
  });

  test('from a service that is named', async () => {
    const { exit, said } = await verify('licence.jwt', '--from', service.url);
    expect([exit, said.includes('✓ 未注销、吊销或作废'), said.includes('?')]).toEqual([0, true, false]);
  });

  test('what does not hold ends with 1, what cannot be verified with 2', async () => {
    await writeFile(fileOf('forged.jwt'), token.replace(/.{4}$/, 'AAAA'));
    await writeFile(fileOf('text.txt'), 'nothing');
    await writeFile(fileOf('no-keys.json'), '{"keys":[]}');
    expect(await verify('forged.jwt')).toMatchObject({
      exit: 1,
      said: expect.stringContaining('✗ 签名不符'),
    });
    expect(await verify('text.txt')).toMatchObject({ exit: 1 });
    expect(await verify('licence.jwt', '--keys', 'no-keys.json')).toMatchObject({ exit: 2 });
    expect(await verify('licence.jwt', '--keys', 'text.txt')).toMatchObject({ exit: 2 });
    expect(await verify('missing.jwt')).toMatchObject({ exit: 2 });
    expect(await verify()).toMatchObject({ exit: 2, said: expect.stringContaining('用法') });
    expect(await verify('licence.jwt', '--unheard-of')).toMatchObject({ exit: 2 });
  });
});

describe('the forms of a licence', () => {
  test.each([
    ['*/*', 'application/json; charset=utf-8'],
    ['application/json', 'application/json; charset=utf-8'],
    ['text/html', 'text/html; charset=utf-8'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html; charset=utf-8'],
    ['application/json, text/html;q=0.9', 'application/json; charset=utf-8'],
    ['application/vc+jwt', 'application/vc+jwt'],
    ['image/png', 'application/json; charset=utf-8'],
  ])('Accept: %s gives %s', async (accept, type) => {
    const { headers } = await licenceAs(accept);
    expect(headers.get('content-type')).toBe(type);
    expect(headers.get('vary')).toBe('accept, accept-language');
    expect(headers.get('cache-control')).toBe('no-store');
  });

  test('a code nobody has is told as a problem in any form', async () => {
    const params = { code: '91511623MY0000099X' };
    const refused = await service.refused(getLicence, { params, headers: { accept: 'text/html' } });
    expect(refused).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });
});

test('issuers and lists that are not', async () => {
  expect((await service.ask(getIssuer, { params: { issuer: 'reg-511623' } })).body.name).toBe(
    '邻水县市场监督管理局',
  );
  expect(await service.refused(getIssuer, { params: { issuer: 'court-500231' } })).toMatchObject({
    status: 404,
  });
  for (const [list, status] of [
    ['revocation-20991231', 404],
    ['revocation-20260230', 404],
    ['message-20261123', 400],
    ['revocation', 400],
  ] as const)
    expect(await service.refused(getStatusList, { params: { list } })).toMatchObject({ status });
});

test('a token is verified with its status by the register', async () => {
  expect((await service.ask(verifyLicence, { body: { licence: token } })).body).toMatchObject({
    valid: true,
    status: 'valid',
    current: true,
  });
});
