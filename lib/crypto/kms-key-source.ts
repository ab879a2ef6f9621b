import { GenerateMacCommand, type KMSClient } from '@aws-sdk/client-kms';
import type { KeySource } from './key-source.ts';
import { shortKmsKeyId } from './kms-key.ts';

/** Secrets derived by a KMS HMAC key: one GenerateMac over the label. */
export function kmsKeySource(client: () => KMSClient, key: string): KeySource {
  return {
    get keyId() {
      return shortKmsKeyId(key);
    },
    async derive(label) {
      const { Mac } = await client().send(
        new GenerateMacCommand({
          KeyId: key,
          MacAlgorithm: 'HMAC_SHA_256',
          Message: new TextEncoder().encode(label),
        }),
      );
      if (Mac?.length !== 32) throw new Error('KMS answered GenerateMac without a 32-byte MAC');
      return Mac;
    },
  };
}
