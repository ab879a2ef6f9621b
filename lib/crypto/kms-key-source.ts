import type { KMSClient } from '@aws-sdk/client-kms';
import type { KeySource } from './key-source.ts';
import { shortKmsKeyId } from './kms-key.ts';
import { lazyPromise } from './lazy.ts';

/** One client for the sources that are given it; not even its code is loaded before the first of them derives. */
export const lazyKmsClient = (): (() => Promise<KMSClient>) =>
  lazyPromise(async () => (await import('./kms-mac.ts')).newKmsClient());

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
