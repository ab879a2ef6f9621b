import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalKeyPair, LocalKeys } from '../lib/crypto/local-keys.ts';
import type { FormerKey } from '../lib/domain/former-key.ts';

/** The keys that can be rotated without anything that stands being touched. */
export const rotatable = ['receipt', 'licence', 'log'] as const satisfies readonly FormerKey['signs'][];

const fileIn = (dataDir: string): string => join(dataDir, 'former-keys.json');

/** What a local run signed with before: public parts alone, as `formerKeys` of a deployment's settings has them. */
export const formerKeysIn = (dataDir: string): readonly FormerKey[] =>
  existsSync(fileIn(dataDir))
    ? (JSON.parse(readFileSync(fileIn(dataDir), 'utf8')) as readonly FormerKey[])
    : [];

function replaceFile(path: string, content: unknown): void {
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, path);
}

function newKeyPair(): LocalKeyPair {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const kid = `local-${randomBytes(4).toString('hex')}`;
  return { kid, ...privateKey.export({ format: 'jwk' }) } as LocalKeyPair;
}

/**
 * Gives a local run another key to sign one kind of thing with; the old one's public part is kept first, so that what it
 * signed is checked whatever happens in between. A service that runs goes on with the old key until it is started anew.
 */
export function rotateKey(dataDir: string, signs: FormerKey['signs'], at: Date): FormerKey {
  const path = join(dataDir, 'keys.json');
  const keys = JSON.parse(readFileSync(path, 'utf8')) as LocalKeys;
  const { d: _secret, ...kept } = keys[signs];
  const former: FormerKey = { signs, ...kept, alg: 'ES256', retiredAt: at.toISOString() };
  replaceFile(fileIn(dataDir), [...formerKeysIn(dataDir), former]);
  replaceFile(path, { ...keys, [signs]: newKeyPair() });
  return former;
}
