import { createPrivateKey, sign } from 'node:crypto';
import { lazy } from './lazy.ts';
import type { LocalKeyPair } from './local-keys.ts';
import type { Signer } from './signer.ts';
import type { VerificationKey } from './verification-keys.ts';

/** Signs by a key pair of the local key file. */
export function localSigner(pair: () => LocalKeyPair, former: readonly VerificationKey[] = []): Signer {
  const publicKey = async (): Promise<VerificationKey> => {
    const { kty, crv, x, y, kid } = pair();
    return { kty, crv, x, y, kid, alg: 'ES256', use: 'sig' };
  };
  const privateKey = lazy(() => createPrivateKey({ key: { ...pair() }, format: 'jwk' }));
  return {
    get keyId() {
      return pair().kid;
    },
    algorithm: 'ES256',
    publicKey,
    verificationKeys: async () => [await publicKey(), ...former],
    async sign(payload) {
      return sign('sha256', payload, { key: privateKey(), dsaEncoding: 'ieee-p1363' });
    },
  };
}
