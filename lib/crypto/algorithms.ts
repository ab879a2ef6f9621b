import { createPublicKey, verify } from 'node:crypto';
import type { JWK } from 'jose';

/** Checks a raw signature, as JWS has it, over bytes. */
type CheckSignature = (key: JWK, signed: Uint8Array, signature: Uint8Array) => boolean;

/**
 * The algorithms of signatures, by the name that stands in each key's record and beside each signature. A further one
 * (SM2) is an entry here and an adapter of `Signer`.
 */
export const algorithms = {
  ES256: (key, signed, signature) =>
    verify(
      'sha256',
      signed,
      { key: createPublicKey({ key: { ...key }, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
      signature,
    ),
} as const satisfies Record<string, CheckSignature>;

export type Algorithm = keyof typeof algorithms;

export const isAlgorithm = (name: unknown): name is Algorithm =>
  typeof name === 'string' && Object.hasOwn(algorithms, name);
