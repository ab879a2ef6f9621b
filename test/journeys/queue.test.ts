import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimFiling, decideFiling, handOverFiling, listQueue } from '../../lib/contract/decisions.ts';
import {
  checkFiling,
  getFiling,
  getReceipt,
  submitFiling,
  withdrawFiling,
} from '../../lib/contract/filings.ts';
import { getLicence } from '../../lib/contract/licences.ts';
import { verifyReceipt } from '../../lib/contract/receipts.ts';
import { getStandard } from '../../lib/contract/standards.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aDraft, aFiling, DIANJIANG, freshTradeName, toBeJudged, type Wish } from './a-filing.ts';

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService();
});
afterAll(endAll);

async function inReview(wish: Wish = {}, as = 'applicant') {
  const body = await aFiling(service, { facts: toBeJudged, ...wish });
  return (await service.ask(submitFiling, { as, body })).body;
}
const queueOf = async (as: string, query: Record<string, string> = {}) => {
  const params = { authority: 'reg-511623' };
  const ids: string[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = (
      await service.ask(listQueue, { as, params, query: { ...query, ...(cursor && { cursor }) } })
    ).body;
    ids.push(...page.filings.map(({ id }) => id));
    cursor = page.next;
  }
  return ids;
};

test('filed, withdrawn, filed anew: the name is free, both name the other, the receipts hold', async () => {
  const tradeName = freshTradeName();
  const first = await inReview({ tradeName });
  const params = { id: first.id };
  const withdrawn = await service.ask(withdrawFiling, {
    as: 'applicant',
    params,
    body: { reason: '地址有误' },
  });
  expect(withdrawn.body).toMatchObject({
    state: 'withdrawn',
    version: 2,
    withdrawal: { reason: '地址有误' },
  });
  expect(withdrawn.headers.get('etag')).toBe('"2"');
  expect(await queueOf('registrar-sc')).not.toContain(first.id);
  const again = { ...(await aFiling(service, { tradeName })), corrects: first.id };
  const second = (await service.ask(submitFiling, { as: 'applicant', body: again })).body;
  expect(second).toMatchObject({ state: 'registered', corrects: first.id });
  expect((await service.ask(getFiling, { as: 'applicant', params })).body).toMatchObject({
    state: 'withdrawn',
    correctedBy: second.id,
  });
  for (const id of [first.id, second.id]) {
    const { receipt } = (await service.ask(getReceipt, { as: 'applicant', params: { id } })).body;
    expect((await service.ask(verifyReceipt, { body: { receipt } })).body).toMatchObject({
      valid: true,
      factsMatch: true,
    });
  }
  expect(await service.refused(submitFiling, { as: 'applicant', body: again })).toMatchObject({
    status: 422,
    body: { code: 'correction-not-allowed', values: { reason: 'already-corrected', by: second.id } },
  });
  expect(await service.refused(withdrawFiling, { as: 'applicant', params })).toMatchObject({
    status: 409,
    body: { code: 'filing-not-open', values: { state: 'withdrawn' } },
  });
});

test('a withdrawal needs no body, and is not for the officer who decides', async () => {
  const { id } = await inReview();
  const params = { id };
  expect(await service.refused(withdrawFiling, { as: 'registrar-sc', params })).toMatchObject({
    status: 403,
  });
  expect(await service.refused(withdrawFiling, { as: 'registrar-cq', params })).toMatchObject({
    status: 404,
  });
  expect((await service.ask(withdrawFiling, { as: 'applicant', params })).body.state).toBe('withdrawn');
});

test('a draft that corrects nothing is told so', async () => {
  const body = { ...aDraft(), corrects: '00000000-0000-4000-8000-000000000000' };
  expect(await service.refused(checkFiling, { as: 'applicant', body })).toMatchObject({
    status: 422,
    body: { code: 'correction-not-allowed', values: { reason: 'unknown-filing' } },
  });
});

describe('a queue of two officers and their head', () => {
  test('claimed, kept from others, handed over by the head, decided', async () => {
    const { id } = await inReview();
    const params = { id };
    const other = (
      await service.ask(claimFiling, { as: 'registrar-sc-2', params: { id: (await inReview()).id } })
    ).body.assignee?.officer;
    const claimed = await service.ask(claimFiling, { as: 'registrar-sc', params });
    expect(claimed.headers.get('etag')).toBe('"2"');
    const mine = claimed.body.assignee?.officer ?? '';
    const seenBy = async (as: string) => (await service.ask(getFiling, { as, params })).body;
    expect(await seenBy('head-sc')).toMatchObject({ assignee: { officer: mine } });
    expect(await seenBy('applicant')).not.toHaveProperty('assignee');
    expect(await queueOf('registrar-sc', { assignee: 'mine' })).toContain(id);
    expect(await queueOf('registrar-sc-2', { assignee: 'mine' })).not.toContain(id);
    expect(await queueOf('registrar-sc-2', { assignee: 'unassigned' })).not.toContain(id);
    const kept = { status: 409, body: { code: 'claimed-by-other', values: { officer: mine } } };
    const register = { action: 'register' } as const;
    expect(
      await service.refused(decideFiling, { as: 'registrar-sc-2', params, body: register }),
    ).toMatchObject(kept);
    expect(await service.refused(claimFiling, { as: 'registrar-sc-2', params })).toMatchObject(kept);
    const body = { to: 'officer', officer: other ?? '' } as const;
    const stale = { as: 'head-sc', params, body, headers: { 'if-match': '"1"' } };
    expect(await service.refused(handOverFiling, stale)).toMatchObject({
      status: 412,
      body: { code: 'version-conflict', values: { current: 2 } },
    });
    expect((await service.ask(handOverFiling, { as: 'head-sc', params, body })).body.assignee?.officer).toBe(
      other,
    );
    expect(
      (await service.ask(decideFiling, { as: 'registrar-sc-2', params, body: register })).body,
    ).toMatchObject({
      state: 'registered',
      ruling: { by: other },
    });
  });

  test('of two claims at one moment one holds, the other hears whose it is', async () => {
    const { id } = await inReview();
    const told = await Promise.all(
      ['registrar-sc', 'registrar-sc-2', 'registrar-sc', 'registrar-sc-2'].map((as) =>
        service.send(claimFiling, { as, params: { id } }),
      ),
    );
    const statuses = told.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(2);
    expect(statuses.filter((status) => status === 409)).toHaveLength(2);
  });

  test('of two registrars who decide at one moment one does, the other hears it; one licence stands', async () => {
    const { id } = await inReview();
    const told = await Promise.all(
      ['registrar-sc', 'registrar-sc-2', 'registrar-sc', 'registrar-sc-2'].map((as) =>
        service.send(decideFiling, { as, params: { id }, body: { action: 'register' } }),
      ),
    );
    expect(told.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(told.every(({ status }) => [200, 409, 412].includes(status))).toBe(true);
    const { body } = await service.ask(getFiling, { as: 'applicant', params: { id } });
    expect(body).toMatchObject({ state: 'registered', version: 2 });
    const code = body.registration?.code ?? '';
    expect((await service.ask(getLicence, { params: { code } })).body.licence).not.toBe('');
  });

  test('the head of the queue counts what is overdue, further pages do not', async () => {
    const params = { authority: 'reg-511623' };
    await inReview();
    const first = await service.ask(listQueue, { as: 'head-sc', params });
    expect(first.body.overdue).toEqual({ count: 0, atLeast: false });
    expect(await queueOf('head-sc', { overdue: 'true' })).toEqual([]);
    expect((await queueOf('head-sc', { overdue: 'false' })).length).toBeGreaterThan(0);
    expect(
      await service.refused(listQueue, { as: 'head-sc', params, query: { overdue: 'yes' } }),
    ).toMatchObject({
      status: 400,
    });
  });
});

describe('why this authority', () => {
  test('is told of a draft and of a filing, in both languages with the article', async () => {
    const checked = (await service.ask(checkFiling, { as: 'applicant', body: aDraft() })).body;
    expect(checked.routing).toMatchObject({
      authority: 'reg-511623',
      because: 'ordinary-sc',
      text: { en: 'Registered by the county-level authority of the place' },
      articles: [{ law: '市场主体登记管理条例实施细则', article: '第四条' }],
    });
    const filed = await inReview({ place: DIANJIANG }, 'registrar-sc');
    expect(filed).toMatchObject({
      decidedBy: 'reg-500231',
      acceptedBy: { window: 'win-511623' },
      routing: { authority: 'reg-500231', because: 'ordinary-cq' },
    });
    const { body } = await service.ask(getFiling, { as: 'registrar-cq', params: { id: filed.id } });
    expect(body.routing).toEqual(filed.routing);
  });
});

describe('a departure', () => {
  test('is by a code of the standard, which anybody can read, and is shown with the ruling', async () => {
    const { departures } = (await service.ask(getStandard, { params: { item: 'establish-company' } })).body;
    expect(departures.map(({ code, outcomes }) => [code, outcomes])).toEqual([
      ['public-interest', ['refuse']],
      ['pending-dispute', ['return', 'refuse']],
      ['court-order', ['register', 'return', 'refuse']],
      ['standard-in-error', ['register', 'return']],
    ]);
    const { id } = await inReview();
    const params = { id };
    const refuse = { action: 'refuse', reason: '没有这样的理由' } as const;
    for (const departure of [undefined, { code: 'head-orders', reason: '领导要求' }])
      expect(
        await service.refused(decideFiling, {
          as: 'registrar-sc',
          params,
          body: { ...refuse, ...(departure && { departure }) },
        }),
      ).toMatchObject({ status: 422, body: { code: 'outcome-not-admissible' } });
    const departure = { code: 'public-interest', reason: '可能危害社会公共利益' };
    await service.ask(decideFiling, { as: 'registrar-sc', params, body: { ...refuse, departure } });
    expect((await service.ask(getFiling, { as: 'applicant', params })).body).toMatchObject({
      state: 'refused',
      ruling: { outcome: 'refuse', departure },
    });
  });
});
