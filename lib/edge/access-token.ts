import { decodeJwt, errors, jwtVerify } from 'jose';
import type { Caller } from '../domain/subject/caller.ts';
import type { TokenIssuer } from './environment.ts';
import { issuerKeys } from './issuer-keys.ts';
import { type AuthorityOfWindow, callerFrom, TokenRefused } from './token-claims.ts';

const LONGEST_TOKEN = 8_192;

/**
 * RFC 9068 §2.1. An ID token or a real-name proof of the same issuer, meant for the same audience, is signed by a
 * key that is right; the type is what tells it from an access token.
 */
const TYPE = 'at+jwt';

/** Seconds by which an issuer's clock may be ahead. Expiry is looked at again, exactly, by each route. */
const CLOCK_TOLERANCE = 5;

/** Faults of the issuer's keys, not of the token: nobody is let in, and nobody is told to get another token. */
const isKeyFault = (error: errors.JOSEError): boolean =>
  error instanceof errors.JWKSTimeout ||
  error instanceof errors.JWKSInvalid ||
  error instanceof errors.JWKInvalid ||
  error.code === 'ERR_JOSE_GENERIC';

/**
 * Verifies OIDC access tokens against the configured issuers, each bound to the authorities it may speak for. With
 * `authorityOfWindow`, a window counts as its authority does.
 *
 * The verifier throws `TokenRefused` for a token that is not accepted; an issuer that cannot be reached is
 * another error and never lets anybody in.
 */
export function accessTokenVerifier(issuers: readonly TokenIssuer[], authorityOfWindow?: AuthorityOfWindow) {
  const keysOf = issuerKeys();
  const issuerOf = (token: string): TokenIssuer => {
    const claimed = decodeJwt(token).iss;
    const issuer = issuers.find((candidate) => candidate.issuer === claimed);
    if (issuer === undefined) throw new TokenRefused('not an issuer of ours');
    return issuer;
  };
  return async (token: string): Promise<Caller> => {
    if (token.length > LONGEST_TOKEN) throw new TokenRefused('longer than any token of ours');
    try {
      const issuer = issuerOf(token);
      const { payload } = await jwtVerify(token, await keysOf(issuer), {
        issuer: issuer.issuer,
        audience: issuer.audience,
        typ: TYPE,
        algorithms: ['RS256', 'PS256', 'ES256'],
        clockTolerance: CLOCK_TOLERANCE,
        requiredClaims: ['exp', 'sub'],
      });
      return callerFrom(payload, issuer, authorityOfWindow);
    } catch (error) {
      // No cause: that of the token library holds the claims.
      if (error instanceof errors.JOSEError && !isKeyFault(error)) throw new TokenRefused(error.code);
      throw error;
    }
  };
}
