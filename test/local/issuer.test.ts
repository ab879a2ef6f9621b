import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPersonalData } from '../../lib/crypto/create-personal-data.ts';
import { createRealNameProofs } from '../../lib/crypto/real-name-proof.ts';
import { judgeCitizenNumber } from '../../lib/domain/subject/citizen-number.ts';
import { isSubjectKey } from '../../lib/domain/subject/subject-key.ts';
import { instantOf } from '../../lib/domain/time/instant.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';
import { accessTokenVerifier } from '../../lib/edge/access-token.ts';
import { type HttpServer, openHttpServer } from '../../local/http-server.ts';
import { createIssuance } from '../../local/issuance.ts';
import { personas } from '../../local/personas.ts';
import { fetchAccessToken, fetchRealNameProof } from '../../local/tokens.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'tongbiao-issuer-'));
let server: HttpServer;
let issuerUrl: string;
beforeAll(async () => {
  server = await openHttpServer(0);
  issuerUrl = `${server.url}/oidc`;
  server.answerWith(createIssuance({ dataDir, issuerUrl }));
});
afterAll(async () => {
  await server.close();
  rmSync(dataDir, { recursive: true });
});

const scopes = {
  applicant:
    'filings:check filings:write filings:read own-file:read own-file:write lookup-log:read credit-records:read credit-records:object credit:statement measure-tasks:read measure-tasks:object',
  registrar:
    'filings:check filings:write filings:read decisions:read decisions:write own-file:read own-file:write lookup-log:read measure-tasks:read measure-tasks:write',
  head: 'filings:read decisions:read decisions:write credit-records:read credit-records:object',
  publisher:
    'credit-records:write credit-records:read credit-records:object credit-sources:write measure-tasks:read',
  regulator:
    'credit:lookup credit:statement own-file:read own-file:write lookup-log:read measure-tasks:read measure-tasks:write',
  subject:
    'own-file:read own-file:write lookup-log:read credit-records:read credit-records:object measure-tasks:read measure-tasks:object credit:statement',
  auditor: 'filings:read decisions:read lookup-log:read',
  subscriber: 'changes:read',
  'data-officer': 'data-requests:write',
};

const expected = {
  applicant: {
    roles: ['applicant'],
    scope: scopes.applicant,
    person: true,
  },
  'registrar-cq': {
    roles: ['registrar'],
    authority: 'reg-500231',
    window: 'win-500231',
    scope: scopes.registrar,
    person: true,
  },
  'registrar-sc': {
    roles: ['registrar'],
    authority: 'reg-511623',
    window: 'win-511623',
    scope: scopes.registrar,
    person: true,
  },
  'registrar-cq-2': {
    roles: ['registrar'],
    authority: 'reg-500231',
    window: 'win-500231',
    scope: scopes.registrar,
    person: true,
  },
  'registrar-sc-2': {
    roles: ['registrar'],
    authority: 'reg-511623',
    window: 'win-511623',
    scope: scopes.registrar,
    person: true,
  },
  'head-cq': {
    roles: ['head'],
    authority: 'reg-500231',
    window: 'win-500231',
    scope: scopes.head,
    person: true,
  },
  'head-sc': {
    roles: ['head'],
    authority: 'reg-511623',
    window: 'win-511623',
    scope: scopes.head,
    person: true,
  },
  'publisher-cq': {
    roles: ['publisher'],
    authority: 'credit-500000',
    scope: scopes.publisher,
    person: false,
  },
  'publisher-sc': {
    roles: ['publisher'],
    authority: 'credit-510000',
    scope: scopes.publisher,
    person: false,
  },
  'credit-officer-cq': {
    roles: ['publisher'],
    authority: 'reg-500231',
    scope: scopes.publisher,
    person: true,
  },
  'credit-officer-sc': {
    roles: ['publisher'],
    authority: 'reg-511623',
    scope: scopes.publisher,
    person: true,
  },
  'court-officer-cq': {
    roles: ['publisher'],
    authority: 'court-500231',
    scope: scopes.publisher,
    person: true,
  },
  'credit-officer-cq-2': {
    roles: ['publisher'],
    authority: 'reg-500231',
    scope: scopes.publisher,
    person: true,
  },
  'superior-officer-cq': {
    roles: ['publisher'],
    authority: 'reg-500000',
    scope: scopes.publisher,
    person: true,
  },
  'superior-officer-sc': {
    roles: ['publisher'],
    authority: 'reg-511600',
    scope: scopes.publisher,
    person: true,
  },
  'regulator-cq': {
    roles: ['regulator'],
    authority: 'reg-500231',
    scope: scopes.regulator,
    person: true,
  },
  'regulator-sc': {
    roles: ['regulator'],
    authority: 'reg-511623',
    scope: scopes.regulator,
    person: true,
  },
  'measure-officer-cq': {
    roles: ['regulator'],
    authority: 'reg-500000',
    scope: scopes.regulator,
    person: true,
  },
  'measure-officer-sc': {
    roles: ['regulator'],
    authority: 'reg-510000',
    scope: scopes.regulator,
    person: true,
  },
  subject: {
    roles: ['subject'],
    scope: scopes.subject,
    person: true,
  },
  auditor: {
    roles: ['auditor'],
    scope: scopes.auditor,
    person: false,
  },
  'data-officer-cq': {
    roles: ['data-officer'],
    authority: 'reg-500000',
    scope: scopes['data-officer'],
    person: true,
  },
  'data-officer-sc': {
    roles: ['data-officer'],
    authority: 'reg-510000',
    scope: scopes['data-officer'],
    person: true,
  },
  subscriber: {
    roles: ['subscriber'],
    scope: scopes.subscriber,
    person: false,
  },
};

test.each(Object.entries(expected))('%s gets a token with the claims of the persona', async (id, want) => {
  const { person, ...claims } = want;
  const token = await fetchAccessToken(issuerUrl, id);
  const keys = createRemoteJWKSet(new URL(`${issuerUrl}/jwks`));
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    issuer: issuerUrl,
    audience: 'tongbiao',
  });
  expect(protectedHeader).toMatchObject({ alg: 'ES256', typ: 'at+jwt' });
  const { iss, aud, iat = 0, exp = 0, jti, client_id, subject_key, ...rest } = payload;
  expect(rest).toEqual({ sub: id, ...claims });
  expect(exp - iat).toBe(3_600);
  expect([iss, aud, client_id, typeof jti]).toEqual([issuerUrl, 'tongbiao', id, 'string']);
  expect(typeof subject_key === 'string' && isSubjectKey(subject_key)).toBe(person);
});

test('there is no persona beside these', () => {
  expect(personas.map(({ id }) => id)).toEqual(Object.keys(expected));
});

test('the service itself accepts the tokens, for the authority they name', async () => {
  const verify = accessTokenVerifier([{ issuer: issuerUrl, audience: 'tongbiao', authorities: '*' }]);
  const caller = await verify(await fetchAccessToken(issuerUrl, 'registrar-sc'));
  expect(caller).toMatchObject({ roles: ['registrar'], authority: 'reg-511623', window: 'win-511623' });
  const foreign = accessTokenVerifier([
    { issuer: issuerUrl, audience: 'tongbiao', authorities: ['reg-500231'] },
  ]);
  await expect(foreign(await fetchAccessToken(issuerUrl, 'registrar-sc'))).rejects.toThrow(
    'the issuer may not speak for this authority',
  );
});

test('the subject key of a token is the one the service makes of the same document', async () => {
  const personalData = createPersonalData({ kind: 'file', path: join(dataDir, 'keys.json') });
  const { subject_key } = decodeJwt(await fetchAccessToken(issuerUrl, 'subject'));
  expect(subject_key).toBe(
    await personalData.subjectKeyOf({ kind: 'citizen-id', number: '50023119790806000X' }),
  );
});

test('every persona with a document has a citizen number that can be one', () => {
  const persons = personas.flatMap(({ person }) => (person === undefined ? [] : [person.document.number]));
  expect(new Set(persons).size).toBe(20);
  for (const number of persons)
    expect(judgeCitizenNumber(number, '2026-01-01' as PlainDate)).toMatchObject({ valid: true });
});

test('a token of one persona is not given for the secret of another, nor a scope it has not', async () => {
  const ask = (secret: string, scope: string) =>
    fetch(`${issuerUrl}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`auditor:${secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
    });
  expect((await ask('applicant', 'filings:read')).status).toBe(401);
  expect((await ask('auditor', 'credit:lookup')).status).toBe(400);
});

test('keys outlive the issuer: an old token is good under a new one', async () => {
  const token = await fetchAccessToken(issuerUrl, 'auditor');
  const again = await openHttpServer(0);
  again.answerWith(createIssuance({ dataDir, issuerUrl: `${again.url}/oidc` }));
  const keys = createRemoteJWKSet(new URL(`${again.url}/oidc/jwks`));
  const { payload } = await jwtVerify(token, keys, { issuer: issuerUrl });
  expect(payload.sub).toBe('auditor');
  await again.close();
});

test('the published keys hold nothing private, and tokens and proofs have different ones', async () => {
  const keysAt = async (path: string) =>
    ((await (await fetch(`${issuerUrl}${path}`)).json()) as { keys: { kid: string; d?: string }[] }).keys;
  const [tokens, proofs] = [await keysAt('/jwks'), await keysAt('/real-name/jwks')];
  expect([tokens.length, proofs.length]).toEqual([1, 1]);
  expect([...tokens, ...proofs].map(({ d }) => d)).toEqual([undefined, undefined]);
  expect(tokens[0]?.kid).not.toBe(proofs[0]?.kid);
});

test('the service accepts a real-name proof for what it attests', async () => {
  const verify = createRealNameProofs([{ issuer: `${issuerUrl}/real-name`, audience: 'tongbiao-real-name' }]);
  const person = { name: '周启程', document: { kind: 'citizen-id', number: '500231198504120007' } } as const;
  const proof = await fetchRealNameProof(issuerUrl, person);
  expect(await verify(proof, instantOf(new Date()))).toEqual(person);
  const { iat = 0, exp = 0 } = decodeJwt(proof);
  expect(exp - iat).toBe(3_600);
});

test('a proof is no access token and an access token is no proof', async () => {
  const person = { name: '周启程', document: { kind: 'citizen-id', number: '500231198504120007' } } as const;
  const verifyToken = accessTokenVerifier([{ issuer: issuerUrl, audience: 'tongbiao', authorities: '*' }]);
  await expect(verifyToken(await fetchRealNameProof(issuerUrl, person))).rejects.toThrow();
  const verifyProof = createRealNameProofs([
    { issuer: `${issuerUrl}/real-name`, audience: 'tongbiao-real-name' },
  ]);
  const token = await fetchAccessToken(issuerUrl, 'applicant');
  await expect(verifyProof(token, instantOf(new Date()))).rejects.toMatchObject({
    code: 'identity-proof-invalid',
  });
});

test.each([
  ['no JSON', '{'],
  ['an unknown kind', '{"name":"周","document":{"kind":"card","number":"1"}}'],
  ['an unknown field', '{"name":"周","document":{"kind":"passport","number":"1"},"exp":1}'],
  ['too much', `{"name":"${'周'.repeat(4_000)}","document":{"kind":"passport","number":"1"}}`],
])('the identity provider refuses %s', async (_, body) => {
  const response = await fetch(`${issuerUrl}/real-name/proofs`, { method: 'POST', body });
  expect(response.status).toBe(400);
});

test('the identity provider says that it verifies nobody', async () => {
  const response = await fetch(`${issuerUrl}/real-name/proofs`, {
    method: 'POST',
    body: '{"name":"周","document":{"kind":"passport","number":"E12345678"}}',
  });
  expect(await response.json()).toMatchObject({
    notice: expect.stringContaining('Development identity provider'),
  });
});
