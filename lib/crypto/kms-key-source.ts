import type { KMSClient } from '@aws-sdk/client-kms';
import type { KeySource } from './key-source.ts';
import { shortKmsKeyId } from './kms-key.ts';

/** Secrets derived by a KMS HMAC key. The client is asked for, and its code loaded, when the first one is. */
export function kmsKeySource(client: () => KMSClient | Promise<KMSClient>, key: string): KeySource {
  return {
    get keyId() {
      return shortKmsKeyId(key);
    },
    async derive(label) {
      const { generateMac } = await import('./kms-mac.ts');
      return generateMac(await client(), key, label);
    },
  };
}
