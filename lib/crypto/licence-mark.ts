import { createHash } from 'node:crypto';
import { algorithms } from './algorithms.ts';
import type { JwsFault } from './jws.ts';
import { signOrTell } from './sign-or-tell.ts';
import type { Signer } from './signer.ts';
import { isOfRetiredKey, keyNamed, type VerificationKey } from './verification-keys.ts';

/** What the printed code of a licence (二维码) vouches for by itself, without a network. */
export interface LicenceMark {
  readonly code: string;
  readonly number: number;
  readonly issuedOn: string;
  /** The deciding authority. */
  readonly authority: string;
  /** Of the enterprise's name, by `nameDigest`. */
  readonly nameDigest: string;
}

export type VerifiedMark =
  | { readonly valid: true; readonly mark: LicenceMark }
  | { readonly valid: false; readonly reason: JwsFault };

const VERSION = '1';
const NAME_BYTES = 16;

/** Half of a SHA-256, which is enough against another name and short in print. The empty text where there is no name. */
export const nameDigest = (name = ''): string =>
  createHash('sha256').update(name.normalize('NFC')).digest().subarray(0, NAME_BYTES).toString('base64url');

const MARK =
  /^https?:\/\/[^\s#]+\/enterprises\/(?<code>[0-9A-Z]{18})\/licence#1\.(?<alg>[A-Z0-9]+)\.(?<kid>[A-Za-z0-9-]{1,64})\.(?<number>[1-9]\d{0,8})\.(?<issuedOn>\d{4}-\d{2}-\d{2})\.(?<authority>[a-z0-9-]{1,64})\.(?<name>[\w-]{22})\.(?<signature>[\w-]{40,200})$/;

/** Whether a text is a licence's printed code rather than a token. */
export const isMark = (text: string): boolean => /^https?:\/\//.test(text);

/**
 * The text of the printed code: the address of the licence, and behind `#`, which never reaches a server, what is vouched
 * for and the signature over all that stands before its last full stop. Some 250 bytes.
 *
 * @throws DomainError `signing-unavailable`.
 */
export const signMark = (
  signer: Signer,
  url: string,
  { number, issuedOn, authority, nameDigest: name }: Omit<LicenceMark, 'code'>,
): Promise<string> =>
  signOrTell(async () => {
    const claims = [VERSION, signer.algorithm, signer.keyId, number, issuedOn, authority, name].join('.');
    const signed = `${url}#${claims}`;
    const signature = await signer.sign(new TextEncoder().encode(signed));
    return `${signed}.${Buffer.from(signature).toString('base64url')}`;
  });

/** Verifies a printed code by the published keys. Never throws on a bad text. */
export function verifyMark(text: string, keys: readonly VerificationKey[]): VerifiedMark {
  const found = MARK.exec(text)?.groups;
  if (found === undefined) return { valid: false, reason: 'malformed' };
  const { code = '', alg, kid = '', issuedOn = '', authority = '', name = '', signature = '' } = found;
  const named = keyNamed(keys, { kid, alg });
  if (named === undefined) return { valid: false, reason: 'unknown-key' };
  const signed = new TextEncoder().encode(text.slice(0, text.lastIndexOf('.')));
  const holds =
    named.algorithm !== undefined &&
    algorithms[named.algorithm](named.key, signed, Buffer.from(signature, 'base64url')) &&
    !isOfRetiredKey(keys, kid, issuedOn);
  if (!holds) return { valid: false, reason: 'bad-signature' };
  return {
    valid: true,
    mark: { code, number: Number(found.number), issuedOn, authority, nameDigest: name },
  };
}
