import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createHandler as decisionsHandler } from '../../functions/decisions/handlers.ts';
import { createHandler as filingsHandler } from '../../functions/filings/handlers.ts';
import type { Signer } from '../../lib/crypto/signer.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import { momentOf } from '../../lib/domain/time/instant.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import {
  aDoubtfulFiling,
  applicant,
  kindsOf,
  named,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';

/** Handlers read the clock themselves. */
const now = momentOf(new Date());
let service: RegistrationService;
/** What a key that cannot be reached, or must not be used, looks like from here. */
let reachable: boolean;
beforeEach(async () => {
  service = await startRegistrationService({ at: now });
  reachable = false;
});
afterEach(() => service.stop());

const failing = (signer: Signer): Signer => ({
  ...signer,
  keyId: signer.keyId,
  sign: async (payload) => {
    if (reachable) return signer.sign(payload);
    throw Object.assign(new Error('unreachable'), { name: 'KMSInternalException' });
  },
});
const instanceWith = (which: 'receiptSigner' | 'licenceSigner') =>
  service.newInstance(undefined, { [which]: failing(service[which]) });

const filer = { ...applicant, scopes: ['filings:check', 'filings:write', 'filings:read'] };
const officer = registrar('511623', { scopes: ['filings:read', 'decisions:read', 'decisions:write'] });
const dated = (facts = aCompanyFiling()) => ({
  ...facts,
  shareholders: facts.shareholders.map((one) => ({ ...one, payBy: now.on })),
});

async function send(
  acts: ReturnType<RegistrationService['newInstance']>,
  routeKey: string,
  caller: Caller,
  { id, body, language = 'zh-CN' }: { id?: string; body?: unknown; language?: string },
) {
  const event = {
    routeKey,
    headers: { 'content-type': 'application/json', 'idempotency-key': 'key-1', 'accept-language': language },
    ...(id !== undefined && { pathParameters: { id } }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: { requestId: 'r1', authorizer: { lambda: { caller: JSON.stringify(caller) } } },
  } as unknown as APIGatewayProxyEventV2;
  const all = { ...acts, read: service.read };
  const handler =
    routeKey.endsWith('/filings') || routeKey.endsWith('withdrawal') ? filingsHandler : decisionsHandler;
  const answer = await handler(all)(event, {} as Context);
  return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) };
}

const UNAVAILABLE = { code: 'signing-unavailable', status: 503 };

describe.each(['receiptSigner', 'licenceSigner'] as const)(
  'while the key of the %s is out of reach',
  (which) => {
    test('a submission is told to come again, nothing is written, and the same key then succeeds', async () => {
      const acts = instanceWith(which);
      const facts = await service.proven(dated(), now);
      const submit = () =>
        send(acts, 'POST /v1/filings', filer, { body: { item: 'establish-company', facts }, language: 'en' });
      const told = await submit();
      expect(told).toMatchObject({ status: 503, body: UNAVAILABLE, headers: { 'retry-after': '1' } });
      expect(told.body.detail).toBe(
        'The signing key cannot be reached; nothing was written. Retry shortly with the same Idempotency-Key.',
      );
      expect(await service.kept()).toEqual([]);
      reachable = true;
      const again = await submit();
      expect([again.status, again.body.state]).toEqual([201, 'registered']);
      expect(kindsOf(await service.kept())).toMatchObject({
        'ENTERPRISE/ENTERPRISE': 1,
        'ENTERPRISE/LICENCE': 1,
        'FILING/FILING': 1,
        'REQUEST/REQUEST': 1,
      });
      expect((await submit()).headers['idempotency-replayed']).toBe('true');
    });

    test('a decision is told so, the filing stays as it is, and the same key then succeeds', async () => {
      const acts = instanceWith(which);
      const { id } = await service.submit(await service.proven(dated(aDoubtfulFiling()), now));
      const before = await service.kept();
      const decide = () =>
        send(acts, 'POST /v1/filings/{id}/decision', officer, { id, body: { action: 'register' } });
      const told = await decide();
      expect(told).toMatchObject({ status: 503, body: UNAVAILABLE, headers: { 'retry-after': '1' } });
      expect(told.body.detail).toContain('请稍后以相同 Idempotency-Key 重试');
      expect(await service.kept()).toEqual(before);
      reachable = true;
      expect(await decide()).toMatchObject({ status: 200, body: { state: 'registered', version: 2 } });
      expect(kindsOf(await service.kept())).toMatchObject({ 'ENTERPRISE/ENTERPRISE': 1, 'FILING/EVENT': 2 });
    });
  },
);

test.each([
  ['withdrawal', 'POST /v1/filings/{id}/withdrawal', filer, {}, 'withdrawn'],
  ['claim', 'POST /v1/filings/{id}/claim', officer, undefined, 'in-review'],
  [
    'extension',
    'POST /v1/filings/{id}/decision',
    officer,
    { action: 'propose-extension', reason: 'x' },
    'in-review',
  ],
] as const)('the same for a %s', async (_, route, by, body, state) => {
  const acts = instanceWith('receiptSigner');
  const { id } = await service.submit(await service.proven(named('青岚', dated(aDoubtfulFiling())), now));
  const before = await service.kept();
  expect(await send(acts, route, by, { id, body })).toMatchObject({ status: 503, body: UNAVAILABLE });
  expect(await service.kept()).toEqual(before);
  reachable = true;
  expect(await send(acts, route, by, { id, body })).toMatchObject({
    status: 200,
    body: { state, version: 2 },
  });
});
