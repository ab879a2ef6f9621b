import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importJWK, type JWTPayload, SignJWT } from 'jose';
import { AUDIENCE } from '../../local/issuer.ts';
import type { IssuerKeys } from '../../local/issuer-keys.ts';
import type { InventedPerson } from '../../local/personas.ts';
import { REAL_NAME_AUDIENCE } from '../../local/real-name-provider.ts';
import { fetchAccessToken, fetchRealNameProof } from '../../local/tokens.ts';
import { newDataDir, type RunningService, startRunning } from '../local/running-service.ts';
import { createClient } from './client.ts';

export { endAll } from '../local/running-service.ts';

/** What a token of our own making says otherwise than one of the issuer. */
export interface Forging {
  readonly claims?: Readonly<Record<string, unknown>>;
  /** `undefined` for none. */
  readonly typ?: string | undefined;
  /** Signed by a key that nobody knows. */
  readonly foreignKey?: boolean;
}

const newForeignKey = () => generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

/** Signs with the keys of the service's own issuer, which stand in its data directory. */
function forger(dataDir: string, issuerUrl: string, ahead: number) {
  const keys = (): IssuerKeys => JSON.parse(readFileSync(join(dataDir, 'issuer-keys.json'), 'utf8'));
  const sign = async (key: keyof IssuerKeys, usual: JWTPayload, { claims, typ, foreignKey }: Forging) => {
    const jwk = keys()[key];
    return new SignJWT({ ...usual, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: jwk.kid ?? '', ...(typ !== undefined && { typ }) })
      .sign(foreignKey === true ? newForeignKey() : await importJWK(jwk, 'ES256'));
  };
  const now = (): number => Math.floor((Date.now() + ahead) / 1000);
  return {
    /** An access token of an applicant, unless told otherwise. */
    accessToken: (forging: Forging = {}): Promise<string> =>
      sign(
        'accessTokens',
        {
          iss: issuerUrl,
          aud: AUDIENCE,
          sub: 'applicant',
          scope: 'filings:check filings:write filings:read own-file:read',
          roles: ['applicant'],
          iat: now(),
          exp: now() + 600,
        },
        { typ: 'at+jwt', ...forging },
      ),
    realNameProof: ({ name, document }: InventedPerson, forging: Forging = {}): Promise<string> =>
      sign(
        'realNames',
        {
          iss: `${issuerUrl}/real-name`,
          aud: REAL_NAME_AUDIENCE,
          name,
          document_kind: document.kind,
          document_number: document.number,
          jti: crypto.randomUUID(),
          iat: now(),
          exp: now() + 600,
        },
        { typ: 'real-name+jwt', ...forging },
      ),
  };
}

/** The whole service in a process of its own, as `npm start` runs it, with a client of its contract. */
export async function startLocalService(
  options: {
    readonly dataDir?: string;
    readonly demoData?: 'on' | 'off';
    readonly schedules?: 'on' | 'off';
    /** A service that takes over from another has to have its address, which its tokens name as their issuer. */
    readonly port?: number;
    /** By how many milliseconds its clock is ahead: the same data on a later day. */
    readonly ahead?: number;
    /** The tree it is of, where that is not this one. */
    readonly root?: string;
  } = {},
) {
  const { dataDir = newDataDir(), demoData = 'on', schedules = 'on', port, ahead = 0, root } = options;
  const running: RunningService = await startRunning({
    dataDir,
    more: { DEMO_DATA: demoData, SCHEDULES: schedules },
    ...(port !== undefined && { port }),
    ...(root !== undefined && { root }),
    ahead,
  });
  const issuerUrl = `${running.url}/oidc`;
  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (persona: string): Promise<string> => {
    const token = tokens.get(persona) ?? fetchAccessToken(issuerUrl, persona);
    tokens.set(persona, token);
    return token;
  };
  return {
    ...running,
    ...createClient({ url: running.url, tokenOf }),
    issuerUrl,
    tokenOf,
    proofOf: (person: InventedPerson): Promise<string> => fetchRealNameProof(issuerUrl, person),
    forge: forger(dataDir, issuerUrl, ahead),
  };
}

export type LocalService = Awaited<ReturnType<typeof startLocalService>>;
