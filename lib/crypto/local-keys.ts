import { generateKeyPairSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import * as z from 'zod/mini';

const keyId = z.string().check(z.regex(/^[a-z0-9-]{1,32}$/));
const coordinate = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

const keyPair = z.strictObject({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  kid: keyId,
  x: coordinate,
  y: coordinate,
  d: coordinate,
});
const localSecret = z.strictObject({
  keyId,
  /** 32 bytes. */
  secret: z.string().check(z.regex(/^[A-Za-z0-9+/]{43}=$/)),
});
const localKeys = z.strictObject({
  version: z.literal(1),
  receipt: keyPair,
  licence: keyPair,
  log: keyPair,
  subjectHash: localSecret,
  /** While one hashing key takes the place of another. */
  otherSubjectHash: z.exactOptional(localSecret),
  seal: localSecret,
});

const beforeLogKey = z.omit(localKeys, { log: true });

/** A P-256 key pair as a private JWK. */
export type LocalKeyPair = Readonly<z.infer<typeof keyPair>>;
export type LocalSecret = Readonly<z.infer<typeof localSecret>>;
export type LocalKeys = Readonly<z.infer<typeof localKeys>>;

/** Random, so that texts of two machines are never taken for each other's. */
const newKeyId = (): string => `local-${randomBytes(4).toString('hex')}`;

function newKeyPair(): LocalKeyPair {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return keyPair.parse({ kid: newKeyId(), ...privateKey.export({ format: 'jwk' }) });
}

const newSecret = (): LocalSecret => ({ keyId: newKeyId(), secret: randomBytes(32).toString('base64') });

const newKeys = (): LocalKeys => ({
  version: 1,
  receipt: newKeyPair(),
  licence: newKeyPair(),
  log: newKeyPair(),
  subjectHash: newSecret(),
  seal: newSecret(),
});

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

function readLocalKeys(path: string): LocalKeys | undefined {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
  const kept: unknown = JSON.parse(text);
  const older = beforeLogKey.safeParse(kept);
  if (!older.success) return localKeys.parse(kept);
  const keys = { ...older.data, log: newKeyPair() };
  replaceLocalKeys(path, keys);
  return keys;
}

/** A file made before the log had a key of its own gets one; what stands in it stays. */
function replaceLocalKeys(path: string, keys: LocalKeys): void {
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  writeFileSync(draft, `${JSON.stringify(keys, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, path);
}

/** Written beside the place and then linked to it: whole or not there, and never over a file that is. */
function writeLocalKeys(path: string, keys: LocalKeys): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(8).toString('hex')}`;
  const file = openSync(draft, 'wx', 0o600);
  try {
    writeFileSync(file, `${JSON.stringify(keys, undefined, 2)}\n`);
    fsyncSync(file);
    linkSync(draft, path);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    closeSync(file);
    rmSync(draft, { force: true });
  }
}

/**
 * The keys of the local run, from a file that only its owner may read; made when missing. Of several processes
 * that make it at one moment all get the same keys.
 *
 * @throws when the file holds anything else; it is never replaced.
 */
export function loadOrCreateLocalKeys(path: string): LocalKeys {
  const found = readLocalKeys(path);
  if (found !== undefined) return found;
  writeLocalKeys(path, newKeys());
  const made = readLocalKeys(path);
  if (made === undefined) throw new Error(`The key file was removed while it was made: ${path}`);
  return made;
}

/**
 * One step of a change of the hashing key: a next one is at hand, it writes, the former one is given up.
 *
 * @throws Error where the file is at another step.
 */
export function changeHashingKey(path: string, step: 'begin' | 'turn' | 'end'): LocalKeys {
  const { otherSubjectHash: other, ...keys } = loadOrCreateLocalKeys(path);
  if ((step === 'begin') === (other !== undefined))
    throw new Error(other === undefined ? 'No change of the hashing key has begun' : 'One is under way');
  const next: LocalKeys =
    other === undefined
      ? { ...keys, otherSubjectHash: newSecret() }
      : step === 'turn'
        ? { ...keys, subjectHash: other, otherSubjectHash: keys.subjectHash }
        : keys;
  replaceLocalKeys(path, next);
  return next;
}
