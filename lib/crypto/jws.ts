import { compactVerify, decodeProtectedHeader, errors, importJWK, type JWK } from 'jose';
import { canonicalJson } from './canonical-hash.ts';
import { signOrTell } from './sign-or-tell.ts';
import type { Signer } from './signer.ts';
import { keyNamed } from './verification-keys.ts';

export type JwsFault = 'malformed' | 'wrong-type' | 'unknown-key' | 'bad-signature';

export type VerifiedJws =
  | { readonly valid: true; readonly payload: unknown; readonly keyId: string }
  | { readonly valid: false; readonly reason: JwsFault };

const base64url = (text: string): string => Buffer.from(text, 'utf8').toString('base64url');

const signed = (
  signer: Signer,
  typ: string,
  content: string,
  more: Readonly<Record<string, string>>,
): Promise<string> =>
  signOrTell(async () => {
    const header = canonicalJson({ ...more, alg: signer.algorithm, kid: signer.keyId, typ });
    const text = `${base64url(header)}.${content}`;
    const signature = await signer.sign(new TextEncoder().encode(text));
    return `${text}.${Buffer.from(signature).toString('base64url')}`;
  });

/**
 * A compact JWS over the canonical JSON of the payload; `typ` keeps a receipt from being shown as a licence.
 *
 * @param more what the header says beside algorithm, key and type.
 * @throws DomainError `signing-unavailable` whatever keeps the key from signing: whoever signs has written nothing yet.
 */
export const signCompact = async (
  signer: Signer,
  typ: string,
  payload: unknown,
  more: Readonly<Record<string, string>> = {},
): Promise<string> => signed(signer, typ, base64url(canonicalJson(payload)), more);

interface Header {
  readonly typ?: unknown;
  readonly kid?: unknown;
  readonly alg?: unknown;
}

function headerOf(token: string): Header | undefined {
  try {
    return decodeProtectedHeader(token);
  } catch {
    return undefined;
  }
}

/**
 * Verifies a compact JWS by the key of `keys` (current and former ones) that its header names, and by that key's own
 * algorithm. Never throws on a bad token.
 */
export async function verifyCompact(token: string, typ: string, keys: readonly JWK[]): Promise<VerifiedJws> {
  const header = headerOf(token);
  if (header === undefined) return { valid: false, reason: 'malformed' };
  if (header.typ !== typ) return { valid: false, reason: 'wrong-type' };
  const named = keyNamed(keys, header);
  if (named === undefined) return { valid: false, reason: 'unknown-key' };
  const { key, algorithm } = named;
  if (algorithm === undefined) return { valid: false, reason: 'bad-signature' };
  try {
    const { payload } = await compactVerify(token, await importJWK(key, algorithm), {
      algorithms: [algorithm],
    });
    return { valid: true, payload: JSON.parse(new TextDecoder().decode(payload)), keyId: key.kid };
  } catch (error) {
    if (error instanceof errors.JWSInvalid || error instanceof SyntaxError)
      return { valid: false, reason: 'malformed' };
    if (error instanceof errors.JOSEError) return { valid: false, reason: 'bad-signature' };
    throw error;
  }
}
