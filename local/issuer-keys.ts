import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { JWK } from 'jose';

/** Tokens and proofs are signed by different keys: neither can be made to pass for the other. */
export interface IssuerKeys {
  readonly accessTokens: JWK;
  readonly realNames: JWK;
}

function newKey(): JWK {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { ...privateKey.export({ format: 'jwk' }), kid: randomUUID(), use: 'sig', alg: 'ES256' } as JWK;
}

/** The keys of the local issuer, kept in a file so that tokens outlive a restart. Only one process may ask at a time. */
export function loadOrCreateIssuerKeys(path: string): IssuerKeys {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as IssuerKeys;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const keys = { accessTokens: newKey(), realNames: newKey() };
  writeFileSync(`${path}.new`, `${JSON.stringify(keys, undefined, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
  return keys;
}

/** What may be shown of a key. */
export const publicPart = ({ d: _, ...shown }: JWK): JWK => shown;
