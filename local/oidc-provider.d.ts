/** The part of oidc-provider that the local issuer uses; the package carries no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, ServerResponse } from 'node:http';

  export interface ResourceServer {
    readonly scope: string;
    readonly audience: string;
    readonly accessTokenFormat: 'jwt';
    readonly accessTokenTTL: number;
    readonly jwt: { readonly sign: { readonly alg: string } };
  }

  export interface Configuration {
    readonly adapter: new () => object;
    readonly jwks: { readonly keys: readonly object[] };
    readonly scopes: readonly string[];
    readonly clients: readonly object[];
    readonly clientDefaults: object;
    readonly features: {
      readonly clientCredentials: { readonly enabled: boolean };
      readonly devInteractions: { readonly enabled: boolean };
      readonly userinfo: { readonly enabled: boolean };
      readonly rpInitiatedLogout: { readonly enabled: boolean };
      readonly pushedAuthorizationRequests: { readonly enabled: boolean };
      readonly resourceIndicators: {
        readonly enabled: boolean;
        readonly defaultResource: () => string;
        readonly useGrantedResource: () => boolean;
        readonly getResourceServerInfo: () => ResourceServer;
      };
    };
    readonly extraTokenClaims: (
      context: unknown,
      token: { readonly clientId?: string },
    ) => Promise<Readonly<Record<string, unknown>>>;
    readonly ttl: Readonly<Record<string, number>>;
  }

  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    on(event: 'server_error', listener: (context: unknown, error: Error) => void): this;
  }
}
