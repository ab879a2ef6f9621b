import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

export type SigningKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

export interface KeyPair {
  readonly signing: SigningKey;
  readonly jwk: JWK;
}

export async function aKey(alg: string, kid: string): Promise<KeyPair> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { signing: privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

type Answer = (response: ServerResponse) => void;

const json =
  (value: unknown, status = 200): Answer =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };

export interface Issuer extends AsyncDisposable {
  readonly url: string;
  /** What was asked for, in order. */
  readonly asked: string[];
  /** The keys it publishes. */
  readonly publish: (...keys: readonly KeyPair[]) => void;
  /** Replaces what it answers at a path; `undefined` brings back what is right. */
  readonly answer: (path: string, body?: unknown, status?: number) => void;
}

export const DISCOVERY = '/.well-known/openid-configuration';

/** An OIDC issuer on a port of this machine: discovery and keys, as `createRemoteJWKSet` and we fetch them. */
export async function startIssuer(): Promise<Issuer> {
  const asked: string[] = [];
  const instead = new Map<string, Answer>();
  let keys: readonly JWK[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    asked.push(path);
    const right: Readonly<Record<string, Answer>> = {
      [DISCOVERY]: json({ issuer: url, jwks_uri: `${url}/keys` }),
      '/keys': json({ keys }),
    };
    const answer = instead.get(path) ?? right[path] ?? json({}, 404);
    answer(response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    publish: (...pairs) => {
      keys = pairs.map(({ jwk }) => jwk);
    },
    answer: (path, body, status) => {
      if (body === undefined) instead.delete(path);
      else instead.set(path, json(body, status));
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export const inSeconds = (seconds: number): number => Math.floor(Date.now() / 1000) + seconds;

export interface Signing {
  readonly key: SigningKey | Uint8Array;
  readonly header?: Readonly<Record<string, string | undefined>>;
}

/** Signs claims as they are, right or wrong. */
export const signed = (claims: JWTPayload, { key, header = {} }: Signing): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid: 'ec', typ: 'at+jwt', ...header }).sign(key);
