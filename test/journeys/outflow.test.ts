import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { decideFiling } from '../../lib/contract/decisions.ts';
import { readFairness } from '../../lib/contract/fairness.ts';
import { submitFiling } from '../../lib/contract/filings.ts';
import { listMyNotices } from '../../lib/contract/own-file.ts';
import { newDataDir } from '../local/running-service.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, DIANJIANG, LINSHUI, toBeJudged } from './a-filing.ts';
import { officerOf } from './lives.ts';

afterAll(endAll);

const dataDir = newDataDir();
const [MONDAY, WEDNESDAY] = ['2026-12-07T02:00:00.000Z', '2026-12-09T03:00:00.000Z'];
let service: LocalService;

/** The same data and address, from a given moment on. */
async function goOn(at: string): Promise<void> {
  const port = service?.port;
  const ahead = Date.parse(at) - Date.now();
  service = await startLocalService({ dataDir, ahead, ...(port !== undefined && { port }) });
}
beforeAll(() => goOn(MONDAY));

const file = async (as: string, place: typeof LINSHUI) => {
  const body = await aFiling(service, { place, facts: toBeJudged });
  return (await service.ask(submitFiling, { as, body })).body;
};
const many = async <T>(count: number, make: () => Promise<T>): Promise<T[]> => {
  const made: T[] = [];
  for (let at = 0; at < count; at += 1) made.push(await make());
  return made;
};
const sides = [
  { window: 'registrar-cq', place: LINSHUI, officer: 'registrar-sc', accepting: 'CQ', deciding: 'SC' },
  { window: 'registrar-sc', place: DIANJIANG, officer: 'registrar-cq', accepting: 'SC', deciding: 'CQ' },
] as const;

const fairness = async (query = {}) => (await service.ask(readFairness, { query })).body;
const across = async () => {
  const { rows } = await fairness({ item: 'establish-company', period: '2026-12' });
  return rows.filter(({ window }) => window === 'other-side');
};
const notices = async (as: string, query = {}) => (await service.ask(listMyNotices, { as, query })).body;
const kinds = async (as: string) => {
  const all: string[] = [];
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await notices(as, cursor === undefined ? {} : { cursor });
    all.push(...page.notices.map(({ kind, filing }) => `${kind} ${filing}`));
    cursor = page.next;
  }
  return all;
};
const soon = { timeout: 40_000, interval: 100 };

describe('handed in at a window of each side, decided by the other', {
  shuffle: false,
  timeout: 120_000,
}, () => {
  const filed = new Map<
    string,
    { readonly id: string; readonly due?: { readonly dueOn: string } | undefined }[]
  >();

  test('accepted: the window is told by when it is decided; the public that some wait', async () => {
    for (const { window, place } of sides) filed.set(window, await many(10, () => file(window, place)));
    for (const { window } of sides) {
      await expect.poll(() => kinds(window), soon).toHaveLength(10);
      const { notices: told } = await notices(window);
      expect(told[0]).toMatchObject({ kind: 'accepted', dueOn: '2026-12-10', item: 'establish-company' });
    }
    await expect.poll(async () => (await across()).map(({ filed: count }) => count), soon).toEqual([10, 10]);
    expect(await across()).toMatchObject(
      sides.map(({ accepting, deciding }) => ({
        accepting,
        deciding,
        details: { courses: { open: 10, registeredByOfficer: 0 } },
      })),
    );
  });

  test('decided two days later, and killed in the midst of telling it: both sides are told alike', async () => {
    await service.end('SIGTERM');
    await goOn(WEDNESDAY);
    const refusal = {
      action: 'refuse' as const,
      grounds: [],
      reason: '拟从事的活动可能危害社会公共利益',
      departure: { code: 'public-interest', reason: '已会商' },
    };
    for (const { window, officer } of sides)
      for (const [at, { id }] of (filed.get(window) ?? []).entries())
        await service.ask(decideFiling, {
          as: officer,
          params: { id },
          body: at < 5 ? { action: 'register' } : refusal,
        });
    await service.end('SIGKILL');
    await goOn(WEDNESDAY);
    const details = {
      courses: {
        open: 0,
        registeredAtOnce: 0,
        registeredByOfficer: 5,
        returnedAtOnce: 0,
        returnedByOfficer: 0,
        refused: 5,
        withdrawn: 0,
      },
      firstTimeRightPercent: 50,
      timeToDecision: { median: { over: 16, upTo: 20 }, p90: { over: 16, upTo: 20 } },
      late: 0,
      extended: 0,
      refusalsByGround: [],
      departures: [{ code: 'public-interest', count: 5 }],
    };
    const common = { item: 'establish-company', window: 'other-side', filed: 10, details };
    await expect
      .poll(across, soon)
      .toEqual(sides.map(({ accepting, deciding }) => ({ ...common, accepting, deciding })));
  });

  test('who filed is told what was decided, in either language, and where to turn', async () => {
    for (const { window, place } of sides) {
      await expect.poll(() => kinds(window), soon).toHaveLength(20);
      const [first] = (await notices(window)).notices;
      expect(first).toMatchObject({
        kind: 'refused',
        authority: `reg-${place.division}`,
        remedies: [{ kind: 'reconsideration' }, { kind: 'lawsuit' }],
      });
      expect(first?.text).toContain('决定不予登记');
      const english = await service.ask(listMyNotices, { as: window, headers: { 'accept-language': 'en' } });
      expect(english.body.notices[0]?.text).toContain('refused your filing');
      expect((await notices(window, { since: first?.at ?? '' })).notices[0]?.id).toBe(first?.id);
    }
    const [cq, sc] = await Promise.all(['registrar-cq', 'registrar-sc'].map(kinds));
    expect(cq?.filter((notice) => sc?.includes(notice))).toEqual([]);
    expect(await kinds('subject')).toEqual([]);
  });

  test('killed and started again, and with its place in the streams lost, it tells and counts the same', async () => {
    const state = async () => [await across(), await kinds('registrar-cq'), await kinds('registrar-sc')];
    const before = await state();
    await service.end('SIGKILL');
    await goOn('2026-12-09T04:00:00.000Z');
    expect(await state()).toEqual(before);
    await service.end('SIGKILL');
    rmSync(join(dataDir, 'stream-checkpoints.json'), { force: true });
    await goOn('2026-12-09T05:00:00.000Z');
    // What is filed now comes behind everything the streams repeat.
    await file('applicant', LINSHUI);
    await expect.poll(() => kinds('applicant'), soon).toHaveLength(1);
    expect(await state()).toEqual(before);
  });
});

describe('bounds', () => {
  test('a single filing is not told of', async () => {
    await service.ask(submitFiling, { as: 'applicant', body: await aFiling(service) });
    await expect
      .poll(async () => (await fairness()).rows.filter(({ accepting }) => accepting === 'online'), soon)
      .toEqual([
        {
          item: 'establish-company',
          accepting: 'online',
          window: 'online',
          deciding: 'SC',
          filed: { fewerThan: 5 },
        },
      ]);
  });

  test.each([
    [{ period: '2026-13' }],
    [{ period: '2026-1' }],
    [{ period: '' }],
    [{ item: '..' }],
    [{ cursor: 'x' }],
  ])('%o is refused', async (query) => {
    expect(await service.refused(readFairness, { query })).toMatchObject({ status: 400 });
  });

  test('an item that does not exist, a cursor of somebody else, a since that is no instant', async () => {
    expect(await service.refused(readFairness, { query: { item: 'nothing' } })).toMatchObject({
      body: { code: 'unknown-item' },
    });
    await file('registrar-cq', LINSHUI);
    await expect.poll(async () => (await notices('registrar-cq')).next, soon).toBeDefined();
    const { next } = await notices('registrar-cq');
    const foreign = { as: 'registrar-sc', query: { cursor: next ?? '' } };
    expect(await service.refused(listMyNotices, foreign)).toMatchObject({ status: 400 });
    expect(
      await service.refused(listMyNotices, { as: 'applicant', query: { since: '2026-12-01' } }),
    ).toMatchObject({ status: 400 });
    const token = await officerOf(service, 'reg-511623');
    expect(await service.refused(listMyNotices, { token })).toMatchObject({ status: 403 });
  });
});
