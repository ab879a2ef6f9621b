import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { getReceipt, submitFiling } from '../../lib/contract/filings.ts';
import { getLicence } from '../../lib/contract/licences.ts';
import type { Route } from '../../lib/contract/route.ts';
import { routes } from '../../lib/contract/routes.ts';
import { harmless } from '../support/a-project.ts';
import type { Badly } from '../support/client.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aDraft, aFiling, freshPerson, toBeJudged } from './a-filing.ts';
import { recordOf, subjectOf } from './a-record.ts';
import { brokenBytes, mutated, parameter } from './mutation.ts';

/** Of routes that take hardly anything there is less to try. */
const runsOf = ({ body, params }: Route): number => (body || params ? 300 : 60);
const SEED = 20_261_123;

/** Who may use each route; the public ones need nobody. */
const personaOf: Readonly<Record<string, string>> = {
  checkFiling: 'applicant',
  submitFiling: 'registrar-cq',
  listFilings: 'applicant',
  getFiling: 'auditor',
  getReceipt: 'auditor',
  listQueue: 'registrar-sc',
  decideFiling: 'registrar-sc',
  publishRecord: 'publisher-cq',
  heartbeatSource: 'publisher-sc',
  lookUp: 'regulator-cq',
  listMyLookups: 'subject',
  listMyRecords: 'subject',
  getMyData: 'applicant',
  proveLookup: 'auditor',
  listLookupAlarms: 'auditor',
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
  const { receipt } = (await service.ask(getReceipt, { ...asked, params: { id: waiting.id } })).body;
  const person = freshPerson();
  const filings = [complete, judged, aDraft(), await aFiling(service)];
  const question = { purpose: 'registration', basis: 'registration-review' };
  bodies = {
    screenProject: [{ project: harmless, scope: ['家具制造', '支付业务'] }, { scope: ['股权众筹'] }],
    checkFiling: filings,
    submitFiling: filings,
    verifyReceipt: [{ receipt }, { receipt: licence }],
    verifyLicence: [{ licence }, { licence: receipt }],
    decideFiling: [
      { action: 'register', reason: '核实', departure: { code: 'other', reason: '理由' } },
      { action: 'refuse', grounds: ['names.industry-word'], reason: '不合标准' },
      { action: 'return', reason: '不合标准' },
      { action: 'propose-extension', reason: '复杂' },
      { action: 'decline-extension' },
    ],
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
    heartbeatSource: [{ completeUpTo: new Date().toISOString() }],
    lookUp: [
      { ...question, subjects: [subjectOf(person), { kind: 'organisation', code: '91500231MA5U000A5X' }] },
      { ...question, subjects: [subjectOf(person)], asOf: '2026-01-01', knownAt: '2026-06-01T00:00:00.000Z' },
    ],
  };
  parameters = {
    id: [waiting.id, registered.id, waiting.id.toUpperCase()],
    authority: ['reg-511623', 'reg-500231'],
    code: [code, code.toLowerCase(), '91500231MA5U000A5X'],
    item: ['establish-company'],
    source: ['sc-penalties', 'cq-penalties'],
    cursor: ['AAAA'],
    on: ['2026-11-23', '2000-01-01', '2100-01-01'],
    kind: ['registration', 'court'],
    jurisdiction: ['CQ', 'SC', 'XX'],
    lookup: ['00000000-0000-7000-8000-000000000000'],
    from: ['2026-11-23', '2000-01-01'],
    to: ['2026-11-23', '2100-01-01'],
    after: ['2026-11-23'],
    month: ['2026-11'],
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
    query: fc.oneof({ weight: 3, arbitrary: fc.constant({}) }, queryOf(route)),
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
  test.each(routes.map((route) => [route.id, route] as const))('%s', async (_, route) => {
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
  });
});
