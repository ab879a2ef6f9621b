import * as z from 'zod/mini';
import { filingIdShape, filingShape, findingShape, outcomeShape, routingShape } from './filing-shapes.ts';
import { route } from './route.ts';
import { cursorShape, idShape, shortTextShape } from './shapes.ts';

/**
 * A package before its item is known: which it is says by what schema the whole is read. The schemas of all items
 * take longer to make than anything else a cold start does, and a filing needs one of them.
 */
const openPackageShape = z.unknown();
const wholePackage = async () => (await import('./packages.ts')).packageShape;

const byId = z.strictObject({ id: filingIdShape });

/** Two hundred promoters, whom law allows (公司法 第九十二条), and their proofs: 1 MB. */
const LONGEST_PACKAGE = 1_048_576;

const packageErrors = [
  'unknown-item',
  'unknown-standard',
  'unknown-place',
  'unknown-enterprise',
  'no-authority-for-place',
  'identity-proof-invalid',
  'concerns-officer',
  'correction-not-allowed',
] as const;

export const checkedPackageFields = {
  item: idShape,
  standardVersion: z.string(),
  decidedBy: idShape,
  routing: z.optional(routingShape),
  findings: z.array(findingShape),
  admissible: z.array(outcomeShape),
};

export const checkFiling = route({
  id: 'checkFiling',
  method: 'POST',
  path: '/filings/check',
  surface: 'filings',
  access: { scope: 'filings:check', roles: ['applicant', 'registrar'] },
  summary: {
    zh: '预检：一次告知草稿的全部审查意见；不保存，不查询信用',
    en: 'Check a draft: every finding at once; nothing is stored and no credit record is read',
  },
  body: openPackageShape,
  wholeBody: wholePackage,
  longestBody: LONGEST_PACKAGE,
  responses: {
    200: z.strictObject(checkedPackageFields).register(z.globalRegistry, { id: 'CheckedPackage' }),
  },
  errors: [...packageErrors, 'material-unusable', 'too-busy'],
});

export const submitFiling = route({
  id: 'submitFiling',
  method: 'POST',
  path: '/filings',
  surface: 'filings',
  access: { scope: 'filings:write', roles: ['applicant', 'registrar'] },
  summary: {
    zh: '提交申请：当场登记、一次告知退回，或受理并告知办结期限',
    en: 'Submit a filing: registered on the spot, returned with every finding, or accepted with its due day',
  },
  body: openPackageShape,
  wholeBody: wholePackage,
  longestBody: LONGEST_PACKAGE,
  idempotent: true,
  responses: { 201: filingShape },
  errors: [
    ...packageErrors,
    'material-unusable',
    'draft-not-open',
    'idempotency-conflict',
    'signing-unavailable',
    'lookup-not-logged',
    'too-busy',
  ],
});

export const listFilings = route({
  id: 'listFilings',
  method: 'GET',
  path: '/filings',
  surface: 'filings',
  access: { scope: 'filings:read', roles: ['applicant', 'registrar'] },
  summary: { zh: '本人提交的申请，新的在前', en: 'The filings I submitted, newest first' },
  query: z.strictObject({ cursor: z.optional(cursorShape) }),
  responses: {
    200: z
      .strictObject({ filings: z.array(filingShape), next: z.optional(cursorShape) })
      .register(z.globalRegistry, { id: 'FilingPage' }),
  },
  errors: [],
});

export const getFiling = route({
  id: 'getFiling',
  method: 'GET',
  path: '/filings/{id}',
  surface: 'filings',
  access: { scope: 'filings:read', roles: ['applicant', 'registrar', 'head', 'auditor'] },
  summary: { zh: '查看一件申请', en: 'One filing' },
  params: byId,
  responses: { 200: filingShape },
  errors: ['not-found'],
});

export const getReceipt = route({
  id: 'getReceipt',
  method: 'GET',
  path: '/filings/{id}/receipt',
  surface: 'filings',
  access: { scope: 'filings:read', roles: ['applicant', 'registrar', 'head', 'auditor'] },
  summary: { zh: '最近一次处理的签名凭证', en: 'The signed receipt of the latest step' },
  params: byId,
  responses: {
    200: z
      .strictObject({ filing: filingIdShape, version: z.int(), receipt: z.string() })
      .register(z.globalRegistry, {
        id: 'SignedReceipt',
        description: 'A receipt (办理凭证) as a compact JWS; check it with POST /receipts/verify.',
      }),
  },
  errors: ['not-found'],
});

export const withdrawFiling = route({
  id: 'withdrawFiling',
  method: 'POST',
  path: '/filings/{id}/withdrawal',
  surface: 'filings',
  access: { scope: 'filings:write', roles: ['applicant', 'registrar'] },
  summary: {
    zh: '撤回尚未作出决定的申请（申请人本人，或者受理该申请的窗口）；释放所占用的名称',
    en: 'Withdraw a filing that is not decided yet (whoever filed it, or the window that took it); it gives up its name',
  },
  params: byId,
  body: z.optional(
    z
      .strictObject({ reason: z.optional(shortTextShape) })
      .register(z.globalRegistry, { id: 'WithdrawalRequest', example: { reason: '另行申请' } }),
  ),
  bodyIsOptional: true,
  idempotent: true,
  responses: { 200: filingShape },
  errors: [
    'not-found',
    'withdrawal-not-allowed',
    'filing-not-open',
    'version-conflict',
    'idempotency-conflict',
    'signing-unavailable',
    'too-busy',
  ],
});
