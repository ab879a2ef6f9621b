import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, errors, jwtVerify } from 'jose';
import * as z from 'zod/mini';
import { DomainError } from '../domain/errors.ts';
import { documentKinds, type IdentityDocument } from '../domain/subject/identity-document.ts';
import { normaliseIdentifier } from '../domain/subject/normalise-identifier.ts';
import type { Instant } from '../domain/time/instant.ts';

/** Somebody trusted to tell who a person is. */
export interface IdentityProvider {
  readonly issuer: string;
  /** What its proofs for this service carry as `aud`. */
  readonly audience: string;
  /** @default `<issuer>/jwks` */
  readonly jwks?: string | undefined;
}

export interface ProvenPerson {
  readonly name: string;
  /** With its number normalised. */
  readonly document: IdentityDocument;
}

export type ProofFault =
  | 'expired'
  | 'foreign-issuer'
  | 'bad-signature'
  | 'wrong-audience'
  | 'malformed'
  | 'wrong-type';

/**
 * Verifies a real-name proof as of `at`.
 *
 * @throws DomainError `identity-proof-invalid` with `values.reason` (a `ProofFault`) when the token is at fault. The
 * applicant gets a new proof. Any other error means that the provider's keys could not be had: try again.
 */
export type VerifyRealNameProof = (token: string, at: Instant) => Promise<ProvenPerson>;

const TYPE = 'real-name+jwt';

const proofClaims = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(100)),
  document_kind: z.enum(documentKinds),
  document_number: z.string().check(z.minLength(1), z.maxLength(64)),
});

/** Carries no cause: those of the token library hold the claims, and a logged cause would tell the person. */
const refusal = (reason: ProofFault): DomainError =>
  new DomainError('identity-proof-invalid', { values: { reason } });

interface Unverified {
  readonly typ: unknown;
  readonly issuer: unknown;
}

/** Read to choose the provider and its keys; nothing of it is believed before the signature is. */
function unverified(token: string): Unverified {
  try {
    return { typ: decodeProtectedHeader(token).typ, issuer: decodeJwt(token).iss };
  } catch {
    throw refusal('malformed');
  }
}

/** `undefined` when the token is not at fault. */
function faultOf(error: unknown): ProofFault | undefined {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) {
    if (error.claim === 'aud') return 'wrong-audience';
    return error.claim === 'nbf' && error.reason === 'check_failed' ? 'expired' : 'malformed';
  }
  const unsigned = [
    errors.JWSSignatureVerificationFailed,
    errors.JOSEAlgNotAllowed,
    errors.JWKSNoMatchingKey,
  ];
  if (unsigned.some((kind) => error instanceof kind)) return 'bad-signature';
  if (error instanceof errors.JWKSMultipleMatchingKeys) return 'bad-signature';
  if (error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid) return 'malformed';
  return error instanceof errors.JOSENotSupported ? 'malformed' : undefined;
}

/** Each provider's keys are fetched at its first proof and kept for as long as the process lives, renewed as they age. */
export function createRealNameProofs(providers: readonly IdentityProvider[]): VerifyRealNameProof {
  const trusted = new Map(
    providers.map((provider) => {
      const address = provider.jwks ?? `${provider.issuer.replace(/\/$/, '')}/jwks`;
      return [provider.issuer, { provider, keys: createRemoteJWKSet(new URL(address)) }];
    }),
  );

  return async (token, at) => {
    const { typ, issuer } = unverified(token);
    if (typ !== TYPE) throw refusal('wrong-type');
    const known = typeof issuer === 'string' ? trusted.get(issuer) : undefined;
    if (known === undefined) throw refusal('foreign-issuer');
    const { payload } = await jwtVerify(token, known.keys, {
      issuer: known.provider.issuer,
      audience: known.provider.audience,
      typ: TYPE,
      algorithms: ['ES256', 'RS256', 'PS256'],
      currentDate: new Date(at),
      requiredClaims: ['exp', 'iat', 'jti'],
    }).catch((error: unknown) => {
      const fault = faultOf(error);
      if (fault !== undefined) throw refusal(fault);
      throw new Error('The keys of an identity provider cannot be had', { cause: error });
    });
    const claims = proofClaims.safeParse(payload);
    if (!claims.success) throw refusal('malformed');
    const { name, document_kind, document_number } = claims.data;
    return { name, document: { kind: document_kind, number: normaliseIdentifier(document_number) } };
  };
}
