import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createRealNameProofs, type VerifyRealNameProof } from '../../lib/crypto/real-name-proof.ts';
import { DomainError } from '../../lib/domain/errors.ts';
import { type Instant, instantOf } from '../../lib/domain/time/instant.ts';

const AUDIENCE = 'https://tongbiao.test';
const at = (text: string): Instant => instantOf(new Date(text));
const NOW = at('2026-11-23T02:00:00Z');
const seconds = (text: string): number => Date.parse(text) / 1000;

type SigningKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

let server: Server;
let issuer: string;
let fetches = 0;
let published: unknown;
let es256: SigningKey;
let rs256: SigningKey;
let ps256: SigningKey;
let es384: SigningKey;
let strange: SigningKey;
let verify: VerifyRealNameProof;

async function aKey(alg: string, kid: string): Promise<{ signing: SigningKey; jwk: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  return { signing: privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}

beforeAll(async () => {
  const made = [
    await aKey('ES256', 'ec'),
    await aKey('RS256', 'rsa'),
    await aKey('PS256', 'pss'),
    await aKey('ES384', 'ec384'),
  ] as const;
  [es256, rs256, ps256, es384] = [made[0].signing, made[1].signing, made[2].signing, made[3].signing];
  strange = (await aKey('ES256', 'ec')).signing;
  published = { keys: made.map(({ jwk }) => jwk) };
  server = createServer((request, response) => {
    fetches += 1;
    const known = request.url === '/jwks' || request.url === '/elsewhere';
    response.writeHead(known ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(published));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  verify = createRealNameProofs([{ issuer, audience: AUDIENCE }]);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const claims = (over: JWTPayload = {}): JWTPayload => ({
  iss: issuer,
  aud: AUDIENCE,
  iat: seconds('2026-11-23T01:59:00Z'),
  exp: seconds('2026-11-23T02:10:00Z'),
  jti: 'proof-1',
  name: '王小明',
  document_kind: 'citizen-id',
  document_number: '11010519491231002x',
  ...over,
});

interface Signing {
  readonly key?: SigningKey;
  readonly header?: Record<string, string>;
}

const aProof = (over: JWTPayload = {}, { key = es256, header = {} }: Signing = {}): Promise<string> =>
  new SignJWT(claims(over))
    .setProtectedHeader({ alg: 'ES256', kid: 'ec', typ: 'real-name+jwt', ...header })
    .sign(key);

async function faultOf(token: string, when = NOW): Promise<unknown> {
  const error = await verify(token, when).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof DomainError)) throw new Error('Not refused as it should be', { cause: error });
  expect(error.code).toBe('identity-proof-invalid');
  expect(error.cause).toBe(undefined);
  return error.values.reason;
}

describe('accepted', () => {
  const person = { name: '王小明', document: { kind: 'citizen-id', number: '11010519491231002X' } };

  test('a proof of a trusted provider, its number normalised', async () => {
    expect(await verify(await aProof(), NOW)).toEqual(person);
  });

  test('RS256 and PS256', async () => {
    const rsa = await aProof({}, { key: rs256, header: { alg: 'RS256', kid: 'rsa' } });
    const pss = await aProof({}, { key: ps256, header: { alg: 'PS256', kid: 'pss' } });
    expect(await verify(rsa, NOW)).toEqual(person);
    expect(await verify(pss, NOW)).toEqual(person);
  });

  test('one of several audiences', async () => {
    expect(await verify(await aProof({ aud: ['https://other.test', AUDIENCE] }), NOW)).toEqual(person);
  });

  test('up to the second before it expires', async () => {
    const proof = await aProof();
    expect(await verify(proof, at('2026-11-23T02:09:59Z'))).toEqual(person);
    expect(await faultOf(proof, at('2026-11-23T02:10:00Z'))).toBe('expired');
  });

  test('keys kept at an address of their own', async () => {
    const elsewhere = createRealNameProofs([{ issuer, audience: AUDIENCE, jwks: `${issuer}/elsewhere` }]);
    expect(await elsewhere(await aProof(), NOW)).toEqual(person);
  });

  test('the keys are fetched once for many proofs', async () => {
    const fresh = createRealNameProofs([{ issuer, audience: AUDIENCE }]);
    const before = fetches;
    const proof = await aProof();
    await Promise.all(Array.from({ length: 20 }, () => fresh(proof, NOW)));
    await fresh(proof, NOW);
    expect(fetches - before).toBe(1);
  });
});

describe('refused', () => {
  test('expired, and not yet valid', async () => {
    expect(await faultOf(await aProof({ exp: seconds('2026-11-23T01:00:00Z') }))).toBe('expired');
    expect(await faultOf(await aProof({ nbf: seconds('2026-11-23T03:00:00Z') }))).toBe('expired');
  });

  test('a foreign issuer, whatever it resembles', async () => {
    const before = fetches;
    expect(await faultOf(await aProof({ iss: 'https://foreign.test' }))).toBe('foreign-issuer');
    expect(await faultOf(await aProof({ iss: `${issuer}/` }))).toBe('foreign-issuer');
    const { iss: _, ...anonymous } = claims();
    const header = { alg: 'ES256', kid: 'ec', typ: 'real-name+jwt' };
    expect(await faultOf(await new SignJWT(anonymous).setProtectedHeader(header).sign(es256))).toBe(
      'foreign-issuer',
    );
    expect(fetches).toBe(before);
  });

  test('another audience, or none', async () => {
    expect(await faultOf(await aProof({ aud: 'https://other.test' }))).toBe('wrong-audience');
    const { aud: _, ...unaddressed } = claims();
    const header = { alg: 'ES256', kid: 'ec', typ: 'real-name+jwt' };
    expect(await faultOf(await new SignJWT(unaddressed).setProtectedHeader(header).sign(es256))).toBe(
      'wrong-audience',
    );
  });

  test('another type of token, also an access token of the same provider', async () => {
    expect(await faultOf(await aProof({}, { header: { typ: 'at+jwt' } }))).toBe('wrong-type');
    expect(await faultOf(await aProof({}, { header: { typ: 'JWT' } }))).toBe('wrong-type');
  });

  test('alg none', async () => {
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'none', typ: 'real-name+jwt' })}.${part(claims())}.`;
    expect(await faultOf(unsigned)).toBe('bad-signature');
  });

  test('a key of the provider with an algorithm that is not allowed', async () => {
    const proof = await aProof({}, { key: es384, header: { alg: 'ES384', kid: 'ec384' } });
    expect(await faultOf(proof)).toBe('bad-signature');
  });

  test('HMAC keyed with what is public', async () => {
    const secret = new TextEncoder().encode(JSON.stringify(published));
    const header = { alg: 'HS256', kid: 'ec', typ: 'real-name+jwt' };
    expect(await faultOf(await new SignJWT(claims()).setProtectedHeader(header).sign(secret))).toBe(
      'bad-signature',
    );
  });

  test('somebody else’s key under a known id, and an unknown id', async () => {
    expect(await faultOf(await aProof({}, { key: strange }))).toBe('bad-signature');
    expect(await faultOf(await aProof({}, { header: { kid: 'unknown' } }))).toBe('bad-signature');
  });

  test('a changed claim', async () => {
    const [header, , signature] = (await aProof()).split('.');
    const changed = Buffer.from(JSON.stringify(claims({ name: '李小红' }))).toString('base64url');
    expect(await faultOf(`${header}.${changed}.${signature}`)).toBe('bad-signature');
  });

  test.each([
    ['no expiry', { exp: undefined }],
    ['no time of issue', { iat: undefined }],
    ['no id', { jti: undefined }],
    ['no name', { name: undefined }],
    ['an empty name', { name: '' }],
    ['a document of an unknown kind', { document_kind: 'library-card' }],
    ['a number that is no text', { document_number: 5 }],
  ])('%s', async (_, over) => {
    expect(await faultOf(await aProof(over as JWTPayload))).toBe('malformed');
  });

  test.each(['', 'x', 'a.b.c', '..'])('the text %j', async (text) => {
    expect(await faultOf(text)).toBe('malformed');
  });
});

describe('a provider at fault is no fault of the proof', () => {
  const failureOf = async (verifier: VerifyRealNameProof, token: string): Promise<Error> => {
    const error = await verifier(token, NOW).catch((thrown: unknown) => thrown);
    if (!(error instanceof Error)) throw new TypeError('Not thrown');
    return error;
  };

  test('one that cannot be reached, and is again', async () => {
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    const unreachable = createRealNameProofs([
      { issuer, audience: AUDIENCE, jwks: `http://127.0.0.1:${port}/jwks` },
    ]);
    const proof = await aProof();
    const error = await failureOf(unreachable, proof);
    expect(error).not.toBeInstanceOf(DomainError);
    expect(error.cause).toBeInstanceOf(Error);
    expect(JSON.stringify([error.message, error.cause, String(error.cause)])).not.toContain(proof);
  });

  test('one that answers with something else', async () => {
    const missing = createRealNameProofs([{ issuer, audience: AUDIENCE, jwks: `${issuer}/missing` }]);
    const error = await failureOf(missing, await aProof());
    expect(error).not.toBeInstanceOf(DomainError);
    expect(error.cause).toMatchObject({ message: expect.stringContaining('200 OK') });
  });

  test('a first failure is forgotten', async () => {
    const before = published;
    const verifier = createRealNameProofs([{ issuer, audience: AUDIENCE }]);
    const proof = await aProof();
    published = { nothing: true };
    expect(await failureOf(verifier, proof)).not.toBeInstanceOf(DomainError);
    published = before;
    expect((await verifier(proof, NOW)).name).toBe('王小明');
  });
});
