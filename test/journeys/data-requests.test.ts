import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import {
  askAboutMyData,
  decideDataRequest,
  listDataRequests,
  listMyDataRequests,
} from '../../lib/contract/data-requests.ts';
import {
  getFiling,
  getReceipt,
  listFilings,
  submitFiling,
  withdrawFiling,
} from '../../lib/contract/filings.ts';
import { getMyData } from '../../lib/contract/own-file.ts';
import { verifyReceipt } from '../../lib/contract/receipts.ts';
import { listRetention } from '../../lib/contract/retention.ts';
import { findPersona } from '../../local/personas.ts';
import { openStore } from '../../local/proof/open-store.ts';
import { replayStore } from '../../local/proof/replay-store.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, toBeJudged } from './a-filing.ts';
import { recordOf } from './a-record.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService({ demoData: 'off' });
});
afterAll(endAll);

const own = () => findPersona('applicant')?.person ?? expect.fail();
const purposeMet = { outcome: 'grant', ground: 'purpose-met', reason: '已撤回，不再需要' } as const;

async function filed(): Promise<string> {
  const body = await aFiling(service, { founder: own(), facts: toBeJudged });
  return (await service.ask(submitFiling, { as: 'applicant', body })).body.id;
}

async function withdrawn(): Promise<string> {
  const id = await filed();
  await service.ask(withdrawFiling, { as: 'applicant', params: { id }, body: {} });
  return id;
}

type ToAsk = z.input<typeof askAboutMyData.body>;

const ask = async (body: ToAsk, as = 'applicant') => (await service.ask(askAboutMyData, { as, body })).body;

const toErase = (filing: string) =>
  ask({ kind: 'erasure', about: { of: 'filing', filing }, what: '请删除本人信息', why: '不再办理' });

/** An officer of the other side sees nothing of it. */
const officerOf = (jurisdiction: string) => (jurisdiction === 'CQ' ? 'data-officer-cq' : 'data-officer-sc');
const otherOf = (jurisdiction: string) => (jurisdiction === 'CQ' ? 'data-officer-sc' : 'data-officer-cq');

async function replay() {
  const store = await openStore({ data: service.dataDir });
  try {
    return await replayStore(store);
  } finally {
    await store.close();
  }
}

describe('erasure', () => {
  test('takes the facts of a withdrawn filing away, and leaves receipts that say so', async () => {
    const filing = await withdrawn();
    const before = (await service.ask(getReceipt, { as: 'applicant', params: { id: filing } })).body;
    const request = await toErase(filing);
    expect(request).toMatchObject({ kind: 'erasure', version: 1, answerBy: { overdue: false } });
    const as = officerOf(request.jurisdiction);
    const queue = (await service.ask(listDataRequests, { as })).body.requests;
    expect(queue.find(({ id }) => id === request.id)).toMatchObject({
      what: '请删除本人信息',
      why: '不再办理',
    });
    expect(JSON.stringify(queue)).not.toContain('P:');
    const params = { id: request.id };
    expect(
      await service.refused(decideDataRequest, {
        as: otherOf(request.jurisdiction),
        params,
        body: purposeMet,
      }),
    ).toMatchObject({ status: 404 });
    const done = (await service.ask(decideDataRequest, { as, params, body: purposeMet })).body;
    expect(done).toMatchObject({
      version: 2,
      decision: {
        outcome: 'grant',
        ground: 'purpose-met',
        article: { law: '个人信息保护法', article: '第四十七条第一款第一项' },
      },
    });
    const mine = (await service.ask(getMyData, { as: 'applicant' })).body.filings;
    expect(mine.find((one) => one.filing === filing)).not.toHaveProperty('person');
    const shown = (await service.ask(getFiling, { as: 'applicant', params: { id: filing } })).body;
    expect(shown.state).toBe('withdrawn');
    expect(JSON.stringify(shown)).not.toContain('周**');
    const { body: verified } = await service.ask(verifyReceipt, { body: { receipt: before.receipt } });
    expect(verified).toMatchObject({ valid: true, factsMatch: false });
    expect(verified).toHaveProperty('erasedOn');
    const { all, erased } = await replay();
    expect([all.erased, all.divergences, erased]).toEqual([1, 0, [filing]]);
    expect(await service.refused(decideDataRequest, { as, params, body: purposeMet })).toMatchObject({
      status: 409,
      body: { code: 'data-request-decided' },
    });
    const again = await toErase(filing);
    expect(
      await service.refused(decideDataRequest, { as, params: { id: again.id }, body: purposeMet }),
    ).toMatchObject({ status: 422, body: { code: 'erasure-not-allowed', values: { reason: 'erased' } } });
  });

  test('an erased filing can still be listed, and the next one files as before', async () => {
    const listed = (await service.ask(listFilings, { as: 'applicant' })).body.filings;
    expect(listed.length).toBeGreaterThan(0);
    expect(await filed()).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('is not granted of what law has kept, and is refused with its article', async () => {
    const filing = await filed();
    const request = await toErase(filing);
    const as = officerOf(request.jurisdiction);
    const params = { id: request.id };
    expect(await service.refused(decideDataRequest, { as, params, body: purposeMet })).toMatchObject({
      status: 422,
      body: { code: 'erasure-not-allowed', values: { reason: 'kept-by-law' } },
    });
    expect(
      await service.refused(decideDataRequest, {
        as,
        params,
        body: { ...purposeMet, ground: 'kept-by-law' },
      }),
    ).toMatchObject({ status: 400, body: { defects: [{ path: '/ground', code: 'other-ground' }] } });
    const body = { outcome: 'refuse', ground: 'kept-by-law', reason: '审查中的申请应当保存' } as const;
    const done = (await service.ask(decideDataRequest, { as, params, body })).body;
    expect(done.decision?.article).toEqual({ law: '个人信息保护法', article: '第四十七条第二款' });
    const mine = (await service.ask(listMyDataRequests, { as: 'applicant' })).body.requests;
    expect(mine.find(({ id }) => id === request.id)?.decision?.outcome).toBe('refuse');
  });
});

test('what has to be kept for a while yet is restricted: its applicant sees it, no officer does', async () => {
  const filing = (
    await service.ask(submitFiling, {
      as: 'applicant',
      body: await aFiling(service, { founder: own(), facts: (facts) => ({ ...facts, materials: [] }) }),
    })
  ).body;
  expect(filing.state).toBe('returned');
  const params = { id: filing.id };
  const officer = `registrar-${filing.decidedBy === 'reg-500231' ? 'cq' : 'sc'}`;
  expect((await service.ask(getFiling, { as: officer, params })).body.state).toBe('returned');
  const request = await toErase(filing.id);
  const as = officerOf(request.jurisdiction);
  const asked = { as, params: { id: request.id } };
  expect(await service.refused(decideDataRequest, { ...asked, body: purposeMet })).toMatchObject({
    status: 422,
    body: { code: 'erasure-not-allowed', values: { reason: 'period-runs' } },
  });
  const body = { outcome: 'restrict', ground: 'kept-restricted', reason: '起诉期限未满' } as const;
  const done = (await service.ask(decideDataRequest, { ...asked, body })).body;
  expect(done.decision).toMatchObject({ outcome: 'restrict', article: { article: '第四十七条第二款' } });
  expect(await service.refused(getFiling, { as: officer, params })).toMatchObject({ status: 404 });
  expect((await service.ask(getFiling, { as: 'applicant', params })).body.state).toBe('returned');
  expect((await service.ask(getFiling, { as: 'auditor', params })).body.state).toBe('returned');
  const again = await ask({ kind: 'restriction', about: { of: 'filing', filing: filing.id }, what: '限制' });
  expect(
    await service.refused(decideDataRequest, {
      as,
      params: { id: again.id },
      body: { outcome: 'grant', ground: 'restricted', reason: '限制' },
    }),
  ).toMatchObject({
    status: 422,
    body: { code: 'restriction-not-allowed', values: { reason: 'restricted' } },
  });
});

test('nobody asks about filings and records of others', async () => {
  const filing = await filed();
  const ofOther = { kind: 'copy', about: { of: 'filing', filing }, what: '复制' } as const;
  expect(await service.refused(askAboutMyData, { as: 'subject', body: ofOther })).toMatchObject({
    status: 404,
  });
  const { id: record } = (
    await service.ask(publishRecord, {
      as: 'publisher-cq',
      body: recordOf(own(), { documentNumber: '（2026）渝0231执虚构821号' }),
    })
  ).body;
  const about = { of: 'record', record } as const;
  expect(
    await service.refused(askAboutMyData, { as: 'subject', body: { kind: 'copy', about, what: '复制' } }),
  ).toMatchObject({ status: 404 });
  expect(await ask({ kind: 'copy', about, what: '复制' })).toMatchObject({ jurisdiction: 'CQ' });
});

test('a request under one key is one request, and open ones are bounded', async () => {
  const body = { kind: 'copy', about: { of: 'file', jurisdiction: 'SC' }, what: '复制' } as const;
  const once = { as: 'subject', body, headers: { 'idempotency-key': 'data-1' } };
  const [first, second] = [await service.ask(askAboutMyData, once), await service.ask(askAboutMyData, once)];
  expect(second.body.id).toBe(first.body.id);
  for (let count = 1; count < 20; count += 1) await ask(body, 'subject');
  expect(await service.refused(askAboutMyData, { as: 'subject', body })).toMatchObject({
    status: 409,
    body: { code: 'too-many-data-requests' },
  });
  expect(
    await service.refused(askAboutMyData, {
      as: 'applicant',
      body: { ...body, about: { of: 'file', jurisdiction: 'XX' } },
    }),
  ).toMatchObject({ status: 400, body: { defects: [{ code: 'unknown-jurisdiction' }] } });
});

test('anybody reads what is kept for how long, and on which grounds a request is answered', async () => {
  const { retention, requests } = (await service.ask(listRetention, {})).body;
  expect(retention.map(({ id }) => id)).toContain('registered-filing');
  expect(requests.answerWithin).toEqual({ workingDays: 15 });
  expect(requests.grounds.length).toBe(11);
});
