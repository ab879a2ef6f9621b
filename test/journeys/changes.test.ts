import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type * as z from 'zod/mini';
import { listChanges } from '../../lib/contract/changes.ts';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { decideFiling } from '../../lib/contract/decisions.ts';
import type { cloudEventShape } from '../../lib/contract/events/events.ts';
import { submitFiling } from '../../lib/contract/filings.ts';
import { getEnterprise } from '../../lib/contract/licences.ts';
import { newDataDir } from '../local/running-service.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, DIANJIANG, freshPerson, LINSHUI, toBeJudged } from './a-filing.ts';
import { recordOf } from './a-record.ts';

afterAll(endAll);

const dataDir = newDataDir();
let service: LocalService;
async function goOn(): Promise<void> {
  const port = service?.port;
  service = await startLocalService({ dataDir, demoData: 'off', ...(port !== undefined && { port }) });
}
beforeAll(goOn);

const as = 'subscriber';
type Side = 'CQ' | 'SC';
type Change = { readonly number: number; readonly event: z.output<typeof cloudEventShape> };
const changes = async (query: Record<string, string> & { side: string }) =>
  (await service.ask(listChanges, { as, query })).body;

/** Goes on from what it was told, page by page. */
async function goThrough(side: Side, seen: Change[], limit = '7'): Promise<void> {
  for (let more = true; more; ) {
    const page = await changes({ side, limit, after: String(seen.at(-1)?.number ?? 0) });
    seen.push(...page.changes);
    more = page.more;
  }
}
const all = async (side: Side, limit?: string) => {
  const seen: Change[] = [];
  await goThrough(side, seen, limit);
  return seen;
};
const soon = { timeout: 40_000, interval: 200 };

describe('who follows the changes', { shuffle: false, timeout: 120_000 }, () => {
  const followed: Record<Side, Change[]> = { CQ: [], SC: [] };
  const registered = new Map<Side, string[]>([
    ['CQ', []],
    ['SC', []],
  ]);

  test('is told while he waits, and where the thing is found', async () => {
    expect(await changes({ side: 'SC' })).toEqual({ side: 'SC', changes: [], next: 0, more: false });
    const waiting = changes({ side: 'SC', wait: '20' });
    await pause(300);
    const body = await aFiling(service, { place: LINSHUI });
    const filed = (await service.ask(submitFiling, { as: 'registrar-cq', body })).body;
    expect(await waiting).toMatchObject({
      next: 1,
      changes: [{ number: 1, event: { type: 'tongbiao.FilingAccepted.v1', subject: `filings/${filed.id}` } }],
    });
    const deciding = changes({ side: 'SC', after: '1', wait: '20' });
    const decision = { params: { id: filed.id }, body: { action: 'register' as const } };
    const decided = (await service.ask(decideFiling, { as: 'registrar-sc', ...decision })).body;
    const code = decided.registration?.code ?? '';
    expect((await deciding).changes).toMatchObject([
      {
        number: 2,
        event: {
          specversion: '1.0',
          source: 'urn:tongbiao:side:SC',
          type: 'tongbiao.FilingRegistered.v1',
          subject: `filings/${filed.id}`,
          sequence: '000000000002',
          data: {
            item: 'establish-company',
            acceptedBy: { channel: 'window', authority: 'reg-500231' },
            decidedBy: 'reg-511623',
            byStandard: false,
            registration: { enterprise: code },
          },
        },
      },
    ]);
    expect((await service.ask(getEnterprise, { params: { code } })).body.code).toBe(code);
    /* Two things have happened to it. */
    registered.get('SC')?.push(filed.id, filed.id);
  });

  test('misses nothing and hears nothing twice, though the service is killed in the midst of it', async () => {
    const places = [LINSHUI, DIANJIANG] as const;
    const bodies = await Promise.all(
      Array.from({ length: 60 }, (_, at) => aFiling(service, { place: places[at % 2] ?? LINSHUI })),
    );
    let killed = false;
    const following = (async () => {
      while (!killed)
        for (const side of ['CQ', 'SC'] as const)
          await goThrough(side, followed[side]).catch((error: unknown) => {
            if (!killed) throw error;
          });
    })();
    const submit = async (body: (typeof bodies)[number], at: number) => {
      const headers = { 'idempotency-key': `changes-${at}` };
      return (await service.ask(submitFiling, { as: 'registrar-cq', body, headers })).body;
    };
    /* Some are answered, some are not: all are sent again below. */
    const filing = bodies.map(async (body, at) => {
      await pause(at * 15);
      await submit(body, at).catch(() => undefined);
    });
    await pause(500);
    killed = true;
    await service.end('SIGKILL');
    await Promise.all([...filing, following]);
    await goOn();
    for (const [at, body] of bodies.entries()) {
      const { id, decidedBy } = await submit(body, at);
      registered.get(decidedBy === 'reg-511623' ? 'SC' : 'CQ')?.push(id);
    }
    for (const side of ['CQ', 'SC'] as const) {
      const wanted = registered.get(side) ?? [];
      await expect
        .poll(async () => {
          await goThrough(side, followed[side]);
          return followed[side].length;
        }, soon)
        .toBe(wanted.length);
      const told = followed[side];
      expect(told.map(({ number }) => number)).toEqual(wanted.map((_, at) => at + 1));
      expect(told.map(({ event }) => event.subject).sort()).toEqual(
        wanted.map((id) => `filings/${id}`).sort(),
      );
      expect(await all(side, '100')).toEqual(told);
    }
  });

  test('hears the same again where the places in the streams were lost', async () => {
    await service.end('SIGKILL');
    rmSync(join(dataDir, 'stream-checkpoints.json'), { force: true });
    await goOn();
    const body = await aFiling(service, { place: DIANJIANG, facts: toBeJudged });
    await service.ask(submitFiling, { as: 'applicant', body });
    const after = String(followed.CQ.length);
    await expect
      .poll(async () => (await changes({ side: 'CQ', after })).changes, soon)
      .toMatchObject([{ event: { type: 'tongbiao.FilingAccepted.v1', data: { state: 'in-review' } } }]);
    expect((await all('CQ')).slice(0, -1)).toEqual(followed.CQ);
    expect(await all('SC')).toEqual(followed.SC);
  });

  test('hears that there is a record, not whose; and can ask for some kinds alone', async () => {
    const person = freshPerson();
    const { id } = (await service.ask(publishRecord, { as: 'publisher-cq', body: recordOf(person) })).body;
    const page = await changes({ side: 'CQ', types: 'RecordPublished,RepairGranted', wait: '20' });
    expect(page.changes).toMatchObject([
      {
        number: followed.CQ.length + 2,
        event: {
          type: 'tongbiao.RecordPublished.v1',
          subject: `credit/records/${id}`,
          data: { record: id, class: 'dishonest-debtor' },
        },
      },
    ]);
    expect(JSON.stringify(page)).not.toContain(person.document.number);
    expect(JSON.stringify(page)).not.toContain('P:');
    const before = { side: 'CQ', after: String(page.next) };
    expect(await changes({ ...before, types: 'RepairGranted' })).toMatchObject({ changes: [] });
    expect(
      await changes({ side: 'CQ', subject: `credit/records/${id}`, authority: 'reg-511623' }),
    ).toMatchObject({ changes: [] });
  });

  test('is told of a side, a number or a type that there is not', async () => {
    const refused = (query: Record<string, string>) => service.refused(listChanges, { as, query });
    expect(await refused({ side: 'XX' })).toMatchObject({
      status: 400,
      body: { defects: [{ path: 'query:/side', code: 'unknown-side' }] },
    });
    expect(await refused({ side: 'CQ', after: '999999', wait: '20' })).toMatchObject({
      body: { defects: [{ path: 'query:/after', code: 'number-not-given' }] },
    });
    for (const wrong of [{ types: 'Everything' }, { limit: '101' }, { wait: '21' }, { after: '-1' }])
      expect(await refused({ side: 'CQ', ...wrong })).toMatchObject({
        status: 400,
        body: { code: 'invalid-request', defects: [{ code: 'invalid-format' }] },
      });
    expect(await refused({})).toMatchObject({ status: 400 });
  });
});
