import { createHash, createPublicKey, verify } from 'node:crypto';
import { expect, test } from 'vitest';
import { kmsSigner } from '../../lib/crypto/kms-signer.ts';
import { messageToSign, startKms } from './kms-stand-in.ts';

const KEY = '1b0c6f6e-5a5e-4d0b-9a43-0d2f7f1c9b10';

test('signs a digest and gives the raw signature, which the public key verifies', async () => {
  const kms = startKms();
  const signer = kmsSigner(() => kms.client, KEY);
  const signature = await signer.sign(messageToSign);
  const jwk = await signer.publicKey();

  expect(signature.length).toBe(64);
  expect(jwk).toMatchObject({ kty: 'EC', crv: 'P-256', kid: KEY, alg: 'ES256', use: 'sig' });
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  expect(verify('sha256', messageToSign, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true);
  expect(kms.sent[0]).toEqual({
    operation: 'Sign',
    input: {
      KeyId: KEY,
      Message: createHash('sha256').update(messageToSign).digest('base64'),
      MessageType: 'DIGEST',
      SigningAlgorithm: 'ECDSA_SHA_256',
    },
  });
});

test('the public key is asked for once, and again after a failure', async () => {
  const kms = startKms();
  const signer = kmsSigner(() => kms.client, KEY);
  kms.failNext(1);
  await expect(signer.publicKey()).rejects.toMatchObject({ name: 'KMSInternalException' });
  await Promise.all([signer.publicKey(), signer.publicKey()]);
  await signer.publicKey();
  expect(kms.sent.map(({ operation }) => operation)).toEqual(['GetPublicKey', 'GetPublicKey']);
});

test('an ARN is used whole towards KMS and never shown', async () => {
  const kms = startKms();
  const arn = `arn:aws-cn:kms:cn-north-1:111122223333:key/${KEY}`;
  const signer = kmsSigner(() => kms.client, arn);
  expect(signer.keyId).toBe(KEY);
  expect((await signer.publicKey()).kid).toBe(KEY);
  expect(kms.sent[0]?.input.KeyId).toBe(arn);
});

test('an alias is refused', () => {
  const kms = startKms();
  expect(() => kmsSigner(() => kms.client, 'alias/receipts').keyId).toThrow(RangeError);
  const arn = 'arn:aws:kms:us-east-1:111122223333:alias/receipts';
  expect(() => kmsSigner(() => kms.client, arn).keyId).toThrow(RangeError);
});
