import { decodeJwt, errors, type JWTPayload, type JWTVerifyOptions, jwtVerify } from 'jose';
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

/** What a token has to be besides rightly signed and unexpired. */
const kindOf = ({ audience, cognito }: TokenIssuer): JWTVerifyOptions =>
  cognito === undefined ? { audience, typ: TYPE } : {};

/**
 * The claims of a user pool's access token as those of any other issuer. What it is and whom it was made for stand in
 * `token_use` and `client_id`, and its scopes carry the name of the resource server; others are not for us.
 *
 * @throws TokenRefused
 */
function claimsOf(payload: JWTPayload, { cognito }: TokenIssuer): JWTPayload {
  if (cognito === undefined) return payload;
  const { token_use: use, client_id: client, scope } = payload;
  if (use !== 'access') throw new TokenRefused('not an access token');
  if (typeof client !== 'string' || !cognito.clients.includes(client))
    throw new TokenRefused('not a client of ours');
  const prefix = `${cognito.resource}/`;
  const scopes = (typeof scope === 'string' ? scope : '').split(' ');
  const ours = scopes.filter((one) => one.startsWith(prefix)).map((one) => one.slice(prefix.length));
  return { ...payload, scope: ours.join(' ') };
}

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
        ...kindOf(issuer),
        algorithms: ['RS256', 'PS256', 'ES256'],
        clockTolerance: CLOCK_TOLERANCE,
        requiredClaims: ['exp', 'sub'],
      });
      return callerFrom(claimsOf(payload, issuer), issuer, authorityOfWindow);
    } catch (error) {
      // No cause: that of the token library holds the claims.
      if (error instanceof errors.JOSEError && !isKeyFault(error)) throw new TokenRefused(error.code);
      throw error;
    }
  };
}
