import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHandler as decisionsHandler } from '../../functions/decisions/handlers.ts';
import { createHandler as filingsHandler } from '../../functions/filings/handlers.ts';
import { createHandler as licencesHandler } from '../../functions/licences/handlers.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import { momentOf } from '../../lib/domain/time/instant.ts';
import { aCompanyFiling } from '../support/a-company-filing.ts';
import {
  aDoubtfulFiling,
  applicant,
  named,
  type RegistrationService,
  registrar,
  startRegistrationService,
} from '../support/registration-service.ts';

let service: RegistrationService;
// Handlers read the clock themselves.
const now = momentOf(new Date());
beforeAll(async () => {
  service = await startRegistrationService({ at: now });
});
afterAll(() => service.stop());

interface Asked {
  readonly body?: unknown;
  readonly path?: Record<string, string>;
  readonly headers?: Record<string, string>;
}
type Handler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<{ statusCode: number; headers: Readonly<Record<string, string>>; body: string }>;

const call =
  (handler: () => Handler) =>
  async (routeKey: string, caller: Caller, { body, path, headers }: Asked = {}) => {
    const event = {
      routeKey,
      headers: { 'content-type': 'application/json', ...headers },
      ...(path && { pathParameters: path }),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      isBase64Encoded: false,
      requestContext: { requestId: 'r1', authorizer: { lambda: { caller: JSON.stringify(caller) } } },
    } as unknown as APIGatewayProxyEventV2;
    const answer = await handler()(event, {} as Context);
    return { status: answer.statusCode, headers: answer.headers, body: JSON.parse(answer.body) };
  };
const filings = call(() => filingsHandler({ ...service.acts, read: service.read }));
const decisions = call(() => decisionsHandler({ ...service.acts, read: service.read }));
const licences = call(() =>
  licencesHandler({
    enterprises: service.enterprisesFor,
    statusList: service.statusList,
    issuers: service.issuers,
    verifyReceipt: service.verifyReceipt,
  }),
);

const filer = { ...applicant, scopes: ['filings:check', 'filings:write', 'filings:read'] };
const officer = registrar('511623', { scopes: ['filings:read', 'decisions:read', 'decisions:write'] });
/** Terms of payment count from today. */
const facts = (tradeName: string, base = aCompanyFiling()) =>
  named(tradeName, {
    ...base,
    shareholders: base.shareholders.map((each) => ({ ...each, payBy: now.on })),
  });
const submit = async (tradeName: string, base = aCompanyFiling(), headers: Record<string, string> = {}) =>
  filings('POST /v1/filings', filer, {
    body: { item: 'establish-company', facts: await service.proven(facts(tradeName, base), now) },
    headers,
  });

test('a submission is answered 201 with its address, and again under its key with a mark', async () => {
  const body = { item: 'establish-company', facts: await service.proven(facts('青岚'), now) };
  const send = () => filings('POST /v1/filings', filer, { body, headers: { 'idempotency-key': 'key-0001' } });
  const [first, again] = [await send(), await send()];
  expect([first.status, again.status, first.body.state]).toEqual([201, 201, 'registered']);
  expect(first.headers.location).toBe(`/v1/filings/${first.body.id}`);
  expect([first.headers['idempotency-replayed'], again.headers['idempotency-replayed']]).toEqual([
    undefined,
    'true',
  ]);
  expect(again.body).toEqual(first.body);
});

test.each([
  ['zh-CN', '应当核实“云创”是否为行业大类 M75 的规范或者习惯表述'],
  ['en', 'Judge whether “云创” names the industry M75 by the classification or by usage'],
])('what the standard does not admit is told with its findings in words, in %s', async (language, text) => {
  const { body } = await submit(language === 'en' ? '碧岚' : '绿岚', aDoubtfulFiling());
  const refused = await decisions('POST /v1/filings/{id}/decision', officer, {
    path: { id: body.id },
    body: { action: 'refuse', grounds: ['names.taken'], reason: 'x' },
    headers: { 'accept-language': language },
  });
  expect([refused.status, refused.body.code]).toEqual([422, 'outcome-not-admissible']);
  const [finding] = refused.body.findings;
  expect(finding.rule).toBe('names.industry-word');
  expect(finding.text).toBe(text);
});

test('a decision carries the version as its entity tag, and If-Match holds it to one', async () => {
  const { body, headers } = await submit('澄岚', aDoubtfulFiling());
  const seen = await filings('GET /v1/filings/{id}', filer, { path: { id: body.id } });
  expect([headers.etag, seen.headers.etag]).toEqual(['"1"', '"1"']);
  const decide = (tag: string) =>
    decisions('POST /v1/filings/{id}/decision', officer, {
      path: { id: body.id },
      body: { action: 'return', reason: 'x' },
      headers: { 'if-match': tag },
    });
  expect((await decide('"7"')).body).toMatchObject({ code: 'version-conflict', values: { current: 1 } });
  const done = await decide('"1"');
  expect([done.status, done.headers.etag, done.body.state]).toEqual([200, '"2"', 'returned']);
});

test('anybody can check a licence and a receipt', async () => {
  const { body } = await submit('蓝岚');
  const path = { code: body.registration.code };
  const { body: licence } = await licences('GET /v1/enterprises/{code}/licence', filer, { path });
  const verified = await licences('POST /v1/licences/verify', filer, { body: { licence: licence.licence } });
  expect(verified.body).toEqual({
    valid: true,
    current: true,
    status: 'valid',
    content: licence.content,
  });
  const { body: kept } = await filings('GET /v1/filings/{id}/receipt', filer, { path: { id: body.id } });
  const again = await licences('POST /v1/receipts/verify', filer, { body: { receipt: kept.receipt } });
  expect(again.body).toMatchObject({
    valid: true,
    event: 'FilingRegistered',
    factsMatch: true,
    sameFindings: true,
    sameAdmissible: true,
  });
});
