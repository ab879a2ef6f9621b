import { afterAll, beforeAll, expect, test } from 'vitest';
import { accessTokenVerifier } from '../../lib/edge/access-token.ts';
import { TokenRefused } from '../../lib/edge/token-claims.ts';
import { aKey, type Issuer, inSeconds, type KeyPair, signed, startIssuer } from './an-issuer.ts';

let pool: Issuer;
let key: KeyPair;
let verify: ReturnType<typeof accessTokenVerifier>;

beforeAll(async () => {
  [pool, key] = await Promise.all([startIssuer(), aKey('RS256', 'pool')]);
  pool.publish(key);
  verify = accessTokenVerifier([
    {
      issuer: pool.url,
      audience: 'tongbiao',
      authorities: '*',
      cognito: { clients: ['console-client', 'machine-client'], resource: 'tongbiao' },
    },
  ]);
});
afterAll(() => pool[Symbol.asyncDispose]());

/** As a user pool makes it: no `aud`, and a header of `alg` and `kid` alone. */
const aToken = (over: Readonly<Record<string, unknown>> = {}, header = {}): Promise<string> =>
  signed(
    {
      iss: pool.url,
      sub: 'f3b1c2d4',
      token_use: 'access',
      client_id: 'console-client',
      scope: 'openid tongbiao/decisions:write tongbiao/decisions:read other/filings:write filings:read',
      exp: inSeconds(600),
      roles: ['registrar'],
      authority: 'reg-110101',
      ...over,
    },
    { key: key.signing, header: { alg: 'RS256', kid: 'pool', typ: undefined, ...header } },
  );

const refusalOf = (token: string): Promise<string> =>
  verify(token).then(
    () => 'let in',
    (error: unknown) => (error instanceof TokenRefused ? error.message : String(error)),
  );

test('an access token of the pool names its caller; scopes of others are left out', async () => {
  expect(await verify(await aToken())).toMatchObject({
    scopes: ['decisions:write', 'decisions:read'],
    roles: ['registrar'],
    authority: 'reg-110101',
  });
});

test('an ID token of the pool is none, though it names the client', async () => {
  expect(await refusalOf(await aToken({ token_use: 'id', aud: 'console-client' }))).toBe(
    'not an access token',
  );
  expect(await refusalOf(await aToken({ token_use: undefined }))).toBe('not an access token');
});

test('a client that is not of this deployment is refused', async () => {
  expect(await refusalOf(await aToken({ client_id: 'another' }))).toBe('not a client of ours');
  expect(await refusalOf(await aToken({ client_id: undefined }))).toBe('not a client of ours');
});

test('a pool that is no pool of ours is still held to type and audience', async () => {
  const plain = accessTokenVerifier([{ issuer: pool.url, audience: 'tongbiao', authorities: '*' }]);
  await expect(plain(await aToken())).rejects.toThrow(TokenRefused);
});
