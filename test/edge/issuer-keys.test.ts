import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { accessTokenVerifier } from '../../lib/edge/access-token.ts';
import { TokenRefused } from '../../lib/edge/token-claims.ts';
import {
  aKey,
  DISCOVERY,
  type Issuer,
  inSeconds,
  type KeyPair,
  type SigningKey,
  signed,
  startIssuer,
} from './an-issuer.ts';

let issuer: Issuer;
let first: KeyPair;
let second: KeyPair;
let verify: ReturnType<typeof accessTokenVerifier>;

beforeEach(async () => {
  issuer = await startIssuer();
  [first, second] = await Promise.all([aKey('ES256', 'first'), aKey('ES256', 'second')]);
  issuer.publish(first);
  verify = accessTokenVerifier([{ issuer: issuer.url, audience: 'tongbiao', authorities: '*' }]);
});
afterEach(async () => {
  vi.useRealTimers();
  await issuer[Symbol.asyncDispose]();
});

const aToken = (kid = 'first', key: SigningKey = first.signing): Promise<string> =>
  signed({ iss: issuer.url, aud: 'tongbiao', sub: 'zhou', exp: inSeconds(86_400) }, { key, header: { kid } });

const errorOf = (token: string): Promise<unknown> =>
  verify(token).then(
    () => 'accepted',
    (error: unknown) => error,
  );

test('keys are looked for once and kept', async () => {
  const token = await aToken();
  await Promise.all([verify(token), verify(token), verify(token)]);
  await verify(token);
  expect(issuer.asked).toEqual([DISCOVERY, '/keys']);
});

test('a configured address of the keys spares the search', async () => {
  const issuers = [
    { issuer: issuer.url, audience: 'tongbiao', authorities: '*' as const, jwks: `${issuer.url}/keys` },
  ];
  await accessTokenVerifier(issuers)(await aToken());
  expect(issuer.asked).toEqual(['/keys']);
});

describe('what is wrong with the issuer is not told as wrong with the token, and passes', () => {
  test.each<[string, string, unknown, number]>([
    ['discovery fails', DISCOVERY, {}, 503],
    ['discovery moved elsewhere', DISCOVERY, {}, 302],
    ['discovery is no object', DISCOVERY, null, 200],
    ['discovery names no keys', DISCOVERY, { issuer: 'ITSELF' }, 200],
    ['discovery names keys that are no address', DISCOVERY, { issuer: 'ITSELF', jwks_uri: 'keys' }, 200],
    [
      'discovery speaks for another issuer',
      DISCOVERY,
      { issuer: 'https://another.test', jwks_uri: 'KEYS' },
      200,
    ],
    ['keys fail', '/keys', {}, 500],
    ['keys are no set', '/keys', { keys: 'none' }, 200],
    ['keys are no JSON object', '/keys', 'text', 200],
    [
      'a key is broken',
      '/keys',
      { keys: [{ kty: 'EC', crv: 'P-256', kid: 'first', x: 'AA', y: 'AA' }] },
      200,
    ],
  ])('%s', async (_, path, body, status) => {
    const named = JSON.stringify(body).replace('ITSELF', issuer.url).replace('KEYS', `${issuer.url}/keys`);
    issuer.answer(path, JSON.parse(named), status);
    const token = await aToken();
    const error = await errorOf(token);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(TokenRefused);
    issuer.answer(path);
    // A set of keys that could be read stays for ten minutes, right or wrong.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 601_000 });
    expect((await verify(token)).id).toMatch(/^[\w-]{24}$/);
  });

  test('nobody listens', async () => {
    const token = await aToken();
    const nobody = await startIssuer();
    await nobody[Symbol.asyncDispose]();
    verify = accessTokenVerifier([
      { issuer: issuer.url, audience: 'tongbiao', authorities: '*', jwks: `${nobody.url}/keys` },
    ]);
    const error = await errorOf(token);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toBeInstanceOf(TokenRefused);
  });
});

describe('when keys change', () => {
  test('a token by the new key is accepted, and one by the old key no more', async () => {
    await verify(await aToken());
    issuer.publish(second);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 });
    expect((await verify(await aToken('second', second.signing))).id).toMatch(/^[\w-]{24}$/);
    expect(await errorOf(await aToken())).toBeInstanceOf(TokenRefused);
  });

  test('made-up key ids have the keys fetched at most once in half a minute', async () => {
    await verify(await aToken());
    for (let made = 0; made < 20; made += 1)
      expect(await errorOf(await aToken(`made-up-${made}`))).toMatchObject({
        message: 'ERR_JWKS_NO_MATCHING_KEY',
      });
    expect(issuer.asked).toEqual([DISCOVERY, '/keys']);
  });
});
