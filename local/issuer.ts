import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import type { PersonalData } from '../lib/crypto/personal-data.ts';
import type { IssuerKeys } from './issuer-keys.ts';
import { findPersona, type Persona, personas, scopesOf } from './personas.ts';

/** What access tokens for this service carry as `aud`. */
export const AUDIENCE = 'tongbiao';

const TOKEN_SECONDS = 3_600;
const RESOURCE = 'urn:tongbiao';
const everyScope = [...new Set(personas.flatMap(scopesOf))];

/** Access tokens are JWTs and nobody signs in by a browser, so there is nothing the provider has to keep. */
class NothingKept {
  async upsert(): Promise<void> {
    return undefined;
  }
  async find(): Promise<undefined> {
    return undefined;
  }
  async consume(): Promise<void> {
    return undefined;
  }
  async destroy(): Promise<void> {
    return undefined;
  }
}

async function claimsOf(persona: Persona, personalData: PersonalData): Promise<Record<string, unknown>> {
  const { role, authority, window, person } = persona;
  const other = person && (await personalData.otherKeyOf(person.document));
  return {
    roles: [role],
    ...(authority !== undefined && { authority }),
    ...(window !== undefined && { window }),
    ...(person !== undefined && { subject_key: await personalData.subjectKeyOf(person.document) }),
    ...(other !== undefined && { other_subject_keys: [other] }),
  };
}

/** Mounted below a path: the provider learns its own address from the difference of the two. */
type Mounted = IncomingMessage & { originalUrl?: string };

/**
 * The OIDC issuer of the local run: each persona is a confidential client of the client-credentials grant.
 *
 * It gives a token to whoever knows a persona's name. That is right for one machine and nowhere else, so it is
 * marked as a development issuer, and the cloud refuses such issuers at synth.
 */
export function createIssuer(options: {
  /** Its URL as tokens carry it; its path is where it is mounted. */
  readonly url: string;
  readonly keys: IssuerKeys;
  readonly personalData: PersonalData;
}): (request: IncomingMessage, response: ServerResponse) => void {
  const provider = new Provider(options.url, {
    adapter: NothingKept,
    jwks: { keys: [options.keys.accessTokens] },
    scopes: everyScope,
    clients: personas.map((persona) => ({
      client_id: persona.id,
      client_secret: persona.id,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      scope: scopesOf(persona).join(' '),
    })),
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: everyScope.join(' '),
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: TOKEN_SECONDS,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
    },
    extraTokenClaims: async (_context, token) => {
      const persona = findPersona(token.clientId ?? '');
      return persona === undefined ? {} : claimsOf(persona, options.personalData);
    },
    ttl: { ClientCredentials: TOKEN_SECONDS },
  });
  provider.on('server_error', (_context, error) => console.error(`issuer: ${error.stack ?? error}`));
  const answer = provider.callback();
  const mount = new URL(options.url).pathname;
  return (request: Mounted, response) => {
    request.originalUrl = request.url ?? '/';
    request.url = request.originalUrl.slice(mount.length) || '/';
    answer(request, response);
  };
}
