import { createHash } from 'node:crypto';
import {
  createRemoteJWKSet,
  decodeJwt,
  errors,
  type JWTPayload,
  type JWTVerifyGetKey,
  jwtVerify,
} from 'jose';
import type { Caller, Role } from '../domain/subject/caller.ts';
import { isSubjectKey } from '../domain/subject/subject-key.ts';
import { instantOf } from '../domain/time/instant.ts';
import type { TokenIssuer } from './environment.ts';

const ROLES: readonly Role[] = [
  'applicant',
  'registrar',
  'head',
  'publisher',
  'regulator',
  'subject',
  'auditor',
];
const LONGEST_TOKEN = 8_192;

/** Why a token is not accepted; told to operators in the log, not to the caller. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

const textClaim = (payload: JWTPayload, name: string): string | undefined => {
  const value = payload[name];
  return typeof value === 'string' && value.length <= 256 ? value : undefined;
};

const opaqueId = (issuer: string, subject: string): string =>
  createHash('sha256').update(`${issuer}\n${subject}`).digest('base64url').slice(0, 24);

function callerFrom(payload: JWTPayload, issuer: TokenIssuer): Caller {
  const { sub, exp } = payload;
  if (sub === undefined || exp === undefined) throw new TokenRefused('sub or exp is missing');
  const authority = textClaim(payload, 'authority');
  if (authority !== undefined && issuer.authorities !== '*' && !issuer.authorities.includes(authority))
    throw new TokenRefused('the issuer may not speak for this authority');
  const window = textClaim(payload, 'window');
  const subjectKey = textClaim(payload, 'subject_key');
  const roles: readonly unknown[] = Array.isArray(payload.roles) ? payload.roles : [];
  return {
    id: opaqueId(issuer.issuer, sub),
    scopes: (textClaim(payload, 'scope') ?? '').split(' ').filter(Boolean),
    roles: ROLES.filter((role) => roles.includes(role)),
    expiresAt: instantOf(new Date(exp * 1000)),
    ...(authority !== undefined && { authority }),
    ...(window !== undefined && { window }),
    ...(subjectKey !== undefined && isSubjectKey(subjectKey) && { subjectKey }),
  };
}

async function discoverKeys(issuer: TokenIssuer): Promise<JWTVerifyGetKey> {
  if (issuer.jwks !== undefined) return createRemoteJWKSet(new URL(issuer.jwks));
  const response = await fetch(`${issuer.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(5_000),
  });
  if (!response.ok) throw new Error(`Discovery of ${issuer.issuer} answered ${response.status}`);
  const { jwks_uri } = (await response.json()) as { jwks_uri?: unknown };
  if (typeof jwks_uri !== 'string') throw new Error(`Discovery of ${issuer.issuer} names no jwks_uri`);
  return createRemoteJWKSet(new URL(jwks_uri));
}

/**
 * Verifies OIDC access tokens against the configured issuers, each bound to the authorities it may speak for.
 *
 * The verifier throws `TokenRefused` for a token that is not accepted; an issuer that cannot be reached is
 * another error and never lets anybody in.
 */
export function accessTokenVerifier(issuers: readonly TokenIssuer[]) {
  const keySets = new Map<string, Promise<JWTVerifyGetKey>>();
  const keysOf = (issuer: TokenIssuer): Promise<JWTVerifyGetKey> => {
    const known = keySets.get(issuer.issuer) ?? discoverKeys(issuer);
    keySets.set(issuer.issuer, known);
    known.catch(() => keySets.delete(issuer.issuer));
    return known;
  };
  return async (token: string): Promise<Caller> => {
    if (token.length > LONGEST_TOKEN) throw new TokenRefused('longer than any token of ours');
    try {
      const claimed = decodeJwt(token).iss;
      const issuer = issuers.find((candidate) => candidate.issuer === claimed);
      if (issuer === undefined) throw new TokenRefused('not an issuer of ours');
      const { payload } = await jwtVerify(token, await keysOf(issuer), {
        issuer: issuer.issuer,
        audience: issuer.audience,
        algorithms: ['RS256', 'PS256', 'ES256'],
        requiredClaims: ['exp', 'sub'],
      });
      return callerFrom(payload, issuer);
    } catch (error) {
      if (error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout))
        throw new TokenRefused(error.code, { cause: error });
      throw error;
    }
  };
}
