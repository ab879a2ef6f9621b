import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CryptoKey, importJWK, SignJWT } from 'jose';
import { AUDIENCE } from '../issuer.ts';
import type { IssuerKeys } from '../issuer-keys.ts';
import { personas } from '../personas.ts';
import { fetchAccessToken } from '../tokens.ts';
import type { LoadWindow } from './places.ts';

/** Tokens of whoever takes part in a load; `undefined` where nobody can speak for the authority. */
export interface LoadTokens {
  readonly applicant: (number: number) => Promise<string>;
  readonly officer: (authority: string, name: string, window?: LoadWindow) => Promise<string | undefined>;
  readonly head: (authority: string) => Promise<string | undefined>;
  /** The authorities there are officers of; `undefined` for all. */
  readonly authorities?: readonly string[];
}

const SECONDS = 3_600;
/** Renewed well before they end. */
const KEPT_MS = 40 * 60_000;
const MOST_KEPT = 2_000;

function kept(make: (key: string) => Promise<string>): (key: string) => Promise<string> {
  const tokens = new Map<string, { readonly at: number; readonly token: Promise<string> }>();
  return (key) => {
    const known = tokens.get(key);
    if (known !== undefined && Date.now() - known.at < KEPT_MS) return known.token;
    const token = make(key);
    if (tokens.size >= MOST_KEPT) tokens.clear();
    tokens.set(key, { at: Date.now(), token });
    return token;
  };
}

const OFFICER = 'filings:check filings:write filings:read decisions:read decisions:write';

/** Signed by the keys of the local issuer, for officers of every authority: the personas are of two counties alone. */
export async function tokensOfDataDir(dataDir: string, issuer: string): Promise<LoadTokens> {
  const { accessTokens } = JSON.parse(readFileSync(join(dataDir, 'issuer-keys.json'), 'utf8')) as IssuerKeys;
  const key = (await importJWK(accessTokens, 'ES256')) as CryptoKey;
  const sign = kept((claims) =>
    new SignJWT(JSON.parse(claims))
      .setProtectedHeader({ alg: 'ES256', kid: accessTokens.kid ?? '', typ: 'at+jwt' })
      .setIssuer(issuer)
      .setAudience(AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(`${SECONDS} s`)
      .sign(key),
  );
  const tokenOf = (claims: object): Promise<string> => sign(JSON.stringify(claims));
  return {
    applicant: (number) =>
      tokenOf({
        sub: `load-applicant-${number}`,
        roles: ['applicant'],
        scope: 'filings:check filings:write filings:read',
      }),
    officer: (authority, name, window) =>
      tokenOf({
        sub: `load-officer-${name}-${authority}`,
        roles: ['registrar'],
        scope: OFFICER,
        authority,
        ...(window && { window: window.id }),
      }),
    head: (authority) =>
      tokenOf({ sub: `load-head-${authority}`, roles: ['head'], scope: OFFICER, authority }),
  };
}

/** The personas of a service whose keys are not at hand. */
export function tokensOfPersonas(issuer: string): LoadTokens {
  const tokenOf = kept((persona) => fetchAccessToken(issuer, persona));
  const officers = (authority: string, role: string) =>
    personas.filter((one) => one.role === role && one.authority === authority);
  const maybe = async (id: string | undefined) => (id === undefined ? undefined : tokenOf(id));
  return {
    applicant: () => tokenOf('applicant'),
    officer: (authority, name) => {
      const [one, another = one] = officers(authority, 'registrar');
      return maybe(name === 'another' ? another?.id : one?.id);
    },
    head: (authority) => maybe(officers(authority, 'head')[0]?.id),
    authorities: personas.filter(({ role }) => role === 'registrar').map(({ authority }) => authority ?? ''),
  };
}
