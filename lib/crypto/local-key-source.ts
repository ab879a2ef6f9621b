import { createHmac } from 'node:crypto';
import type { KeySource } from './key-source.ts';
import type { LocalSecret } from './local-keys.ts';

/** Derives as KMS does, from a secret of the local key file. */
export const localKeySource = (secret: () => LocalSecret): KeySource => ({
  get keyId() {
    return secret().keyId;
  },
  async derive(label) {
    return createHmac('sha256', Buffer.from(secret().secret, 'base64')).update(label).digest();
  },
});
