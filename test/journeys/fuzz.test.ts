import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { beginExport } from '../../lib/contract/credit-exports.ts';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { askAboutMyData } from '../../lib/contract/data-requests.ts';
import { startDraft } from '../../lib/contract/drafts.ts';
import { getReceipt, submitFiling } from '../../lib/contract/filings.ts';
import { getLicence } from '../../lib/contract/licences.ts';
import { proposeListing } from '../../lib/contract/listing-cases.ts';
import { listMeasureTasks } from '../../lib/contract/measure-tasks.ts';
import type { Route } from '../../lib/contract/route.ts';
import { routes } from '../../lib/contract/routes.ts';
import { harmless } from '../support/a-project.ts';
import type { Badly } from '../support/client.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aDraft, aFiling, freshPerson, toBeJudged, today } from './a-filing.ts';
import { proposal } from './a-listing.ts';
import { recordOf, subjectOf } from './a-record.ts';
import { aPdf, declared, stored } from './an-upload.ts';
import { brokenBytes, mutated, parameter } from './mutation.ts';

/** Of routes that take hardly anything there is less to try. */
const runsOf = ({ body, params }: Route): number => (body || params ? 200 : 40);
const SEED = 20_261_123;

/** Who may use each route; the public ones need nobody. */
const personaOf: Readonly<Record<string, string>> = {
  checkFiling: 'applicant',
  submitFiling: 'registrar-cq',
  listFilings: 'applicant',
  getFiling: 'auditor',
  getReceipt: 'auditor',
  listQueue: 'registrar-sc',
  listFollowUps: 'registrar-sc',
  getFollowUp: 'auditor',
  followUpFiling: 'registrar-cq',
  decideFiling: 'registrar-sc',
  withdrawFiling: 'registrar-cq',
  claimFiling: 'registrar-sc',
  handOverFiling: 'registrar-sc',
  publishRecord: 'publisher-cq',
  recordSuccession: 'publisher-cq',
  getRecord: 'credit-officer-cq',
  annulRecord: 'credit-officer-cq',
  correctRecord: 'credit-officer-cq',
  disputeRecord: 'credit-officer-cq',
  repairRecord: 'credit-officer-cq',
  shieldRecord: 'credit-officer-cq',
  heartbeatSource: 'publisher-sc',
  lookUp: 'regulator-cq',
  lookUpDetails: 'regulator-cq',
  searchNames: 'regulator-cq',
  issueStatement: 'regulator-cq',
  beginWatch: 'regulator-cq',
  listWatches: 'regulator-cq',
  listWatchHits: 'regulator-cq',
  endWatch: 'regulator-cq',
  listMyLookups: 'subject',
  listMyRecords: 'subject',
  getMyData: 'applicant',
  askAboutMyData: 'applicant',
  listMyDataRequests: 'applicant',
  listDataRequests: 'data-officer-cq',
  decideDataRequest: 'data-officer-cq',
  proveLookup: 'auditor',
  listLookupAlarms: 'auditor',
  requestUpload: 'registrar-cq',
  requestImport: 'publisher-cq',
  getImport: 'publisher-cq',
  completeUpload: 'registrar-cq',
  getMaterial: 'registrar-cq',
  listFilingMaterials: 'auditor',
  getFilingMaterial: 'auditor',
  startDraft: 'applicant',
  listDrafts: 'applicant',
  getDraft: 'applicant',
  replaceDraft: 'applicant',
  discardDraft: 'registrar-sc',
  checkDraft: 'applicant',
  listMeasureTasks: 'measure-officer-cq',
  getMeasureTask: 'measure-officer-cq',
  notifyOfTask: 'measure-officer-cq',
  objectToTask: 'subject',
  decideTask: 'measure-officer-cq',
  executeTask: 'measure-officer-cq',
  feedBackOnTask: 'measure-officer-cq',
  releaseTask: 'measure-officer-cq',
  proposeListing: 'credit-officer-cq',
  listListingCases: 'credit-officer-cq',
  getListingCase: 'credit-officer-cq',
  notifyListing: 'credit-officer-cq',
  objectToListing: 'credit-officer-cq',
  answerListingObjection: 'credit-officer-cq',
  consentToListing: 'credit-officer-cq',
  decideListing: 'credit-officer-cq-2',
  removeListing: 'credit-officer-cq',
  reconcileRecords: 'publisher-cq',
  listReconciliationEntries: 'publisher-cq',
  listMyNotices: 'applicant',
  listChanges: 'subscriber',
  beginExport: 'publisher-cq',
  getExport: 'publisher-cq',
  listExports: 'publisher-cq',
  listImports: 'publisher-cq',
};

let service: LocalService;
let bodies: Readonly<Record<string, readonly unknown[]>>;
let parameters: Readonly<Record<string, readonly string[]>>;

beforeAll(async () => {
  service = await startLocalService();
  const asked = { as: 'registrar-cq' };
  const complete = await aFiling(service);
  const judged = await aFiling(service, { facts: toBeJudged });
  const registered = (await service.ask(submitFiling, { ...asked, body: complete })).body;
  const waiting = (await service.ask(submitFiling, { ...asked, body: judged })).body;
  const code = registered.registration?.code ?? '';
  const { licence } = (await service.ask(getLicence, { params: { code } })).body;
  const printedCode = `${service.url}/v1/enterprises/${code}/licence#1.ES256.local-00000000.1.2026-11-23.reg-511623.${'A'.repeat(22)}.${'A'.repeat(86)}`;
  const { receipt } = (await service.ask(getReceipt, { ...asked, params: { id: waiting.id } })).body;
  const person = freshPerson();
  const filings = [complete, judged, aDraft(), await aFiling(service)];
  const file = aPdf();
  const material = await stored(service, asked, file);
  const drafted = {
    item: 'establish-company',
    facts: { name: { tradeName: '青岚' } },
    uploads: [material.id],
  };
  const draft = (await service.ask(startDraft, { as: 'applicant', body: drafted })).body;
  const held = await Promise.all(
    ['general', 'serious'].map(async (severity) => {
      const body = recordOf(person, {
        class: 'penalty',
        severity: severity as 'general' | 'serious',
        issuedBy: 'reg-500231',
        decidedOn: '2026-04-01',
        subject: { kind: 'organisation', code: '91500231MA5U000A5X' },
      });
      return (await service.ask(publishRecord, { as: 'publisher-cq', body })).body.id;
    }),
  );
  const dataRequest = (
    await service.ask(askAboutMyData, {
      as: 'applicant',
      body: { kind: 'erasure', about: { of: 'file', jurisdiction: 'CQ' }, what: '请删除' },
    })
  ).body;
  const listings = await Promise.all(
    ['serious-list', 'abnormal-list', 'abnormal-list'].map(async (list) => {
      const body = { ...proposal, list };
      return (await service.ask(proposeListing, { as: 'credit-officer-cq', body })).body.id;
    }),
  );
  const document = { number: '示例〔2026〕1号', decidedOn: '2026-06-01' };
  const annulment = { ground: 'revoked', reason: '复议撤销', document };
  const correction = {
    reason: '录入有误',
    document,
    content: {
      decidedOn: '2026-04-02',
      basis: [{ law: '示例法', article: '第一条' }],
      penalty: { kinds: ['fine', 'confiscation'], fineFen: 500_000, field: 'food' },
      validTo: '2027-06-01',
    },
    without: ['publishedOn'],
  };
  const proof = { title: '缴款凭证', sha256: 'a'.repeat(64) };
  const question = { purpose: 'registration', basis: 'registration-review' };
  bodies = {
    screenProject: [{ project: harmless, scope: ['家具制造', '支付业务'] }, { scope: ['股权众筹'] }],
    checkFiling: filings,
    submitFiling: filings,
    verifyReceipt: [{ receipt }, { receipt: licence }],
    verifyLicence: [{ licence }, { licence: receipt }, { licence: printedCode }],
    decideFiling: [
      { action: 'register', reason: '核实', departure: { code: 'other', reason: '理由' } },
      { action: 'refuse', grounds: ['names.industry-word'], reason: '不合标准' },
      { action: 'return', reason: '不合标准' },
      { action: 'propose-extension', reason: '复杂' },
      { action: 'decline-extension' },
    ],
    withdrawFiling: [{ reason: '另行申请' }, {}],
    followUpFiling: [
      { action: 'hand-in', materials: [{ kind: 'head-appointment', sha256: 'a'.repeat(64) }] },
      { action: 'close', reason: '未补交' },
    ],
    handOverFiling: [{ to: 'queue' }, { to: 'officer', officer: 'somebody' }],
    publishRecord: [
      recordOf(person),
      recordOf(person, {
        class: 'penalty',
        severity: 'general',
        issuedBy: 'reg-500231',
        validTo: '2027-01-01',
      }),
      recordOf(person, { subject: { kind: 'organisation', code: '91500231MA5U000A5X' } }),
    ],
    annulRecord: [annulment],
    correctRecord: [correction],
    disputeRecord: [
      { action: 'raise', reason: '文书有误', proofs: [proof] },
      { action: 'reject', reason: '无误' },
      { action: 'uphold', reason: '有误', remedy: { kind: 'annulment', ...annulment } },
      { action: 'uphold', reason: '有误', remedy: { kind: 'correction', ...correction } },
    ],
    repairRecord: [
      { action: 'ask', commitment: proof, proofs: [proof] },
      { action: 'accept' },
      { action: 'grant', reason: '可', met: ['conduct-corrected', 'duties-performed', 'commitment-made'] },
      { action: 'refuse', reason: '否', unmet: ['duties-performed'] },
      { action: 'revoke', ground: 'false-materials', reason: '伪造' },
      { action: 'propose-extension', reason: '情况复杂' },
      { action: 'approve-extension' },
    ],
    shieldRecord: [
      { action: 'shield', from: '2026-06-02', until: '2099-01-01', document },
      { action: 'lift', reason: '程序终止' },
    ],
    heartbeatSource: [{ completeUpTo: new Date().toISOString() }],
    lookUp: [
      { ...question, subjects: [subjectOf(person), { kind: 'organisation', code: '91500231MA5U000A5X' }] },
      { ...question, subjects: [subjectOf(person)], asOf: '2026-01-01', knownAt: '2026-06-01T00:00:00.000Z' },
    ],
    notifyOfTask: [{ grounds: '严重处罚' }],
    objectToTask: [{ reason: '已改正', proofs: [proof] }],
    decideTask: [
      { outcome: 'not-applicable', reason: '不适用' },
      { outcome: 'apply', reason: '适用', answer: '不成立' },
    ],
    executeTask: [{ how: '纳入重点监管' }],
    feedBackOnTask: [{ result: 'done', text: '已执行' }],
    releaseTask: [
      { cause: 'ground-ended', reason: '终止' },
      { cause: 'subject-ended', reason: '注销' },
    ],
    proposeListing: [proposal, { ...proposal, list: 'abnormal-list', origin: 'automation' }],
    notifyListing: [{ documentNumber: '示例告〔2026〕1号' }],
    objectToListing: [{ reason: '不符', proofs: [proof] }],
    answerListingObjection: [{ outcome: 'rejected', reason: '属实' }],
    consentToListing: ['ask', 'give', 'decline'].map((action) => ({ action, reason: '报请同意' })),
    decideListing: [
      { outcome: 'list', reason: '属实', document: { number: '示例〔2026〕2号', decidedOn: today() } },
      { outcome: 'not-list', reason: '不列入' },
    ],
    removeListing: [
      { kind: 'decision', reason: '已改正', document, met: ['conduct-corrected', 'duties-performed'] },
      { kind: 'annulment', ground: 'revoked', reason: '撤销', document: { ...document, decidedOn: today() } },
    ],
    lookUpDetails: [{ ...question, subject: { kind: 'organisation', code: '91500231MA5U000A5X' } }],
    searchNames: [
      { ...question, name: '重慶青岚科技有限公司' },
      { ...question, name: '邻水' },
    ],
    issueStatement: [
      { ...question, subject: subjectOf(person), asOf: '2026-01-01' },
      { subject: { kind: 'organisation', code: '91500231MA5U000A5X' } },
    ],
    beginWatch: [
      { ...question, subject: subjectOf(person), until: '2027-01-01' },
      { ...question, subject: subjectOf(person) },
    ],
    recordSuccession: ['record', 'withdraw'].flatMap((action) =>
      ['replaced', 'converted'].map((kind) => ({
        action,
        kind,
        former: '500231000000014',
        current: '91500231MA5U000A5X',
        document: { number: '示例〔2026〕9号', decidedOn: '2026-06-01' },
      })),
    ),
    askAboutMyData: [
      { kind: 'copy', about: { of: 'file', jurisdiction: 'SC' }, what: '复制', why: '备查' },
      { kind: 'erasure', about: { of: 'filing', filing: registered.id }, what: '删除' },
      { kind: 'correction', about: { of: 'record', record: held[0] }, what: '更正' },
    ],
    decideDataRequest: [
      { outcome: 'grant', ground: 'purpose-met', reason: '已撤回' },
      { outcome: 'restrict', ground: 'kept-restricted', reason: '期限未满' },
      { outcome: 'refuse', ground: 'kept-by-law', reason: '依法保存' },
    ],
    requestUpload: [declared(file), declared(file, 'image/png')],
    beginExport: [{}],
    requestImport: [
      { format: 'csv', encoding: 'gb18030', bytes: 9, sha256: 'a'.repeat(64) },
      { format: 'ndjson', bytes: 9, sha256: 'b'.repeat(64) },
    ],
    startDraft: [drafted, complete],
    replaceDraft: [drafted, { item: 'reserve-name', standardVersion: '2026-01', facts: {} }],
  };
  const exported = (await service.ask(beginExport, { as: 'publisher-cq' })).body;
  const tasksHeld = async () =>
    (await service.ask(listMeasureTasks, { as: 'measure-officer-cq' })).body.tasks.map(({ id }) => id);
  const tasks = await vi.waitUntil(
    async () => {
      const found = await tasksHeld();
      return found.length > 0 && found.slice(0, 2);
    },
    { timeout: 60_000 },
  );
  parameters = {
    id: [
      waiting.id,
      registered.id,
      waiting.id.toUpperCase(),
      draft.id,
      material.id,
      ...held,
      ...tasks,
      ...listings,
      dataRequest.id,
      exported.id,
    ],
    open: ['true', 'false'],
    state: ['proposed', 'released', 'listed', 'removed'],
    due: ['overdue'],
    material: [material.id],
    authority: ['reg-511623', 'reg-500231'],
    code: [code, code.toLowerCase(), '91500231MA5U000A5X'],
    item: ['establish-company'],
    source: ['sc-penalties', 'cq-penalties'],
    list: [
      'revocation-20261123',
      'suspension-20260230',
      'refresh-20991231',
      'revocation-00000000',
      'serious-list',
    ],
    side: ['CQ', 'SC', 'XX'],
    issuer: ['reg-511623', 'register', 'court-500231'],
    cursor: ['AAAA'],
    assignee: ['mine', 'unassigned', 'all'],
    overdue: ['true', 'false'],
    day: ['2026-11-23', today(), '0001-01-01', '9999-12-31'],
    on: ['2026-11-23', '2000-01-01', '2100-01-01'],
    kind: ['registration', 'court'],
    jurisdiction: ['CQ', 'SC', 'XX'],
    lookup: ['00000000-0000-7000-8000-000000000000'],
    from: ['2026-11-23', '2000-01-01'],
    to: ['2026-11-23', '2100-01-01'],
    month: ['2026-11'],
    since: ['2026-11-23T02:00:00.000Z', '9999-12-31T23:59:59.999Z'],
    period: ['2026-11', '0000-01'],
    after: ['2026-11-23', '0', '1', '999999999999'],
    types: ['FilingRegistered', 'RecordPublished,RepairGranted'],
    subject: [`filings/${registered.id}`],
    limit: ['1', '100'],
    wait: ['0', '1'],
  };
});
afterAll(endAll);

const fieldsOf = (schema: Route['params']): readonly string[] => Object.keys(schema?.def.shape ?? {});

const usual = (name: string): readonly string[] => parameters[name] ?? [name];

const paramsOf = (route: Route) =>
  fc.record(Object.fromEntries(fieldsOf(route.params).map((name) => [name, parameter(usual(name))])));

const queryOf = (route: Route) =>
  fc.record(
    Object.fromEntries(
      [...fieldsOf(route.query), 'unheard-of'].map((name) => [name, parameter(usual(name))]),
    ),
    { requiredKeys: [] },
  );

const headersOf = fc.record(
  {
    accept: fc.constantFrom('text/html', 'application/vc+jwt', '*/*', 'text/html;q=x, image/png'),
    'accept-language': fc.constantFrom('en', 'zh-CN', 'fr;q=x'),
    'idempotency-key': fc.constantFrom('one', 'two', 'a key', '!'.repeat(128)),
    'if-match': fc.constantFrom('"1"', '"2"', 'W/"1"', '*'),
    'content-type': fc.constantFrom(
      'application/json',
      'application/json; charset=utf-8',
      'application/json; charset=gbk',
      'text/plain',
    ),
  },
  { requiredKeys: [] },
);

/** What a route cannot do without. */
const leastQuery = ({ id }: Route): Record<string, string> => (id === 'listChanges' ? { side: 'CQ' } : {});

function requestOf(route: Route): fc.Arbitrary<Badly> {
  const given = bodies[route.id] ?? [];
  const body: fc.Arbitrary<Pick<Badly, 'body' | 'raw'>> =
    given.length === 0
      ? fc.constant({})
      : fc.oneof(
          { weight: 9, arbitrary: mutated(given).map((one) => ({ body: one })) },
          { weight: 1, arbitrary: brokenBytes(given).map((raw) => ({ raw })) },
        );
  const common = fc.record({
    params: paramsOf(route),
    query: fc.oneof({ weight: 3, arbitrary: fc.constant(leastQuery(route)) }, queryOf(route)),
    headers: fc.oneof({ weight: 4, arbitrary: fc.constant({}) }, headersOf),
  });
  const persona = personaOf[route.id];
  return fc
    .tuple(body, common)
    .map(([sent, rest]) => ({ ...sent, ...rest, ...(persona !== undefined && { as: persona }) }) as Badly);
}

test('there are bodies for every route that takes one', () => {
  expect(Object.keys(bodies).sort()).toEqual(routes.flatMap(({ id, body }) => (body ? [id] : [])).sort());
});

describe.concurrent('whatever is asked, the answer is one that the contract declares and no fault of ours', () => {
  test.each(routes.map((route) => [route.id, route] as const))(
    '%s',
    async (_, route) => {
      const seen = new Set<number>();
      await fc.assert(
        fc.asyncProperty(requestOf(route), async (asking) => {
          const { status, body } = await service.send(route, asking);
          seen.add(status);
          if (status >= 500) throw new Error(`${status}: ${JSON.stringify(body)}`);
        }),
        { seed: SEED, numRuns: runsOf(route) },
      );
      expect(seen.has(400)).toBe(true);
      expect([...seen].some((status) => status !== 400)).toBe(true);
    },
    120_000,
  );
});
