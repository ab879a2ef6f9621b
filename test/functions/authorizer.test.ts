import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createHandler } from '../../functions/authorizer/handlers.ts';
import { momentOf } from '../../lib/domain/time/instant.ts';
import { accessTokenVerifier } from '../../lib/edge/access-token.ts';
import { callerOf } from '../../lib/edge/caller.ts';
import { anEvent, logOf } from '../edge/an-event.ts';
import { aKey, type Issuer, inSeconds, type KeyPair, signed, startIssuer } from '../edge/an-issuer.ts';

const CANARY = 'zhou-11010519491231002X';
let issuer: Issuer;
let key: KeyPair;
let handler: ReturnType<typeof createHandler>;

beforeAll(async () => {
  issuer = await startIssuer();
  key = await aKey('ES256', 'ec');
  issuer.publish(key);
  handler = createHandler(
    accessTokenVerifier([{ issuer: issuer.url, audience: 'tongbiao', authorities: '*' }]),
  );
});
afterAll(() => issuer[Symbol.asyncDispose]());

const aToken = (exp = inSeconds(600), over = {}): Promise<string> =>
  signed(
    {
      iss: issuer.url,
      aud: 'tongbiao',
      sub: CANARY,
      exp,
      scope: 'filings:write',
      roles: ['applicant'],
      ...over,
    },
    { key: key.signing },
  );

const asking = (headers: Record<string, string> | undefined): APIGatewayRequestAuthorizerEventV2 =>
  ({ headers, requestContext: { requestId: 'request-1' } }) as unknown as APIGatewayRequestAuthorizerEventV2;

const answerTo = (authorization: string) => handler(asking({ authorization }));

describe('a header', () => {
  test.each(['Bearer', 'bearer', 'BEARER'])('%s is one name in any case', async (scheme) => {
    const answer = await answerTo(`${scheme} ${await aToken()}`);
    expect(answer.isAuthorized).toBe(true);
    expect(JSON.parse(answer.context?.caller ?? '')).toMatchObject({
      scopes: ['filings:write'],
      roles: ['applicant'],
    });
    expect(JSON.stringify(answer)).not.toContain(CANARY);
  });

  test('that is missing lets nobody in', async () => {
    expect(await handler(asking({}))).toEqual({ isAuthorized: false });
    expect(await handler(asking(undefined))).toEqual({ isAuthorized: false });
    expect(await answerTo('')).toEqual({ isAuthorized: false });
  });

  test.each<[string, (token: string) => string]>([
    ['given twice', (token) => `Bearer ${token},Bearer ${token}`],
    ['given twice, the second bare', (token) => `Bearer ${token}, ${token}`],
    ['without a scheme', (token) => token],
    ['of another scheme', (token) => `Basic ${token}`],
    ['of the scheme alone', () => 'Bearer'],
    ['of the scheme and a space', () => 'Bearer '],
    ['with a space before', (token) => ` Bearer ${token}`],
    ['with a space after', (token) => `Bearer ${token} `],
    ['with a tab between', (token) => `Bearer\t${token}`],
    ['with a line after', (token) => `Bearer ${token}\n`],
    ['with quotes', (token) => `Bearer "${token}"`],
  ])('%s lets nobody in', async (_, header) => {
    expect(await answerTo(header(await aToken()))).toEqual({ isAuthorized: false });
  });

  test('of a hundred thousand characters is refused as fast as a short one', async () => {
    expect(await answerTo(`Bearer ${'a'.repeat(100_000)}!`)).toEqual({ isAuthorized: false });
    expect(await answerTo(`Bearer ${'='.repeat(100_000)}`)).toEqual({ isAuthorized: false });
  });
});

test('a refused token is logged by its reason, without a claim of it', async () => {
  const token = await aToken(inSeconds(-60));
  let answer: unknown;
  const log = await logOf(async () => {
    answer = await answerTo(`Bearer ${token}`);
  });
  expect(answer).toEqual({ isAuthorized: false });
  expect(JSON.parse(log)).toMatchObject({
    message: 'token refused',
    reason: 'ERR_JWT_EXPIRED',
    requestId: 'request-1',
  });
  expect(log).not.toContain(CANARY);
  expect(log).not.toContain(token);
});

test('an issuer that cannot be reached is a fault: the gateway keeps no answer for it', async () => {
  const token = await aToken();
  const gone = createHandler(
    accessTokenVerifier([
      { issuer: issuer.url, audience: 'tongbiao', authorities: '*', jwks: `${issuer.url}/gone` },
    ]),
  );
  await expect(gone(asking({ authorization: `Bearer ${token}` }))).rejects.toThrow('Expected 200 OK');
});

test('a token that ends while the gateway keeps its answer opens nothing any more', async () => {
  const exp = inSeconds(60);
  const { context } = await answerTo(`Bearer ${await aToken(exp)}`);
  const event = anEvent({ authorizer: { lambda: context } });
  const access = { scope: 'filings:write', roles: ['applicant'] } as const;
  const before = momentOf(new Date(exp * 1000 - 1));
  expect(callerOf(event, access, before).roles).toEqual(['applicant']);
  const ended = momentOf(new Date(exp * 1000));
  expect(() => callerOf(event, access, ended)).toThrow('unauthenticated');
});
