import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import type { TokenIssuer } from './environment.ts';

const LONGEST_WAIT_MS = 5_000;

/** Where an issuer says its keys are (OIDC Discovery 1.0 §4); its document must speak for this very issuer (§4.3). */
async function discoverAddress({ issuer }: TokenIssuer): Promise<URL> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    redirect: 'error',
    signal: AbortSignal.timeout(LONGEST_WAIT_MS),
  });
  if (!response.ok) throw new Error(`Discovery of ${issuer} answered ${response.status}`);
  const document: unknown = await response.json();
  const told = (typeof document === 'object' ? document : null) as Record<string, unknown> | null;
  if (told?.issuer !== issuer) throw new Error(`Discovery of ${issuer} speaks for another issuer`);
  if (typeof told.jwks_uri !== 'string') throw new Error(`Discovery of ${issuer} names no jwks_uri`);
  const address = new URL(told.jwks_uri);
  if (new URL(issuer).protocol === 'https:' && address.protocol !== 'https:')
    throw new Error(`Discovery of ${issuer} names a jwks_uri that is not https`);
  return address;
}

/**
 * The keys of configured issuers, found once and renewed as they age. What fails is not kept: the next token asks
 * again. Bounded by the number of issuers, as nobody else's keys are ever asked for.
 */
export function issuerKeys(): (issuer: TokenIssuer) => Promise<JWTVerifyGetKey> {
  const found = new Map<string, Promise<JWTVerifyGetKey>>();
  return (issuer) => {
    const known = found.get(issuer.issuer);
    if (known !== undefined) return known;
    const finding = (async () =>
      createRemoteJWKSet(issuer.jwks === undefined ? await discoverAddress(issuer) : new URL(issuer.jwks)))();
    found.set(issuer.issuer, finding);
    finding.catch(() => found.delete(issuer.issuer));
    return finding;
  };
}
