import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { signCompact, verifyCompact } from '../../lib/crypto/jws.ts';
import { nameDigest, signMark, verifyMark } from '../../lib/crypto/licence-mark.ts';
import type { LocalKeyPair } from '../../lib/crypto/local-keys.ts';
import { localSigner } from '../../lib/crypto/local-signer.ts';
import { formerOf, isOfRetiredKey } from '../../lib/crypto/verification-keys.ts';
import type { FormerKey } from '../../lib/domain/former-key.ts';

function aKeyPair(kid: string): LocalKeyPair {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '', d = '' } = privateKey.export({ format: 'jwk' });
  return { kty: 'EC', crv: 'P-256', kid, x, y, d };
}

const old = aKeyPair('old');
const retired = (over: Partial<FormerKey> = {}): FormerKey => {
  const { d: _, ...publicKey } = old;
  return { ...publicKey, signs: 'licence', alg: 'ES256', retiredAt: '2026-06-01T00:00:00.000Z', ...over };
};
const now = aKeyPair('now');
const signer = localSigner(() => now, formerOf([retired()], 'licence'));
const former = localSigner(() => old);

test('what a former key signed still verifies, by the keys of the one that came after it', async () => {
  const keys = await signer.verificationKeys();
  expect(keys.map(({ kid }) => kid)).toEqual(['now', 'old']);
  const token = await signCompact(former, 'vc+jwt', { a: 1 });
  expect(await verifyCompact(token, 'vc+jwt', keys)).toEqual({
    valid: true,
    payload: { a: 1 },
    keyId: 'old',
  });
});

test('what says it is later than its key’s last day is not believed', async () => {
  const keys = await signer.verificationKeys();
  expect(isOfRetiredKey(keys, 'old', '2026-06-01T00:00:00.000Z')).toBe(false);
  expect(isOfRetiredKey(keys, 'old', '2026-06-01T00:00:00.001Z')).toBe(true);
  expect(isOfRetiredKey(keys, 'now', '2026-06-02T00:00:00.000Z')).toBe(false);
  const url = 'https://tongbiao.example/v1/enterprises/91511623MY0000017F/licence';
  const claims = { number: 1, authority: 'reg-511623', nameDigest: nameDigest('名') };
  const before = await signMark(former, url, { ...claims, issuedOn: '2026-05-31' });
  const after = await signMark(former, url, { ...claims, issuedOn: '2026-06-02' });
  expect(verifyMark(before, keys)).toMatchObject({ valid: true });
  expect(verifyMark(after, keys)).toEqual({ valid: false, reason: 'bad-signature' });
});

test('a key serves the purpose it was for, and an algorithm nobody here knows is refused at the start', () => {
  expect(formerOf([retired()], 'receipt')).toEqual([]);
  expect(() => formerOf([retired({ alg: 'SM2' })], 'licence')).toThrow(RangeError);
});
