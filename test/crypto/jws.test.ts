import { generateKeyPairSync } from 'node:crypto';
import { CompactSign, compactVerify, generateKeyPair, importJWK, type JWK } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { signCompact, verifyCompact } from '../../lib/crypto/jws.ts';
import type { LocalKeyPair } from '../../lib/crypto/local-keys.ts';
import { localSigner } from '../../lib/crypto/local-signer.ts';

function aKeyPair(kid: string): LocalKeyPair {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '', d = '' } = privateKey.export({ format: 'jwk' });
  return { kty: 'EC', crv: 'P-256', kid, x, y, d };
}

const pair = aKeyPair('key-1');
const signer = localSigner(() => pair);
const TYPE = 'licence+jws';
const payload = { 名称: '邻水同标商贸有限公司', code: '91511623MA62K02608', amount: 100 };

let token: string;
let keys: readonly JWK[];
beforeAll(async () => {
  token = await signCompact(signer, TYPE, payload);
  keys = [await localSigner(() => aKeyPair('key-0')).publicKey(), await signer.publicKey()];
});

const part = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');
const headed = (header: object): string =>
  [part(JSON.stringify(header)), ...token.split('.').slice(1)].join('.');

test('what was signed is verified, by this code and by the library alone', async () => {
  expect(await verifyCompact(token, TYPE, keys)).toEqual({ valid: true, payload, keyId: 'key-1' });
  const library = await compactVerify(token, await importJWK(await signer.publicKey(), 'ES256'));
  expect(library.protectedHeader).toEqual({ alg: 'ES256', kid: 'key-1', typ: TYPE });
});

test('the payload is canonical: the order of members does not show', async () => {
  const reordered = await signCompact(signer, TYPE, Object.fromEntries(Object.entries(payload).reverse()));
  expect(reordered.split('.')[1]).toBe(token.split('.')[1]);
});

describe('refused', () => {
  test('another type', async () => {
    expect(await verifyCompact(token, 'receipt+jws', keys)).toEqual({ valid: false, reason: 'wrong-type' });
  });

  test('a key that is not listed', async () => {
    expect(await verifyCompact(token, TYPE, keys.slice(0, 1))).toEqual({
      valid: false,
      reason: 'unknown-key',
    });
    expect(await verifyCompact(token, TYPE, [])).toEqual({ valid: false, reason: 'unknown-key' });
  });

  test('no key named, though an unnamed one is listed', async () => {
    const { kid: _, ...unnamed } = await signer.publicKey();
    expect(await verifyCompact(headed({ alg: 'ES256', typ: TYPE }), TYPE, [unnamed])).toEqual({
      valid: false,
      reason: 'unknown-key',
    });
  });

  test('another key under the same id', async () => {
    const other = await localSigner(() => aKeyPair('key-1')).publicKey();
    expect(await verifyCompact(token, TYPE, [other])).toEqual({ valid: false, reason: 'bad-signature' });
  });

  test.each(['none', 'HS256', 'ES384', 'RS256'])('the algorithm %s', async (alg) => {
    const verified = await verifyCompact(headed({ alg, kid: 'key-1', typ: TYPE }), TYPE, keys);
    expect(verified).toEqual({ valid: false, reason: 'bad-signature' });
  });

  test('a changed payload, and no signature', async () => {
    const [header, , signature] = token.split('.');
    const changed = `${header}.${part('{"amount":999}')}.${signature}`;
    expect(await verifyCompact(changed, TYPE, keys)).toEqual({ valid: false, reason: 'bad-signature' });
    const unsigned = token.slice(0, token.lastIndexOf('.') + 1);
    expect(await verifyCompact(unsigned, TYPE, keys)).toMatchObject({ valid: false });
  });

  test('an extension this service does not know', async () => {
    const header = { alg: 'ES256', kid: 'key-1', typ: TYPE, crit: ['x'], x: 1 };
    expect(await verifyCompact(headed(header), TYPE, keys)).toMatchObject({ valid: false });
  });

  test.each(['', 'x', 'a.b', 'a.b.c', '..', '{}.{}.{}', `${part('null')}.${part('{}')}.AA`, 'a.b.c.d'])(
    'the text %j',
    async (text) => {
      expect(await verifyCompact(text, TYPE, keys)).toMatchObject({ valid: false });
    },
  );

  test('a payload that is no JSON', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const signed = await new CompactSign(new TextEncoder().encode('no json'))
      .setProtectedHeader({ alg: 'ES256', kid: 'key-2', typ: TYPE })
      .sign(privateKey);
    const jwk = { ...(await crypto.subtle.exportKey('jwk', publicKey)), kid: 'key-2', alg: 'ES256' } as JWK;
    expect(await verifyCompact(signed, TYPE, [jwk])).toEqual({ valid: false, reason: 'malformed' });
  });
});
