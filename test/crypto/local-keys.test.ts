import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createKeys } from '../../lib/crypto/keys.ts';
import { loadOrCreateLocalKeys } from '../../lib/crypto/local-keys.ts';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-'));
  path = join(folder, 'below', 'keys.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a missing file is made for its owner alone, with nothing left beside it', () => {
  const keys = loadOrCreateLocalKeys(path);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'below'))).toEqual(['keys.json']);
  const ids = [keys.receipt.kid, keys.licence.kid, keys.log.kid, keys.subjectHash.keyId, keys.seal.keyId];
  expect(new Set(ids).size).toBe(5);
  expect(keys.seal.secret).not.toBe(keys.subjectHash.secret);
});

test('a file that is there is read and not touched', () => {
  const made = loadOrCreateLocalKeys(path);
  const before = readFileSync(path, 'utf8');
  expect(loadOrCreateLocalKeys(path)).toEqual(made);
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test.each([
  ['no JSON', '{'],
  ['another version', '{"version":2}'],
  ['nothing', ''],
])('a file with %s is refused and never replaced', (_, text) => {
  path = join(folder, 'keys.json');
  writeFileSync(path, text);
  expect(() => loadOrCreateLocalKeys(path)).toThrow();
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('a file made before the log had a key gets one, and keeps what it had', () => {
  const { log: _log, ...older } = loadOrCreateLocalKeys(path);
  writeFileSync(path, JSON.stringify(older));
  const upgraded = loadOrCreateLocalKeys(path);
  expect(upgraded).toMatchObject(older);
  expect(loadOrCreateLocalKeys(path)).toEqual(upgraded);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('a file with a member too many is refused', () => {
  const keys = loadOrCreateLocalKeys(path);
  writeFileSync(path, JSON.stringify({ ...keys, extra: 1 }));
  expect(() => loadOrCreateLocalKeys(path)).toThrow();
});

test.skipIf(process.getuid?.() === 0)('a file that cannot be read is not taken for a missing one', () => {
  loadOrCreateLocalKeys(path);
  chmodSync(path, 0);
  expect(() => loadOrCreateLocalKeys(path)).toThrow(/EACCES/);
});

test('processes that make the file at one moment all get the same keys', async () => {
  const module = pathToFileURL(join(import.meta.dirname, '../../lib/crypto/local-keys.ts')).href;
  const script = `import { loadOrCreateLocalKeys } from ${JSON.stringify(module)};
    console.log(JSON.stringify(loadOrCreateLocalKeys(${JSON.stringify(path)})));`;
  const run = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script]);
  const printed = await Promise.all(Array.from({ length: 4 }, run));
  expect(new Set(printed.map(({ stdout }) => stdout)).size).toBe(1);
  expect(readdirSync(join(folder, 'below'))).toEqual(['keys.json']);
});

describe('keys by setting', () => {
  test('of a file: nothing is made before the first use, and all come from one file', async () => {
    const { receiptSigner, licenceSigner, personalData } = createKeys({ kind: 'file', path });
    expect(readdirSync(folder)).toEqual([]);
    const subject = await personalData.subjectKeyOf({ kind: 'citizen-id', number: '500155199001010009' });
    const again = createKeys({ kind: 'file', path });
    expect(await again.personalData.subjectKeyOf({ kind: 'citizen-id', number: '500155199001010009' })).toBe(
      subject,
    );
    const sealed = await personalData.seal({ name: '王小明' }, 'filing-1');
    expect(await again.personalData.unseal(sealed, 'filing-1')).toEqual({ name: '王小明' });
    expect(await again.receiptSigner.publicKey()).toEqual(await receiptSigner.publicKey());
    expect(licenceSigner.keyId).not.toBe(receiptSigner.keyId);
    expect(await licenceSigner.publicKey()).not.toHaveProperty('d');
  });

  test('of KMS: made without a call, named by the keys of the setting', () => {
    const { receiptSigner, licenceSigner } = createKeys({
      kind: 'kms',
      receiptKey: 'receipt-key',
      licenceKey: 'licence-key',
      logKey: 'log-key',
      subjectHashKey: 'subject-hash-key',
      sealKey: 'seal-key',
    });
    expect([receiptSigner.keyId, licenceSigner.keyId]).toEqual(['receipt-key', 'licence-key']);
  });
});
