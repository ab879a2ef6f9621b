import { exportSPKI, type JWTPayload, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accessTokenVerifier } from '../../lib/edge/access-token.ts';
import { TokenRefused } from '../../lib/edge/token-claims.ts';
import {
  aKey,
  type Issuer,
  inSeconds,
  type KeyPair,
  type Signing,
  signed,
  startIssuer,
} from './an-issuer.ts';

const AUDIENCE = 'tongbiao';
let issuer: Issuer;
let other: Issuer;
let foreign: Issuer;
let ec: KeyPair;
let rsa: KeyPair;
let pss: KeyPair;
let strange: KeyPair;
let verify: ReturnType<typeof accessTokenVerifier>;

beforeAll(async () => {
  [issuer, other, foreign] = await Promise.all([startIssuer(), startIssuer(), startIssuer()]);
  [ec, rsa, pss, strange] = await Promise.all([
    aKey('ES256', 'ec'),
    aKey('RS256', 'rsa'),
    aKey('PS256', 'pss'),
    aKey('ES256', 'ec'),
  ]);
  issuer.publish(ec, rsa, pss);
  other.publish(strange);
  foreign.publish(strange);
  verify = accessTokenVerifier([
    { issuer: issuer.url, audience: AUDIENCE, authorities: ['reg-510001', 'reg-510002'], subjects: true },
    { issuer: other.url, audience: AUDIENCE, authorities: '*' },
  ]);
});
afterAll(() => Promise.all([issuer, other, foreign].map((one) => one[Symbol.asyncDispose]())));

type Claims = Readonly<Record<string, unknown>>;

const claims = (over: Claims = {}): JWTPayload => ({
  iss: issuer.url,
  aud: AUDIENCE,
  sub: 'zhou',
  iat: inSeconds(0),
  exp: inSeconds(600),
  ...over,
});

const aToken = (over: Claims = {}, signing: Partial<Signing> = {}): Promise<string> =>
  signed(claims(over), { key: ec.signing, ...signing });

async function refusalOf(token: string): Promise<string> {
  const error = await verify(token).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TokenRefused)) throw new Error('Not refused as it should be', { cause: error });
  expect(error.cause).toBe(undefined);
  return error.message;
}

describe('a token that is right', () => {
  test('names its caller', async () => {
    const exp = inSeconds(600);
    const caller = await verify(
      await aToken({
        exp,
        scope: 'filings:write  filings:read ',
        roles: ['registrar', 'root', 7, 'applicant'],
        authority: 'reg-510001',
        window: 'win-510001',
        subject_key: `P:k1:${'a'.repeat(43)}`,
      }),
    );
    expect(caller).toEqual({
      id: expect.stringMatching(/^[\w-]{24}$/),
      scopes: ['filings:write', 'filings:read'],
      roles: ['applicant', 'registrar'],
      expiresAt: new Date(exp * 1000).toISOString(),
      authority: 'reg-510001',
      window: 'win-510001',
      recusalKey: `P:k1:${'a'.repeat(43)}`,
      subjectKey: `P:k1:${'a'.repeat(43)}`,
    });
  });

  test('by RS256, by PS256, of type application/at+jwt, for several audiences', async () => {
    await verify(await aToken({}, { key: rsa.signing, header: { alg: 'RS256', kid: 'rsa' } }));
    await verify(await aToken({}, { key: pss.signing, header: { alg: 'PS256', kid: 'pss' } }));
    await verify(await aToken({}, { header: { typ: 'application/at+jwt' } }));
    await verify(await aToken({ aud: ['another', AUDIENCE] }));
  });

  test('gives one id to one subject of one issuer, and never the subject itself', async () => {
    const [first, again, otherSubject, otherIssuer] = await Promise.all([
      verify(await aToken()),
      verify(await aToken({ jti: 'x' })),
      verify(await aToken({ sub: 'zheng' })),
      verify(await aToken({ iss: other.url }, { key: strange.signing })),
    ]);
    expect(again.id).toBe(first.id);
    expect(new Set([first.id, otherSubject.id, otherIssuer.id]).size).toBe(3);
    expect(JSON.stringify(first)).not.toContain('zhou');
  });

  test('can do nothing when it says nothing of what it can do', async () => {
    const caller = await verify(await aToken());
    expect([caller.scopes, caller.roles, caller.authority]).toEqual([[], [], undefined]);
  });

  test.each<[string, unknown]>([
    ['a text', 'registrar head'],
    ['an object', { registrar: true }],
    ['nested', [['registrar']]],
    ['other names', ['Registrar', 'admin', '__proto__', null]],
  ])('has no role by roles that are %s', async (_, roles) => {
    expect((await verify(await aToken({ roles }))).roles).toEqual([]);
  });

  test.each<[string, unknown]>([
    ['a list', ['filings:write']],
    ['a number', 1],
    ['too long', 'filings:write '.repeat(200)],
  ])('has no scope by a scope that is %s', async (_, scope) => {
    expect((await verify(await aToken({ scope }))).scopes).toEqual([]);
  });

  test.each<unknown>([
    'P:k1:short',
    'X:1',
    `P:k1:${'a'.repeat(43)}\n`,
    `P:k1:${'a'.repeat(44)}`,
    { length: 3 },
    `O:${'A'.repeat(400)}`,
  ])('speaks for no subject by %j', async (subject_key) => {
    expect((await verify(await aToken({ subject_key }))).subjectKey).toBe(undefined);
  });
});

describe('a token is refused', () => {
  test.each<[string, Claims, string]>([
    ['when it has ended', { exp: inSeconds(-60) }, 'ERR_JWT_EXPIRED'],
    ['before it begins', { nbf: inSeconds(60) }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['for another audience', { aud: 'another' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['for no audience', { aud: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['for an audience that only starts alike', { aud: 'tongbiao-test' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['without sub', { sub: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['with an empty sub', { sub: '' }, 'sub is missing or malformed'],
    ['with an object for sub', { sub: {} }, 'sub is missing or malformed'],
    ['with a sub too long', { sub: 's'.repeat(256) }, 'sub is missing or malformed'],
    ['without exp', { exp: undefined }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['with a text for exp', { exp: '2999' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['when it ends after the year 9999', { exp: 253_402_300_800 }, 'exp is missing or out of range'],
    ['when it ends after all time', { exp: 1e300 }, 'exp is missing or out of range'],
    ['without an issuer', { iss: undefined }, 'not an issuer of ours'],
    [
      'for an authority its issuer is not bound to',
      { authority: 'reg-510003' },
      'the issuer may not speak for this authority',
    ],
    ['for an authority that is no text', { authority: ['reg-510001'] }, 'authority is not an id'],
    ['for an empty authority', { authority: '' }, 'authority is not an id'],
    ['for a window that is no id', { window: 'win#1' }, 'window is not an id'],
  ])('%s', async (_, over, reason) => {
    expect(await refusalOf(await aToken(over))).toBe(reason);
  });

  test('of an issuer that is none of ours, whose keys are not even asked for', async () => {
    const token = await aToken({ iss: foreign.url }, { key: strange.signing });
    expect(await refusalOf(token)).toBe('not an issuer of ours');
    expect(foreign.asked).toEqual([]);
  });

  test.each(['/', '#', '?'])('of an issuer that is ours but for a %s at the end', async (end) => {
    expect(await refusalOf(await aToken({ iss: `${issuer.url}${end}` }))).toBe('not an issuer of ours');
  });

  test('of our issuer, by a key that is not', async () => {
    expect(await refusalOf(await aToken({}, { key: strange.signing }))).toBe(
      'ERR_JWS_SIGNATURE_VERIFICATION_FAILED',
    );
  });

  test('of one of our issuers, by the key of another', async () => {
    const token = await aToken({ iss: other.url }, { key: ec.signing });
    expect(await refusalOf(token)).toBe('ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
  });

  test('without a signature', async () => {
    const none = new UnsecuredJWT(claims()).encode();
    expect(await refusalOf(none)).toMatch(/^ERR_JW(S|T)_INVALID$|^ERR_JOSE_ALG_NOT_ALLOWED$/);
    const [, payload] = none.split('.');
    const header = Buffer.from('{"alg":"none","typ":"at+jwt","kid":"ec"}').toString('base64url');
    for (const token of [`${header}.${payload}.`, `${header}.${payload}.AAAA`])
      expect(await refusalOf(token)).toMatch(/^ERR_JWS_INVALID$|^ERR_JOSE_ALG_NOT_ALLOWED$/);
  });

  test('by HS256 with the public key as the secret', async () => {
    const publicKey = await crypto.subtle.importKey(
      'jwk',
      rsa.jwk as JsonWebKey,
      { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
      true,
      ['verify'],
    );
    for (const secret of [await exportSPKI(publicKey), JSON.stringify(rsa.jwk)])
      expect(
        await refusalOf(
          await aToken({}, { key: new TextEncoder().encode(secret), header: { alg: 'HS256', kid: 'rsa' } }),
        ),
      ).toBe('ERR_JOSE_ALG_NOT_ALLOWED');
  });

  test.each([undefined, 'JWT', 'real-name+jwt', 'logout+jwt', 'receipt+jws', 'at+jwt2'])(
    'of type %s, though issuer, audience and key are right',
    async (typ) => {
      expect(await refusalOf(await aToken({}, { header: { typ } }))).toBe('ERR_JWT_CLAIM_VALIDATION_FAILED');
    },
  );

  test('that brings its own key', async () => {
    const header = { alg: 'ES256', kid: 'mine', jku: `${foreign.url}/keys`, jwk: strange.jwk } as never;
    expect(await refusalOf(await aToken({}, { key: strange.signing, header }))).toBe(
      'ERR_JWKS_NO_MATCHING_KEY',
    );
    expect(foreign.asked).toEqual([]);
  });

  test('when it is too long, before anything is read of it', async () => {
    expect(await refusalOf(await aToken({ padding: 'p'.repeat(8_192) }))).toBe(
      'longer than any token of ours',
    );
  });

  test.each(['', 'a', 'a.b.c', '..', 'e30.e30.e30', 'bnVsbA.bnVsbA.bnVsbA', '\u0000.\u0000.\u0000'])(
    'that is no token: %j',
    async (token) => {
      expect(await refusalOf(token)).toMatch(/^ERR_JW|^not an issuer of ours$/);
    },
  );

  test('whichever character of it is changed', async () => {
    const token = await aToken();
    const swapped = (at: number): string =>
      `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
    // The last character of a signature of 64 bytes carries bits that mean nothing.
    for (let at = 0; at < token.length - 1; at += 7) await refusalOf(swapped(at));
    for (const cut of [1, 10, 100]) await refusalOf(token.slice(0, -cut));
  });
});

describe('an issuer bound to authorities', () => {
  test('speaks for each of them', async () => {
    for (const authority of ['reg-510001', 'reg-510002'])
      expect((await verify(await aToken({ authority }))).authority).toBe(authority);
  });

  test('by * speaks for any', async () => {
    const token = await aToken({ iss: other.url, authority: 'reg-999999' }, { key: strange.signing });
    expect((await verify(token)).authority).toBe('reg-999999');
    const malformed = await aToken({ iss: other.url, authority: 'reg#1' }, { key: strange.signing });
    expect(await refusalOf(malformed)).toBe('authority is not an id');
  });

  test('speaks for windows of those authorities and no others, where windows are known', async () => {
    const ofWindow = (window: string): string | undefined =>
      ({ 'win-1': 'reg-510001', 'win-2': 'reg-520001' })[window];
    const bound = accessTokenVerifier(
      [
        { issuer: issuer.url, audience: AUDIENCE, authorities: ['reg-510001'] },
        { issuer: other.url, audience: AUDIENCE, authorities: '*' },
      ],
      ofWindow,
    );
    expect((await bound(await aToken({ window: 'win-1' }))).window).toBe('win-1');
    await expect(bound(await aToken({ window: 'win-2' }))).rejects.toThrow(
      'the issuer may not speak for this window',
    );
    await expect(bound(await aToken({ window: 'win-3' }))).rejects.toThrow('the window is not known');
    const anywhere = { iss: other.url, window: 'win-2' };
    expect((await bound(await aToken(anywhere, { key: strange.signing }))).window).toBe('win-2');
  });

  test('makes no auditors and tells no subjects, unless it was set to', async () => {
    const asking = { roles: ['auditor', 'head'], subject_key: `P:k1:${'a'.repeat(43)}` };
    const plain = { issuer: issuer.url, audience: AUDIENCE, authorities: ['reg-510001'] };
    const seenBy = async (set: object) => {
      const caller = await accessTokenVerifier([{ ...plain, ...set }])(await aToken(asking));
      expect(caller.recusalKey).toBe(asking.subject_key);
      return { roles: caller.roles, tells: caller.subjectKey !== undefined };
    };
    expect(await seenBy({})).toEqual({ roles: ['head'], tells: false });
    expect(await seenBy({ roles: ['auditor'], subjects: true })).toEqual({ roles: ['auditor'], tells: true });
    expect(await seenBy({ authorities: '*' })).toEqual({ roles: ['head', 'auditor'], tells: true });
    expect(await seenBy({ authorities: '*', roles: ['subject'], subjects: false })).toEqual({
      roles: [],
      tells: false,
    });
  });
});
