import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { KeySource } from './key-source.ts';
import { lazyPromise } from './lazy.ts';

export interface Sealing {
  seal(plain: unknown, context: string): Promise<string>;
  unseal(sealed: string, context: string): Promise<unknown>;
}

/** A sealed text that was altered, or that was sealed under another context or a key not at hand. */
export class SealBroken extends Error {
  override readonly name = 'SealBroken';
}

const VERSION = 's1';
const LABEL = 'tongbiao/seal/1';
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const keyed = (source: KeySource) => ({ source, key: lazyPromise(() => source.derive(LABEL)) });

/** What was not sealed but must not change either: header and context, which no header can contain. */
const boundTo = (header: string, context: string): Uint8Array => Buffer.from(`${header}\n${context}`, 'utf8');

/** Buffer skips what it cannot decode; only a text that is written exactly so is accepted. */
function exactBytes(base64url: string | undefined): Buffer {
  const bytes = Buffer.from(base64url ?? '', 'base64url');
  if (bytes.toString('base64url') !== base64url) throw new SealBroken('Not a sealed text');
  return bytes;
}

/**
 * Seals JSON values by AES-256-GCM: `s1.<key id>.<nonce>.<ciphertext and tag>`.
 *
 * Rotation: the first source seals, all of them unseal, each the texts that carry its key id. A new key goes to
 * the front and the former ones stay until nothing of theirs is left. Nonces are random, so one key is good for
 * 2^32 texts.
 */
export function sealingWith([first, ...former]: readonly [KeySource, ...KeySource[]]): Sealing {
  const current = keyed(first);
  const keys = [current, ...former.map(keyed)];

  return {
    async seal(plain, context) {
      const json = JSON.stringify(plain);
      if (json === undefined) throw new TypeError('Nothing that JSON can hold');
      const header = `${VERSION}.${current.source.keyId}`;
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, await current.key(), nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(boundTo(header, context));
      const text = Buffer.concat([cipher.update(json, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${header}.${nonce.toString('base64url')}.${text.toString('base64url')}`;
    },

    async unseal(sealed, context) {
      const [version, keyId, nonceText, cipherText, ...rest] = sealed.split('.');
      const nonce = exactBytes(nonceText);
      const text = exactBytes(cipherText);
      const wellFormed = version === VERSION && rest.length === 0 && nonce.length === NONCE_BYTES;
      if (!wellFormed || text.length < TAG_BYTES) throw new SealBroken('Not a sealed text');
      const known = keys.find(({ source }) => source.keyId === keyId);
      if (known === undefined) throw new SealBroken('Sealed by a key that is not at hand');
      const decipher = createDecipheriv(CIPHER, await known.key(), nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(boundTo(`${version}.${keyId}`, context));
      decipher.setAuthTag(text.subarray(-TAG_BYTES));
      const opened = decipher.update(text.subarray(0, -TAG_BYTES));
      try {
        decipher.final();
      } catch (error) {
        throw new SealBroken('Altered, or sealed under another context', { cause: error });
      }
      return JSON.parse(opened.toString('utf8'));
    },
  };
}
