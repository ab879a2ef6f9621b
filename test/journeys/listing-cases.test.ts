import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import {
  answerListingObjection,
  consentToListing,
  decideListing,
  getListingCase,
  listListingCases,
  notifyListing,
  objectToListing,
  proposeListing,
  removeListing,
} from '../../lib/contract/listing-cases.ts';
import { getRecord } from '../../lib/contract/record-steps.ts';
import type { Route } from '../../lib/contract/route.ts';
import { findPersona } from '../../local/personas.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { today } from './a-filing.ts';
import {
  consented,
  decisionOn,
  FACTORY,
  listedOn,
  notified,
  proposal,
  SHOP,
  speakerOf,
  verdictOf,
} from './a-listing.ts';
import { recordOf, subjectOf } from './a-record.ts';

let service: LocalService;
let speaker: string;
beforeAll(async () => {
  service = await startLocalService();
  speaker = await speakerOf(service, FACTORY.code);
});
afterAll(endAll);

const stateOf = async (as: string, id: string) =>
  (await service.send(getListingCase, { as, params: { id } })).status;

test('automation proposes by a heavier penalty alone: two officers take it further, or one ends it', async () => {
  const subject = { kind: 'organisation', code: '91500231MAQ0TB037M' } as const;
  const published = await service.ask(publishRecord, {
    as: 'credit-officer-cq',
    body: {
      class: 'penalty',
      subject,
      issuedBy: 'reg-500231',
      documentNumber: '垫市监处罚〔2026〕虚构77号',
      decidedOn: today(),
      basis: [{ law: '示例法', article: '第一条' }],
      severity: 'serious',
      penalty: { kinds: ['business-halted'] },
    },
  });
  const found = async () =>
    (
      await service.ask(listListingCases, { as: 'credit-officer-cq', query: { state: 'proposed' } })
    ).body.cases.find(
      ({ origin, grounds }) => origin === 'automation' && grounds.includes(published.body.id),
    );
  await expect.poll(found, { timeout: 30_000 }).toMatchObject({ list: 'serious-list', subject, version: 1 });
  const params = { id: (await found())?.id ?? '' };
  const body = { documentNumber: '垫市监严告〔2026〕虚构77号' };
  await service.ask(notifyListing, { as: 'credit-officer-cq', params, body });
  expect(
    await service.refused(decideListing, { as: 'credit-officer-cq', params, body: decisionOn(today()) }),
  ).toMatchObject({ status: 403, body: { code: 'concerns-officer' } });
  const ended = { outcome: 'not-list', reason: '情节尚不严重' } as const;
  const told = await service.ask(decideListing, { as: 'credit-officer-cq', params, body: ended });
  expect(told.body.state).toBe('not-listed');
});

test('from the proposal to the list: heard, consented to, decided in writing, published with it, seen from the other side', async () => {
  const { id, rights, consent, next } = await notified(service);
  expect(rights).toHaveLength(3);
  expect(consent).toEqual({ needed: true, of: 'reg-500000' });
  expect(next).toEqual(['objected', 'not-listed']);
  await consented(service, id, speaker);
  const told = await listedOn(service, id, today());
  expect(told).toMatchObject({
    state: 'listed',
    version: 7,
    listed: { from: today() },
    repairNotice: { zh: expect.stringContaining('三年') },
    next: ['removed'],
  });
  expect(told.steps.map(({ kind, authority }) => [kind, authority])).toEqual([
    ['proposed', 'reg-500231'],
    ['notified', 'reg-500231'],
    ['objected', undefined],
    ['objection-answered', 'reg-500231'],
    ['consent-asked', 'reg-500231'],
    ['consented', 'reg-500000'],
    ['listed', 'reg-500231'],
  ]);
  const params = { id: told.record ?? '' };
  expect((await service.ask(getRecord, { token: speaker, params })).body).toMatchObject({
    state: 'in-force',
    class: 'serious-list',
    issuedBy: 'reg-500231',
    versions: [{ kind: 'published' }],
  });
  expect((await verdictOf(service, FACTORY.code))?.verdict).toBe('hit');
});

test('the subject knows of a case once it was told, the next higher authority once it was asked, the other side never', async () => {
  const proposed = await service.ask(proposeListing, { as: 'credit-officer-cq', body: proposal });
  const { id } = proposed.body;
  const seen = async () => ({
    officer: await stateOf('credit-officer-cq', id),
    superior: await stateOf('superior-officer-cq', id),
    other: await stateOf('credit-officer-sc', id),
    platform: await stateOf('publisher-cq', id),
    subject: (await service.send(getListingCase, { token: speaker, params: { id } })).status,
  });
  const nobody = { officer: 200, superior: 404, other: 404, platform: 404, subject: 404 };
  expect(await seen()).toEqual(nobody);
  const body = { documentNumber: '垫市监列告〔2026〕虚构2号' };
  await service.ask(notifyListing, { as: 'credit-officer-cq', params: { id }, body });
  expect(await seen()).toEqual({ ...nobody, subject: 200 });
  await consented(service, id, speaker);
  expect(await seen()).toEqual({ ...nobody, subject: 200, superior: 200 });
  const own = (await service.ask(listListingCases, { token: speaker })).body.cases;
  expect(own.map((one) => one.id)).toContain(id);
  const queue = async (as: string, state: 'consented' | 'proposed') => {
    const told = await service.ask(listListingCases, { as, query: { state } });
    return told.body.cases.map((one) => one.id);
  };
  await expect.poll(() => queue('superior-officer-cq', 'consented')).toContain(id);
  expect(await queue('credit-officer-cq', 'consented')).toContain(id);
  expect(await queue('credit-officer-cq', 'proposed')).not.toContain(id);
  expect(await queue('credit-officer-sc', 'consented')).toEqual([]);
});

describe('who may not', () => {
  test('who proposed decides neither way, and nobody decides about themselves', async () => {
    const { id } = await notified(service);
    for (const body of [decisionOn(today()), { outcome: 'not-list', reason: '不列入' }])
      expect(
        await service.refused(decideListing, { as: 'credit-officer-cq', params: { id }, body }),
      ).toMatchObject({
        status: 403,
        body: { code: 'concerns-officer' },
      });
    const me = findPersona('credit-officer-cq-2')?.person;
    if (me === undefined) throw new Error('The officer is nobody');
    const body = { ...proposal, subject: subjectOf(me) };
    expect(await service.refused(proposeListing, { as: 'credit-officer-cq-2', body })).toMatchObject({
      body: { code: 'concerns-officer' },
    });
    const mine = (await service.ask(proposeListing, { as: 'credit-officer-cq', body })).body;
    const params = { id: mine.id };
    expect(
      await service.refused(decideListing, {
        as: 'credit-officer-cq-2',
        params,
        body: { outcome: 'not-list', reason: '不列入' },
      }),
    ).toMatchObject({ body: { code: 'concerns-officer' } });
  });

  test('an authority gives no consent to itself', async () => {
    const { id } = await notified(service);
    const body = { action: 'give', reason: '同意' };
    expect(
      await service.refused(consentToListing, { as: 'credit-officer-cq-2', params: { id }, body }),
    ).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });

  test('the authority that keeps the list does not publish past its case; a platform relays as before', async () => {
    const record = {
      ...recordOf({ name: '', document: { kind: 'citizen-id', number: '' } }),
      class: 'serious-list',
      subject: SHOP,
      issuedBy: 'reg-500231',
    };
    expect(await service.refused(publishRecord, { as: 'credit-officer-cq', body: record })).toMatchObject({
      status: 409,
      body: { code: 'listing-case-required', values: { list: 'serious-list' } },
    });
    expect((await service.ask(publishRecord, { as: 'publisher-cq', body: record })).status).toBe(201);
  });
});

test('of many who decide at one moment one does, and the record is published once', async () => {
  const { id } = await notified(service);
  await consented(service, id, speaker);
  const bodies = Array.from({ length: 6 }, () => decisionOn(today()));
  const told = await Promise.all(
    bodies.map((body) => service.send(decideListing, { as: 'credit-officer-cq-2', params: { id }, body })),
  );
  expect(told.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409, 409, 409]);
  const { steps } = (await service.ask(getListingCase, { as: 'credit-officer-cq', params: { id } })).body;
  expect(steps.filter(({ kind }) => kind === 'listed')).toHaveLength(1);
});

test('the list of abnormal operations: no notice, no consent; taken off as soon as the conduct is corrected', async () => {
  const body = { ...proposal, list: 'abnormal-list', grounds: '未按期公示年度报告' };
  const { id } = (await service.ask(proposeListing, { as: 'credit-officer-cq', body })).body;
  const params = { id };
  expect(
    await service.refused(notifyListing, {
      as: 'credit-officer-cq',
      params,
      body: { documentNumber: '告1号' },
    }),
  ).toMatchObject({ status: 409, body: { values: { reason: 'no-notice-for-list' } } });
  const listed = await listedOn(service, id, today());
  expect(listed).toMatchObject({ state: 'listed', listed: { from: today() }, removableFrom: today() });
  expect(listed.listed).not.toHaveProperty('until');
  const removal = {
    kind: 'decision' as const,
    reason: '已补报年度报告',
    document: { number: '垫市监异移〔2026〕虚构1号', decidedOn: today() },
    met: ['conduct-corrected' as const],
  };
  const removed = await service.ask(removeListing, { as: 'credit-officer-cq', params, body: removal });
  expect(removed.body).toMatchObject({
    state: 'removed',
    removal: { how: 'decision', on: today() },
    next: [],
  });
  expect(
    (await service.ask(getRecord, { token: speaker, params: { id: listed.record ?? '' } })).body.state,
  ).toBe('repaired');
});

test('a listing that was wrong is annulled with its case', async () => {
  const { id } = await notified(service);
  await consented(service, id, speaker);
  const { record } = await listedOn(service, id, today());
  const body = {
    kind: 'annulment' as const,
    ground: 'revoked' as const,
    reason: '行政复议撤销原决定',
    document: { number: '渝市监复〔2026〕虚构9号', decidedOn: today() },
  };
  const told = await service.ask(removeListing, { as: 'credit-officer-cq', params: { id }, body });
  expect(told.body).toMatchObject({ state: 'removed', removal: { how: 'annulled', on: today() } });
  expect((await service.ask(getRecord, { token: speaker, params: { id: record ?? '' } })).body.state).toBe(
    'annulled',
  );
});

describe('bad input of each route has its problem document', () => {
  const reason = '理由';
  const uuid = '00000000-0000-4000-8000-000000000000';
  const document = () => ({ number: '示例〔2026〕1号', decidedOn: today() });
  const tomorrow = { number: '示例〔2026〕1号', decidedOn: '2099-01-01' };
  const longAgo = { number: '示例〔2026〕1号', decidedOn: '2020-01-01' };
  const removal = () => ({ kind: 'decision', reason, document: document(), met: ['conduct-corrected'] });

  test.each<[string, Route, unknown, number, string]>([
    ['an unknown list', proposeListing, { ...proposal, list: 'gossip' }, 422, 'unknown-list'],
    ['a class that is no list', proposeListing, { ...proposal, list: 'penalty' }, 422, 'unknown-list'],
    ['a list of the prototype', proposeListing, { ...proposal, list: 'constructor' }, 422, 'unknown-list'],
    ['no grounds', proposeListing, { ...proposal, grounds: '' }, 400, 'invalid-request'],
    ['no basis', proposeListing, { ...proposal, basis: [] }, 400, 'invalid-request'],
    ['another field', proposeListing, { ...proposal, authority: 'reg-511623' }, 400, 'invalid-request'],
    [
      'a citizen number in the grounds',
      proposeListing,
      { ...proposal, grounds: '50023119900307000X' },
      400,
      'invalid-request',
    ],
    ['a notice of no case', notifyListing, { documentNumber: '告1号' }, 404, 'not-found'],
    ['an objection in no case', objectToListing, { reason }, 404, 'not-found'],
    ['an answer in no case', answerListingObjection, { outcome: 'rejected', reason }, 404, 'not-found'],
    ['consent in no case', consentToListing, { action: 'ask', reason }, 404, 'not-found'],
    ['a decision in no case', decideListing, { outcome: 'not-list', reason }, 404, 'not-found'],
    [
      'a removal in no case',
      removeListing,
      {
        kind: 'decision',
        reason,
        document: { number: '1', decidedOn: '2026-01-01' },
        met: ['conduct-corrected'],
      },
      404,
      'not-found',
    ],
    ['an unknown outcome', decideListing, { outcome: 'maybe', reason }, 400, 'invalid-request'],
    ['a decision without its document', decideListing, { outcome: 'list', reason }, 400, 'invalid-request'],
    ['an unknown consent', consentToListing, { action: 'shrug', reason }, 400, 'invalid-request'],
  ])('%s', async (_, route, body, status, code) => {
    const told = await service.refused(route, { as: 'credit-officer-cq', params: { id: uuid }, body });
    expect(told).toMatchObject({ status, body: { code, status, requestId: expect.any(String) } });
  });

  test('a court keeps no such list, and a platform keeps none of its own', async () => {
    for (const as of ['court-officer-cq', 'publisher-cq'])
      expect(await service.refused(proposeListing, { as, body: proposal })).toMatchObject({
        status: 422,
        body: { code: 'record-out-of-catalogue', values: { reason: 'authority-kind' } },
      });
  });

  test('steps out of turn say why, and what can be done is told beside it', async () => {
    const { id } = await notified(service);
    const params = { id };
    const by = (as: string, route: Route, body: unknown) => service.refused(route, { as, params, body });
    const refusals = {
      'notified-already': await by('credit-officer-cq', notifyListing, { documentNumber: '告2号' }),
      'nothing-objected': await by('credit-officer-cq', answerListingObjection, {
        outcome: 'rejected',
        reason,
      }),
      'objection-period-runs': await by('credit-officer-cq', consentToListing, { action: 'ask', reason }),
      'not-on-list': await by('credit-officer-cq', removeListing, removal()),
    };
    for (const [why, told] of Object.entries(refusals))
      expect(told).toMatchObject({
        status: 409,
        body: { code: 'listing-step-not-allowed', values: { reason: why } },
      });
    expect(refusals['objection-period-runs'].body.values).toHaveProperty('until');
  });

  test('documents of a day to come or of before the case, stale versions, too early removals', async () => {
    const { id } = await notified(service);
    await consented(service, id, speaker);
    const params = { id };
    const as = 'credit-officer-cq-2';
    const decided = (given: unknown) => ({ outcome: 'list', reason, document: given });
    for (const [given, code] of [
      [tomorrow, 'after-today'],
      [longAgo, 'before-step'],
    ] as const)
      expect(await service.refused(decideListing, { as, params, body: decided(given) })).toMatchObject({
        status: 400,
        body: { defects: [{ path: '/document/decidedOn', code }] },
      });
    const stale = await service.refused(decideListing, {
      as,
      params,
      body: decided(document()),
      headers: { 'if-match': '"2"' },
    });
    expect(stale).toMatchObject({ status: 412, body: { code: 'version-conflict', values: { current: 6 } } });
    await listedOn(service, id, today());
    expect(await service.refused(removeListing, { as, params, body: removal() })).toMatchObject({
      status: 422,
      body: { code: 'repair-not-allowed', values: { reason: 'too-early' } },
    });
  });

  test('a state or a cursor that is none', async () => {
    for (const query of [{ state: 'forgotten' }, { cursor: 'opensesame' }, { state: 'listed', page: '2' }])
      expect(
        await service.refused(listListingCases, { as: 'credit-officer-cq', query: query as never }),
      ).toMatchObject({ status: 400, body: { code: 'invalid-request' } });
  });
});
