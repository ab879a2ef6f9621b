import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import canonicalize from 'canonicalize';

/** A hash that can be checked by whoever is given the value, and tells nothing to whoever is not. */
export interface CanonicalHash {
  /** Named beside every hash, so that another algorithm (SM3) can follow. */
  readonly algorithm: 'SHA-256';
  /** 32 bytes, base64url. */
  readonly salt: string;
  /** Over the salt's bytes and the canonical JSON (RFC 8785) in UTF-8; base64url. */
  readonly hash: string;
}

const SALT = /^[A-Za-z0-9_-]{43}$/;

export const newSalt = (): string => randomBytes(32).toString('base64url');

/**
 * JSON in the one form of RFC 8785. Members that are `undefined` are left out.
 *
 * @throws when the value is nothing JSON can hold: `undefined`, NaN, a lone surrogate, a cycle.
 */
export function canonicalJson(value: unknown): string {
  const json = canonicalize(value);
  if (json === undefined) throw new TypeError('Nothing that JSON can hold');
  return json;
}

/** @throws RangeError when the salt has not the fixed length that keeps it apart from the value. */
export function canonicalHash(value: unknown, salt: string): CanonicalHash {
  if (!SALT.test(salt)) throw new RangeError('A salt is 32 bytes in base64url');
  const hash = createHash('sha256')
    .update(Buffer.from(salt, 'base64url'))
    .update(canonicalJson(value), 'utf8');
  return { algorithm: 'SHA-256', salt, hash: hash.digest('base64url') };
}

export function matchesHash(value: unknown, stored: CanonicalHash): boolean {
  const computed = Buffer.from(canonicalHash(value, stored.salt).hash);
  const claimed = Buffer.from(stored.hash);
  return computed.length === claimed.length && timingSafeEqual(computed, claimed);
}
