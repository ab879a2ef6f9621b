import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { createHandler as lookupHandler } from '../../functions/credit-lookup/handlers.ts';
import { presentLookup } from '../../functions/credit-lookup/present-lookup.ts';
import { createHandler as recordsHandler } from '../../functions/credit-records/handlers.ts';
import { createHandler as ownFileHandler } from '../../functions/own-file/handlers.ts';
import { createAskAboutOwnData } from '../../lib/acts/ask-about-own-data.ts';
import { createListLookupsOfSubject } from '../../lib/acts/list-lookups-of-subject.ts';
import { createListNotices } from '../../lib/acts/list-notices.ts';
import { createReadOwnData } from '../../lib/acts/read-own-data.ts';
import { createReadOwnFile } from '../../lib/acts/read-own-file.ts';
import { createRecordSuccession } from '../../lib/acts/record-succession.ts';
import { answerShape } from '../../lib/contract/credit-lookup.ts';
import { publishedRecordShape } from '../../lib/contract/credit-records.ts';
import type { Caller } from '../../lib/domain/subject/caller.ts';
import { createDataRequestStore } from '../../lib/store/data-request-store.ts';
import { createDraftStore } from '../../lib/store/draft-store.ts';
import { createEnterpriseStore } from '../../lib/store/enterprise-store.ts';
import { createFilingStore } from '../../lib/store/filing-store.ts';
import { createInboxStore } from '../../lib/store/inbox-store.ts';
import { createNamedStore } from '../../lib/store/named-store.ts';
import { createRequestStore } from '../../lib/store/request-store.ts';
import { createRoleStore } from '../../lib/store/role-store.ts';
import { createSuccessionStore } from '../../lib/store/succession-store.ts';
import { createTaskStore } from '../../lib/store/task-store.ts';
import {
  aCaller,
  aDebtorRecord,
  type CreditService,
  NOW,
  PERSON_NUMBER,
  startCreditService,
} from '../support/credit-service.ts';
import { day } from '../support/records.ts';

let service: CreditService;
beforeAll(async () => {
  service = await startCreditService();
});
afterAll(() => service.stop());

const publisher = aCaller('credit-500000', {
  scopes: ['credit-records:write', 'credit-sources:write'],
  roles: ['publisher'],
});
const regulator = aCaller('reg-511623', { scopes: ['credit:lookup'], roles: ['regulator'] });

interface Asked {
  readonly body?: unknown;
  readonly path?: Record<string, string>;
  readonly headers?: Record<string, string>;
}

const eventOf = (routeKey: string, caller: Caller, { body, path, headers }: Asked) =>
  ({
    routeKey,
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    ...(path && { pathParameters: path }),
    ...(body !== undefined && { body: JSON.stringify(body) }),
    isBase64Encoded: false,
    requestContext: { requestId: 'r1', authorizer: { lambda: { caller: JSON.stringify(caller) } } },
  }) as unknown as APIGatewayProxyEventV2;

const call =
  (
    handler: () => (
      event: APIGatewayProxyEventV2,
      context: Context,
    ) => Promise<{ statusCode: number; headers: Readonly<Record<string, string>>; body: string }>,
  ) =>
  async (routeKey: string, caller: Caller, asked: Asked = {}) => {
    const { statusCode, headers, body } = await handler()(eventOf(routeKey, caller, asked), {} as Context);
    return { status: statusCode, headers, body: JSON.parse(body) };
  };

const records = call(() =>
  recordsHandler({
    publish: service.publishRecord,
    heartbeat: service.heartbeatSource,
    reconcile: service.reconcile,
    succession: createRecordSuccession({
      ...service,
      successions: createSuccessionStore(service.client, service.names.credit),
    }),
    ...service.steps,
  }),
);
const lookups = call(() => lookupHandler({ lookUp: service.newLookUp() }));
const counted: unknown[] = [];
const countedLookups = call(() =>
  lookupHandler({ lookUp: service.newLookUp(), count: (measured) => counted.push(measured) }),
);
const ownFile = call(() => {
  const filings = createFilingStore(service.client, service.names.filings);
  const requests = createRequestStore(service.client, service.names.filings);
  const listLookups = createListLookupsOfSubject(service);
  const roles = createRoleStore(service.client, service.names.filings);
  const ownRecords = createReadOwnFile({ ...service, roles, filings });
  const dataRequests = createDataRequestStore(service.client, service.names.filings, 1_116);
  const ownData = createAskAboutOwnData({ ...service, dataRequests, filings, requests });
  return ownFileHandler({
    listLookups,
    ownFile: ownRecords,
    ownData,
    listNotices: createListNotices({
      ...service,
      inbox: createInboxStore(service.client, service.names.filings),
    }),
    everything: createReadOwnData({
      ...service,
      ownFile: ownRecords,
      listLookups,
      ownData,
      filings,
      named: createNamedStore(service.client, service.names.filings),
      drafts: createDraftStore(service.client, service.names.filings),
      tasks: createTaskStore(service.client, service.names.credit),
      enterprises: createEnterpriseStore(service.client, service.names.filings),
      receiptSigner: service.logSigner,
    }),
  });
});

const { ordinal: _ordinal, ...toPublish } = aDebtorRecord({ validTo: day('2099-01-01') });

test('a record is published with 201, again with 200, and shows no number', async () => {
  const publish = () => records('POST /v1/credit/records', publisher, { body: toPublish });
  const [first, again] = [await publish(), await publish()];
  expect([first.status, again.status]).toEqual([201, 200]);
  expect([first.body.outcome, again.body.outcome]).toEqual(['published', 'already-held']);
  expect(z.safeParse(publishedRecordShape, first.body).error).toBeUndefined();
  expect(first.body).toMatchObject({
    subject: { kind: 'person', documentKind: 'citizen-id', maskedNumber: '5****************X' },
    disclosure: { from: '2026-05-11', until: '2099-01-01' },
  });
  expect(JSON.stringify([first, again])).not.toContain(PERSON_NUMBER);
  expect(JSON.stringify([first, again])).not.toContain('P:');
});

test('a key answers twice the same and says so', async () => {
  const asked = { body: { ...toPublish, ordinal: 2 }, headers: { 'idempotency-key': 'k-1' } };
  const first = await records('POST /v1/credit/records', publisher, asked);
  const again = await records('POST /v1/credit/records', publisher, asked);
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(again.body).toEqual(first.body);
  expect(again.headers['idempotency-replayed']).toBe('true');
});

test.each([
  [{ subject: { kind: 'organisation', code: '91500231MA5U000A5' } }, '/subject/code', 'malformed-code'],
  [
    { subject: { kind: 'person', document: { kind: 'citizen-id', number: '500231199003070017' } } },
    '/subject/document/number',
    'impossible-document-number',
  ],
  [{ documentNumber: `第${PERSON_NUMBER}号` }, '/documentNumber', 'personal-number'],
  [{ documentNumber: '=1+1号' }, '/documentNumber', 'formula'],
  [{ basis: [{ law: '规定', article: '＠第一条' }] }, '/basis/0/article', 'formula'],
  [{ documentNumber: ' 　' }, '/documentNumber', 'invalid-format'],
  [{ decidedOn: '2026-02-30' }, '/decidedOn', 'impossible-day'],
  [{ score: 1 }, '/score', 'unknown-field'],
  [{ basis: [] }, '/basis', 'too-small'],
])('a record with %o is refused at %s', async (difference, path, code) => {
  const { status, body } = await records('POST /v1/credit/records', publisher, {
    body: { ...toPublish, ...difference },
  });
  expect([status, body.code]).toEqual([400, 'invalid-request']);
  expect(body.defects).toEqual([expect.objectContaining({ path, code })]);
  expect(JSON.stringify(body)).not.toContain(PERSON_NUMBER);
});

test('full width and lower case in a code are normalised, and a failing check is marked', async () => {
  const subject = { kind: 'organisation', code: ' ９1500231ma5u000a50 ' };
  const { status, body } = await records('POST /v1/credit/records', publisher, {
    body: { ...toPublish, subject },
  });
  expect(status).toBe(201);
  expect(body.subject).toEqual({ kind: 'organisation', code: '91500231MA5U000A50', codeCheck: 'failed' });
});

test('a heartbeat is taken, repeated, and refused when behind', async () => {
  const beat = (completeUpTo: string) =>
    records('POST /v1/credit/sources/{source}/heartbeat', publisher, {
      path: { source: 'cq-penalties' },
      body: { completeUpTo },
    });
  expect((await beat('2026-01-02T00:00:00.000Z')).body.outcome).toBe('advanced');
  expect((await beat('2026-01-02T00:00:00.000Z')).body.outcome).toBe('unchanged');
  const behind = await beat('2026-01-01T00:00:00.000Z');
  expect([behind.status, behind.body.code]).toEqual([409, 'heartbeat-behind']);
  expect((await beat('2026-01-01')).body.defects[0].path).toBe('/completeUpTo');
});

test('a key is remembered also where nothing was new', async () => {
  const beat = (completeUpTo: string, key: string) =>
    records('POST /v1/credit/sources/{source}/heartbeat', publisher, {
      path: { source: 'cq-honours' },
      body: { completeUpTo },
      headers: { 'idempotency-key': key },
    });
  await beat('2026-01-02T00:00:00.000Z', 'first');
  expect((await beat('2026-01-02T00:00:00.000Z', 'second')).body.outcome).toBe('unchanged');
  const other = await beat('2026-01-03T00:00:00.000Z', 'second');
  expect([other.status, other.body.code]).toEqual([409, 'idempotency-conflict']);
});

test('a look-up is counted once: by verdict, of each row that is answered, and how long it took', async () => {
  const organisation = { kind: 'organisation', code: '91500231MA5U000A5X' };
  const asked = { purpose: 'supervision', basis: 'risk-based-supervision' };
  const headers = { 'accept-language': 'en' };
  const { status } = await countedLookups('POST /v1/credit/lookups', regulator, {
    body: { ...asked, subjects: [organisation, organisation] },
    headers,
  });
  expect(status).toBe(200);
  await countedLookups('POST /v1/credit/lookups', regulator, { body: { ...asked, subjects: [] } });
  expect(counted).toEqual([
    { LookupsClear: 0, LookupsHit: 0, LookupsUnknown: 2, LookupMilliseconds: expect.any(Number) },
  ]);
});

test('a look-up answers by index, explains by row and record, and echoes no number', async () => {
  const body = {
    purpose: 'supervision',
    basis: 'risk-based-supervision',
    subjects: [toPublish.subject, { kind: 'organisation', code: '91500231MA5U000A5X' }],
  };
  const { status, body: answer } = await lookups('POST /v1/credit/lookups', regulator, { body });
  expect(status).toBe(200);
  expect(z.safeParse(answerShape, answer).error).toBeUndefined();
  expect(
    answer.results.map(({ index, verdict }: { index: number; verdict: string }) => [index, verdict]),
  ).toEqual([
    [0, 'hit'],
    [1, 'unknown'],
  ]);
  expect(answer.results[0].measures[0]).toMatchObject({
    row: 'office-bar',
    until: '2099-01-01',
    more: false,
  });
  expect(answer.rows.map(({ id }: { id: string }) => id)).toEqual([
    'office-bar',
    'cautious-credit',
    'rating-report',
  ]);
  expect(answer.rows[0].articles[0].article).toBe('第一百七十八条第一款第五项');
  expect(answer.coverage.map(({ subjects }: { subjects: string }) => subjects)).toEqual([
    'organisation',
    'person',
  ]);
  expect(JSON.stringify(answer)).not.toContain(PERSON_NUMBER);
  expect(JSON.stringify(answer)).not.toContain('P:');
});

test.each([
  [{ subjects: [] }, 'too-small'],
  [{ subjects: Array.from({ length: 1001 }, () => toPublish.subject) }, 'too-big'],
])('a look-up of no subject, or of more than 1 000, is refused', async (difference, code) => {
  const body = { purpose: 'registration', basis: 'registration-review', ...difference };
  const answer = await lookups('POST /v1/credit/lookups', regulator, { body });
  expect([answer.status, answer.body.defects[0].code]).toEqual([400, code]);
});

test('without scope or role nobody publishes, looks up or lists', async () => {
  const asked = { body: toPublish };
  expect((await records('POST /v1/credit/records', regulator, asked)).status).toBe(403);
  expect((await lookups('POST /v1/credit/lookups', publisher, asked)).status).toBe(403);
  expect((await ownFile('GET /v1/me/lookups', publisher)).status).toBe(403);
});

test('the subject sees who looked', async () => {
  const subjectKey = await service.personalData.subjectKeyOf({ kind: 'citizen-id', number: PERSON_NUMBER });
  const entry = { ...NOW, id: 'l1', salt: 's', caller: 'c', authority: 'reg-511623', jurisdiction: 'SC' };
  await service.lookupLog.addSeen({
    ...entry,
    purpose: 'audit',
    basis: 'audit-inquiry',
    subjects: [subjectKey],
  });
  const me = aCaller(undefined, { scopes: ['own-file:read'], roles: ['subject'], subjectKey });
  const { status, body } = await ownFile('GET /v1/me/lookups', me);
  expect(status).toBe(200);
  expect(body).toEqual({
    lookups: [
      {
        lookup: 'l1',
        at: NOW.at,
        authority: 'reg-511623',
        authorityName: '邻水县市场监督管理局',
        purpose: 'audit',
        basis: 'audit-inquiry',
      },
    ],
  });
});

test('the biggest answer, a thousand of the most burdened subjects, stays under 4 MB', async () => {
  const subject = { kind: 'organisation', code: '91511623MA5U000B4Q' } as const;
  const authorities = {
    'CQ-court': 'court-500231',
    'CQ-reg': 'reg-500231',
    'SC-court': 'court-511623',
    'SC-reg': 'reg-511623',
  };
  const classes = [
    ['dishonest-debtor', 'court'],
    ['abnormal-list', 'reg'],
    ['serious-list', 'reg'],
    ['penalty', 'reg'],
    ['honour', 'reg'],
  ] as const;
  for (const side of ['CQ', 'SC'] as const)
    for (const [id, kind] of classes)
      for (let ordinal = 1; ordinal <= 4; ordinal += 1) {
        const issuedBy = authorities[`${side}-${kind}`];
        const severity = id === 'penalty' ? { severity: 'serious' as const } : {};
        await service.publish(
          aDebtorRecord({ class: id, subject, issuedBy, ordinal, validTo: day('2099-01-01'), ...severity }),
          side === 'CQ' ? 'credit-500000' : 'credit-510000',
        );
      }
  const answer = await service.newLookUp()(
    regulator,
    { purpose: 'supervision', basis: 'risk-based-supervision', subjects: [subject] },
    NOW,
  );
  const [one] = answer.results;
  expect(one?.standing.view?.discipline.length).toBe(6);
  const thousand = { ...answer, results: Array.from({ length: 1000 }, () => one ?? expect.fail()) };
  const rows = thousand.results.map((_, index) => ({ index, status: 'answered' as const }));
  const json = await presentLookup(thousand, rows);
  const presented = JSON.parse(json) as z.output<typeof answerShape>;
  const bytes = Buffer.byteLength(json);
  expect(presented.abridged).toBe(true);
  expect(presented.results.every(({ disclosed }) => disclosed?.more)).toBe(true);
  expect(z.safeParse(answerShape, presented).error).toBeUndefined();
  expect(bytes).toBeGreaterThan(1_000_000);
  expect(bytes).toBeLessThan(4_000_000);
});
