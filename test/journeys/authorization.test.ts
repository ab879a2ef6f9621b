import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { checkFiling, submitFiling } from '../../lib/contract/filings.ts';
import type { Route } from '../../lib/contract/route.ts';
import { routes } from '../../lib/contract/routes.ts';
import { personas } from '../../local/personas.ts';
import type { Badly } from '../support/client.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aDraft, aFiling, freshPerson } from './a-filing.ts';
import { lookUpOf, recordOf } from './a-record.ts';

const everybody = [
  'applicant',
  'registrar-cq',
  'registrar-sc',
  'registrar-cq-2',
  'registrar-sc-2',
  'head-cq',
  'head-sc',
  'publisher-cq',
  'publisher-sc',
  'credit-officer-cq',
  'credit-officer-sc',
  'court-officer-cq',
  'credit-officer-cq-2',
  'superior-officer-cq',
  'superior-officer-sc',
  'regulator-cq',
  'regulator-sc',
  'measure-officer-cq',
  'measure-officer-sc',
  'subject',
  'auditor',
  'data-officer-cq',
  'data-officer-sc',
  'subscriber',
];

const registrars = ['registrar-cq', 'registrar-sc', 'registrar-cq-2', 'registrar-sc-2'];
const filers = ['applicant', ...registrars];
const officers = [...registrars, 'head-cq', 'head-sc'];
const readers = ['applicant', ...officers, 'auditor'];
const publishers = [
  'publisher-cq',
  'publisher-sc',
  'credit-officer-cq',
  'credit-officer-sc',
  'court-officer-cq',
  'credit-officer-cq-2',
  'superior-officer-cq',
  'superior-officer-sc',
];
const regulators = ['regulator-cq', 'regulator-sc', 'measure-officer-cq', 'measure-officer-sc'];
const measureOfficers = [...registrars, ...regulators];
const parties = ['applicant', ...publishers, 'subject'];
const repairers = [...parties, 'head-cq', 'head-sc'];

/** Whom each route lets in. Written down by hand: it is what the contract is held against. */
const letsIn: Readonly<Record<string, readonly string[] | 'anybody'>> = {
  getHealth: 'anybody',
  listItems: 'anybody',
  getStandard: 'anybody',
  listMeasures: 'anybody',
  listAuthorities: 'anybody',
  listPlatforms: 'anybody',
  listRetention: 'anybody',
  listNegativeLists: 'anybody',
  listKeys: 'anybody',
  screenProject: 'anybody',
  checkFiling: filers,
  submitFiling: filers,
  listFilings: filers,
  getFiling: readers,
  getReceipt: readers,
  verifyReceipt: 'anybody',
  listQueue: officers,
  decideFiling: officers,
  withdrawFiling: filers,
  claimFiling: officers,
  handOverFiling: officers,
  getEnterprise: 'anybody',
  getLicence: 'anybody',
  verifyLicence: 'anybody',
  getStatusList: 'anybody',
  getIssuer: 'anybody',
  publishRecord: publishers,
  recordSuccession: publishers,
  getRecord: repairers,
  annulRecord: publishers,
  correctRecord: publishers,
  disputeRecord: parties,
  repairRecord: repairers,
  shieldRecord: publishers,
  heartbeatSource: publishers,
  lookUp: regulators,
  lookUpDetails: regulators,
  getPublicSubject: 'anybody',
  getPublicList: 'anybody',
  searchNames: regulators,
  issueStatement: ['applicant', ...regulators, 'subject'],
  beginWatch: regulators,
  listWatches: regulators,
  listWatchHits: regulators,
  endWatch: regulators,
  // The tokens of the others are for their office alone, though the route would let their roles in.
  listMyLookups: [...filers, ...regulators, 'subject'],
  listMyRecords: [...filers, ...regulators, 'subject'],
  getMyData: [...filers, ...regulators, 'subject'],
  askAboutMyData: [...filers, ...regulators, 'subject'],
  listMyDataRequests: [...filers, ...regulators, 'subject'],
  listDataRequests: ['data-officer-cq', 'data-officer-sc'],
  decideDataRequest: ['data-officer-cq', 'data-officer-sc'],
  listLogRoots: 'anybody',
  proveLogConsistency: 'anybody',
  proveLookup: [...filers, ...regulators, 'subject', 'auditor'],
  listLookupAlarms: ['auditor'],
  requestUpload: filers,
  completeUpload: filers,
  getMaterial: filers,
  listFilingMaterials: readers,
  getFilingMaterial: readers,
  startDraft: filers,
  listDrafts: filers,
  getDraft: filers,
  replaceDraft: filers,
  discardDraft: filers,
  checkDraft: filers,
  proposeListing: publishers,
  listListingCases: parties,
  getListingCase: parties,
  notifyListing: publishers,
  objectToListing: parties,
  answerListingObjection: publishers,
  consentToListing: publishers,
  decideListing: publishers,
  removeListing: publishers,
  reconcileRecords: publishers,
  listReconciliationEntries: publishers,
  listMyNotices: [...filers, 'subject'],
  readFairness: 'anybody',
  listMeasureTasks: ['applicant', ...measureOfficers, 'subject'],
  listFeedbackRates: 'anybody',
  getMeasureTask: [...parties, ...measureOfficers],
  notifyOfTask: measureOfficers,
  objectToTask: ['applicant', 'subject'],
  decideTask: measureOfficers,
  executeTask: measureOfficers,
  feedBackOnTask: measureOfficers,
  releaseTask: measureOfficers,
  getFollowUp: readers,
  followUpFiling: filers,
  listFollowUps: officers,
  listChanges: ['subscriber'],
  beginExport: publishers,
  listExports: publishers,
  getExport: publishers,
  requestImport: publishers,
  listImports: publishers,
  getImport: publishers,
};

const authorityOf = (persona: string | undefined): string =>
  persona?.includes('-sc') === true ? 'reg-511623' : 'reg-500231';

const hasShortId = ({ path }: Route): boolean => /^\/(credit\/(records|watches)|measure-tasks)\//.test(path);

/** Addressed as that persona would, with a body that only somebody who was let in hears about. */
const knock = (route: Route, persona?: string): Badly => ({
  params: {
    id: hasShortId(route) ? 'A'.repeat(22) : '00000000-0000-4000-8000-000000000000',
    authority: authorityOf(persona),
    code: '91500231MA5U000A5X',
    item: 'establish-company',
    source: 'cq-penalties',
    lookup: '00000000-0000-7000-8000-000000000000',
    list: route.path.startsWith('/credit/') ? 'serious-list' : 'revocation-20200101',
    issuer: 'register',
    material: '00000000-0000-4000-8000-000000000000',
  },
  ...(route.id === 'listChanges' && { query: { side: 'CQ' } }),
  ...(route.body !== undefined && { body: { nothing: 'of the kind' } }),
});

/** Whoever is let in hears of the body, or that there is no such thing. */
function statusOfKnock({ body, path }: Route): number {
  if (body !== undefined) return 400;
  /* Of any organisation it is told what is published, also if nothing is. */
  if (path.startsWith('/credit/subjects/')) return 200;
  return /\{(id|code|lookup)\}/.test(path) ? 404 : 200;
}

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

test('the table knows every route and every persona', () => {
  expect(Object.keys(letsIn)).toEqual(routes.map(({ id }) => id));
  expect(personas.map(({ id }) => id)).toEqual(everybody);
});

describe.each(routes.map((route) => [route.id, route] as const))('%s', (id, route) => {
  const allowed = letsIn[id] ?? [];

  test.each(everybody)('%s', async (persona) => {
    const told = await service.send(route, { as: persona, ...knock(route, persona) });
    if (allowed === 'anybody' || allowed.includes(persona)) {
      expect([401, 403]).not.toContain(told.status);
      expect(told.status).toBe(statusOfKnock(route));
      return;
    }
    expect(told).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  });

  test('nobody', async () => {
    const told = await service.send(route, knock(route));
    if (allowed === 'anybody') return expect(told.status).not.toBe(401);
    expect(told).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    expect(told.headers.get('www-authenticate')).toBe('Bearer');
  });
});

const hour = 3_600;
const now = () => Math.floor(Date.now() / 1000);

/** Tokens that are right but for one thing. */
const refusedTokens: Readonly<Record<string, () => string | Promise<string>>> = {
  'expired an hour ago': () =>
    service.forge.accessToken({ claims: { iat: now() - 2 * hour, exp: now() - hour } }),
  'expired a second ago': () => service.forge.accessToken({ claims: { exp: now() - 1 } }),
  'without an end': () => service.forge.accessToken({ claims: { exp: undefined } }),
  'not yet valid': () => service.forge.accessToken({ claims: { nbf: now() + hour } }),
  'signed by a key of nobody': () => service.forge.accessToken({ foreignKey: true }),
  'of another issuer': () => service.forge.accessToken({ claims: { iss: 'https://issuer.example' } }),
  'for another audience': () => service.forge.accessToken({ claims: { aud: 'tongbiao-real-name' } }),
  'of another type': () => service.forge.accessToken({ typ: 'JWT' }),
  'without a type': () => service.forge.accessToken({ typ: undefined }),
  'for nobody': () => service.forge.accessToken({ claims: { sub: undefined } }),
  'a real-name proof': () => service.proofOf(freshPerson()),
  'of a window that is not known': () => service.forge.accessToken({ claims: { window: 'win-999999' } }),
  unsigned: async () => {
    const [, payload] = (await service.forge.accessToken()).split('.');
    return `${btoa('{"alg":"none","typ":"at+jwt"}').replaceAll('=', '')}.${payload}.`;
  },
  'with a claim changed after it was signed': async () => {
    const [header, payload = '', signature] = (await service.forge.accessToken()).split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString());
    const changed = Buffer.from(JSON.stringify({ ...claims, roles: ['registrar'] })).toString('base64url');
    return `${header}.${changed}.${signature}`;
  },
  'no token at all': () => 'opensesame',
  'longer than any': () => 'a'.repeat(9_000),
};

describe('a token that is not accepted', () => {
  test('the same token with nothing wrong is accepted', async () => {
    const token = await service.forge.accessToken();
    expect((await service.send(checkFiling, { token, body: aDraft() })).status).toBe(200);
  });

  test.each(Object.keys(refusedTokens))('%s: 401 on every route that wants one', async (kind) => {
    const token = (await refusedTokens[kind]?.()) ?? '';
    for (const route of routes) {
      const told = await service.send(route, { token, ...knock(route) });
      if (letsIn[route.id] === 'anybody') expect(told.status, route.id).not.toBe(401);
      else expect(told, route.id).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    }
  });

  test('one that expires while the authorizer remembers it is refused by the route', async () => {
    const token = await service.forge.accessToken({ claims: { exp: now() + 2 } });
    const body = aDraft();
    expect((await service.send(checkFiling, { token, body })).status).toBe(200);
    await expect
      .poll(async () => (await service.send(checkFiling, { token, body })).status, { timeout: 8_000 })
      .toBe(401);
  });

  test('a scope without the role, and a role without the scope, are refused', async () => {
    const body = aDraft();
    const withoutRole = await service.forge.accessToken({ claims: { roles: ['auditor'] } });
    const withoutScope = await service.forge.accessToken({ claims: { scope: 'filings:read' } });
    const prefixOnly = await service.forge.accessToken({ claims: { scope: 'filings:checks filings' } });
    for (const token of [withoutRole, withoutScope, prefixOnly])
      expect(await service.send(checkFiling, { token, body })).toMatchObject({ status: 403 });
  });
});

describe('whoever is refused leaves nothing behind', () => {
  test('a whole and valid record, published by somebody who may not', async () => {
    const person = freshPerson();
    for (const as of [undefined, 'applicant', 'registrar-cq', 'regulator-cq', 'auditor'])
      await service.refused(publishRecord, { ...(as && { as }), body: recordOf(person) });
    expect((await lookUpOf(service, [person])).results).toMatchObject([
      { verdict: 'clear', disclosed: { entries: [] } },
    ]);
  });

  test('a whole and valid filing, filed by somebody who may not', async () => {
    const body = await aFiling(service);
    for (const as of [undefined, 'head-sc', 'publisher-sc', 'subject', 'auditor'])
      await service.refused(submitFiling, { ...(as && { as }), body, headers: { 'idempotency-key': 'one' } });
    const checked = await service.ask(checkFiling, { as: 'applicant', body });
    expect(checked.body.findings).toEqual([]);
  });
});
