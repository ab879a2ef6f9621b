import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lookUp } from '../../lib/contract/credit-lookup.ts';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { checkFiling, listFilings, submitFiling } from '../../lib/contract/filings.ts';
import type { Route } from '../../lib/contract/route.ts';
import { routes } from '../../lib/contract/routes.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, freshPerson } from './a-filing.ts';
import { lookUpOf, recordOf, subjectOf } from './a-record.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

const json = 'application/json';

/** With blanks behind it, which JSON allows. */
const ofBytes = (whole: string, bytes: number): string =>
  whole + ' '.repeat(bytes - Buffer.byteLength(whole));

/** Bodies that are refused before anybody looks at what they say: code, status, and where. */
const refused: Readonly<
  Record<
    string,
    {
      readonly of: (whole: string) => string | Uint8Array;
      readonly type?: string;
      readonly status: number;
      readonly code: string;
      readonly defect?: { readonly path: string; readonly code: string };
    }
  >
> = {
  'no JSON': {
    of: (whole) => whole.slice(0, -1),
    status: 400,
    code: 'malformed-body',
    defect: { path: '', code: 'not-json' },
  },
  'two documents': {
    of: (whole) => whole + whole,
    status: 400,
    code: 'malformed-body',
    defect: { path: '', code: 'not-json' },
  },
  'a byte order mark': {
    of: (whole) => `\ufeff${whole}`,
    status: 400,
    code: 'malformed-body',
    defect: { path: '', code: 'not-json' },
  },
  'a comment': {
    of: (whole) => `${whole} // as wished`,
    status: 400,
    code: 'malformed-body',
    defect: { path: '', code: 'not-json' },
  },
  'a key given twice': {
    of: (whole) => whole.replace('{', '{"surplus": 1, "surplus": 1,'),
    status: 400,
    code: 'malformed-body',
    defect: { path: '/surplus', code: 'duplicate-key' },
  },
  'a key given twice, once escaped': {
    of: (whole) => whole.replace('{', '{"surplus": 1, "\\u0073urplus": 1,'),
    status: 400,
    code: 'malformed-body',
    defect: { path: '/surplus', code: 'duplicate-key' },
  },
  '33 levels': {
    of: (whole) => whole.replace('{', `{"deep": ${'['.repeat(32)}${']'.repeat(32)},`),
    status: 400,
    code: 'malformed-body',
    defect: { path: `/deep${'/0'.repeat(31)}`, code: 'too-deep' },
  },
  '100 000 levels': {
    of: () => '['.repeat(100_000),
    status: 400,
    code: 'malformed-body',
    defect: { path: '/0'.repeat(32), code: 'too-deep' },
  },
  'a lone surrogate': {
    of: (whole) => whole.replace('{', '{"surplus": "\\ud800",'),
    status: 400,
    code: 'malformed-body',
    defect: { path: '/surplus', code: 'lone-surrogate' },
  },
  'a control character': {
    of: (whole) => whole.replace('{', '{"surplus": "\\u0000",'),
    status: 400,
    code: 'malformed-body',
    defect: { path: '/surplus', code: 'control-character' },
  },
  'bytes that are not UTF-8': {
    of: (whole) => Buffer.concat([Buffer.from(whole.slice(0, -1)), Buffer.from([0xc3, 0x28, 0x7d])]),
    status: 400,
    code: 'malformed-body',
    defect: { path: '', code: 'not-json' },
  },
  GBK: {
    of: () => Buffer.from([0x7b, 0x22, 0xc3, 0xfb, 0x22, 0x3a, 0x31, 0x7d]),
    status: 400,
    code: 'malformed-body',
    defect: { path: '', code: 'not-json' },
  },
  'an unknown field': {
    of: (whole) => whole.replace('{', '{"surplus": 1,'),
    status: 400,
    code: 'invalid-request',
    defect: { path: '/surplus', code: 'unknown-field' },
  },
  'a field named like the prototype': {
    of: (whole) => whole.replace('{', '{"__proto__": {"admitted": true},'),
    status: 400,
    code: 'invalid-request',
    defect: { path: '/__proto__', code: 'unknown-field' },
  },
  'an array': { of: (whole) => `[${whole}]`, status: 400, code: 'invalid-request' },
  null: { of: () => 'null', status: 400, code: 'invalid-request' },
  'nothing at all': {
    of: () => '',
    status: 400,
    code: 'invalid-request',
    defect: { path: '', code: 'missing-body' },
  },
  '1 048 577 bytes': { of: (whole) => ofBytes(whole, 1_048_577), status: 413, code: 'body-too-large' },
  '11 MB': { of: (whole) => ofBytes(whole, 11 * 1024 * 1024), status: 413, code: 'body-too-large' },
  text: { of: (whole) => whole, type: 'text/plain', status: 415, code: 'unsupported-media-type' },
  'a form': {
    of: (whole) => whole,
    type: 'application/x-www-form-urlencoded',
    status: 415,
    code: 'unsupported-media-type',
  },
  'JSON in another character set': {
    of: (whole) => whole,
    type: `${json}; charset=gbk`,
    status: 415,
    code: 'unsupported-media-type',
  },
  'JSON of a dialect': {
    of: (whole) => whole,
    type: 'application/ld+json',
    status: 415,
    code: 'unsupported-media-type',
  },
};

describe.each(Object.entries(refused))('%s', (_, bad) => {
  const send = (route: Route, as: string, whole: unknown, more: Record<string, string> = {}) =>
    service.refused(route, {
      as,
      raw: bad.of(JSON.stringify(whole)),
      headers: { 'content-type': bad.type ?? json, ...more },
    });
  const problem = {
    status: bad.status,
    body: {
      code: bad.code,
      ...(bad.defect && { defects: expect.arrayContaining([expect.objectContaining(bad.defect)]) }),
    },
  };

  test('as a filing is refused and files nothing', async () => {
    const body = await aFiling(service);
    const token = await service.forge.accessToken({ claims: { sub: crypto.randomUUID() } });
    const headers = { 'content-type': bad.type ?? json, 'idempotency-key': 'bad' };
    const raw = bad.of(JSON.stringify(body));
    expect(await service.refused(submitFiling, { token, raw, headers })).toMatchObject(problem);
    expect((await service.ask(listFilings, { token })).body.filings).toEqual([]);
    expect((await service.ask(checkFiling, { token, body })).body.findings).toEqual([]);
  });

  test('as a record is refused and publishes nothing', async () => {
    const person = freshPerson();
    expect(await send(publishRecord, 'publisher-cq', recordOf(person))).toMatchObject(problem);
    expect((await lookUpOf(service, [person])).results).toMatchObject([
      { verdict: 'clear', disclosed: { entries: [] } },
    ]);
  });

  test('as a question is refused', async () => {
    const question = {
      purpose: 'registration',
      basis: 'registration-review',
      subjects: [subjectOf(freshPerson())],
    };
    expect(await send(lookUp, 'regulator-sc', question)).toMatchObject(problem);
  });
});

test('1 048 576 bytes and 32 levels are not too much', async () => {
  const body = ofBytes(JSON.stringify(await aFiling(service)), 1_048_576);
  expect(await service.send(checkFiling, { as: 'applicant', raw: body })).toMatchObject({ status: 200 });
  const deep = `{"deep": ${'['.repeat(31)}${']'.repeat(31)}}`;
  expect(await service.refused(checkFiling, { as: 'applicant', raw: deep })).toMatchObject({
    body: { code: 'invalid-request' },
  });
});

test('text is taken in its composed form', async () => {
  const body = await aFiling(service, {
    facts: (facts) => ({ ...facts, address: { ...facts.address, detail: 'Cafe\u0301 3 楼' } }),
  });
  const filed = await service.ask(submitFiling, { as: 'applicant', body });
  expect(filed.body.state).toBe('registered');
});

describe('a route that takes a body', () => {
  const withBody = routes.filter(({ body }) => body !== undefined);
  const personas: Readonly<Record<string, string>> = {
    checkFiling: 'applicant',
    submitFiling: 'applicant',
    decideFiling: 'registrar-cq',
    withdrawFiling: 'applicant',
    followUpFiling: 'applicant',
    handOverFiling: 'registrar-cq',
    publishRecord: 'publisher-cq',
    recordSuccession: 'publisher-cq',
    annulRecord: 'publisher-cq',
    correctRecord: 'publisher-cq',
    disputeRecord: 'subject',
    repairRecord: 'subject',
    shieldRecord: 'publisher-cq',
    heartbeatSource: 'publisher-cq',
    askAboutMyData: 'subject',
    decideDataRequest: 'data-officer-cq',
    lookUp: 'regulator-cq',
    lookUpDetails: 'regulator-cq',
    searchNames: 'regulator-cq',
    issueStatement: 'regulator-cq',
    beginWatch: 'regulator-cq',
    beginExport: 'publisher-cq',
    requestUpload: 'applicant',
    requestImport: 'publisher-cq',
    startDraft: 'applicant',
    replaceDraft: 'applicant',
    notifyOfTask: 'measure-officer-cq',
    objectToTask: 'subject',
    decideTask: 'measure-officer-cq',
    executeTask: 'measure-officer-cq',
    feedBackOnTask: 'measure-officer-cq',
    releaseTask: 'measure-officer-cq',
    proposeListing: 'credit-officer-cq',
    notifyListing: 'credit-officer-cq',
    objectToListing: 'credit-officer-cq',
    answerListingObjection: 'credit-officer-cq',
    consentToListing: 'credit-officer-cq',
    decideListing: 'credit-officer-cq',
    removeListing: 'credit-officer-cq',
  };
  const tooLong: Readonly<Record<string, number>> = {
    verifyReceipt: 2_001_001,
    checkFiling: 1_048_577,
    submitFiling: 1_048_577,
    startDraft: 200_001,
    replaceDraft: 200_001,
  };

  test.each(withBody.map((route) => [route.id, route] as const))(
    '%s refuses none, text and too much',
    async (id, route) => {
      const persona = personas[id];
      const common = {
        ...(persona !== undefined && { as: persona }),
        params: {
          id: /^\/(credit\/records|measure-tasks)\//.test(route.path)
            ? 'A'.repeat(22)
            : '00000000-0000-4000-8000-000000000000',
          source: 'cq-penalties',
        },
      };
      const told = async (raw: string, type = json) =>
        (await service.send(route, { ...common, raw, headers: { 'content-type': type } })).status;
      const tooMuch = ' '.repeat(tooLong[id] ?? 262_145);
      const taken = route.path.includes('{id}') ? 404 : 201;
      const none = route.bodyIsOptional ? taken : 400;
      expect([await told(''), await told('{}', 'text/plain'), await told(tooMuch)]).toEqual([none, 415, 413]);
    },
  );
});
