import { createHash, createPublicKey } from 'node:crypto';
import { GetPublicKeyCommand, type KMSClient, SignCommand } from '@aws-sdk/client-kms';
import { rawSignature } from './ecdsa-signature.ts';
import { kmsKeyId } from './kms-key.ts';
import { lazyPromise } from './lazy.ts';
import type { Signer } from './signer.ts';
import type { VerificationKey } from './verification-keys.ts';

/** Signs by a KMS key of the spec ECC_NIST_P256. The digest is made here, so a payload of any size goes in one call. */
export function kmsSigner(
  client: () => KMSClient,
  key: string,
  former: readonly VerificationKey[] = [],
): Signer {
  const publicKey = lazyPromise(async (): Promise<VerificationKey> => {
    const { PublicKey } = await client().send(new GetPublicKeyCommand({ KeyId: key }));
    if (PublicKey === undefined) throw new Error('KMS answered GetPublicKey without a key');
    const jwk = createPublicKey({ key: Buffer.from(PublicKey), format: 'der', type: 'spki' }).export({
      format: 'jwk',
    });
    return { ...jwk, kid: kmsKeyId(key), alg: 'ES256', use: 'sig' };
  });

  return {
    get keyId() {
      return kmsKeyId(key);
    },
    algorithm: 'ES256',
    publicKey,
    verificationKeys: async () => [await publicKey(), ...former],
    async sign(payload) {
      const { Signature } = await client().send(
        new SignCommand({
          KeyId: key,
          Message: createHash('sha256').update(payload).digest(),
          MessageType: 'DIGEST',
          SigningAlgorithm: 'ECDSA_SHA_256',
        }),
      );
      if (Signature === undefined) throw new Error('KMS answered Sign without a signature');
      return rawSignature(Signature);
    },
  };
}
