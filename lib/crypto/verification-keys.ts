import type { JWK } from 'jose';
import type { FormerKey } from '../domain/former-key.ts';
import { type Algorithm, isAlgorithm } from './algorithms.ts';

/** A public key by which anyone checks signatures. */
export type VerificationKey = JWK & {
  readonly kid: string;
  readonly alg: Algorithm;
  /** When it was last signed with: what says it is of a later time was not signed by us. */
  readonly retiredAt?: string;
};

/**
 * The former keys of one purpose.
 *
 * @throws RangeError for a key of an algorithm nobody here can check.
 */
export const formerOf = (
  keys: readonly FormerKey[],
  purpose: FormerKey['signs'],
): readonly VerificationKey[] =>
  keys
    .filter(({ signs }) => signs === purpose)
    .map(({ signs: _signs, alg, ...key }) => {
      if (!isAlgorithm(alg)) throw new RangeError(`Former key ${key.kid} is of an unknown algorithm: ${alg}`);
      return { ...key, alg, use: 'sig' };
    });

/** The one of the keys that a signature names, where its algorithm is the one the signature claims. */
export const keyNamed = (
  keys: readonly JWK[],
  { kid, alg }: { readonly kid?: unknown; readonly alg?: unknown },
): { readonly key: JWK & { readonly kid: string }; readonly algorithm?: Algorithm } | undefined => {
  const key = keys.find((one) => one.kid !== undefined && one.kid === kid);
  if (key?.kid === undefined) return undefined;
  return {
    key: { ...key, kid: key.kid },
    ...(isAlgorithm(key.alg) && key.alg === alg && { algorithm: key.alg }),
  };
};

/** Whether something says it is of a time when its key was signed with no more: whoever took the key made it. */
export const isOfRetiredKey = (
  keys: readonly Partial<Pick<VerificationKey, 'kid' | 'retiredAt'>>[],
  keyId: string,
  saidAt: string,
): boolean =>
  keys.some(({ kid, retiredAt }) => kid === keyId && retiredAt !== undefined && saidAt > retiredAt);
