import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sources } from '../../catalog/sources.ts';
import { createReadHealth } from '../../lib/acts/read-health.ts';
import { createHealthStore } from '../../lib/store/health-store.ts';
import { createLogRootStore } from '../../lib/store/log-root-store.ts';
import { createSourceStore } from '../../lib/store/source-store.ts';
import { writeAllWith } from '../../lib/store/transaction.ts';
import { countsUnits } from '../support/counts-units.ts';
import { moment } from '../support/credit-service.ts';
import { startTables, type TestTables } from '../support/engine.ts';
import { day } from '../support/records.ts';
import { injectFaults, recordCalls } from '../support/sdk-faults.ts';

const NOW = '2026-06-10T04:00:00.000Z';
const SIDES = ['CQ', 'SC'];
let tables: TestTables;
let calls: ReturnType<typeof recordCalls>;

beforeAll(async () => {
  tables = await startTables();
  calls = recordCalls(tables.client);
});
afterAll(() => tables.stop());
beforeEach(() => calls.reset());

const newHealth = (faults: unknown[] = [], deadlineMs = 1_000) =>
  createReadHealth({
    store: createHealthStore(tables.client, tables.names),
    onFault: (fault) => faults.push(fault),
    deadlineMs,
  });
const statuses = async (health: ReturnType<typeof newHealth>, at: string) =>
  Object.fromEntries((await health(moment(at))).map(({ part, status }) => [part, status]));
const beat = async (ids: readonly string[], completeUpTo: string) => {
  const store = createSourceStore(tables.client, tables.names.credit);
  for (const source of ids)
    await writeAllWith(tables.client)(
      store.advance({
        source,
        completeUpTo: moment(completeUpTo).at,
        at: moment(NOW).at,
        sentBy: 'reg-500000',
      }),
    );
};

const all = sources().map(({ id }) => id);

test.runIf(countsUnits)(
  'nothing has begun: sources and seals are degraded, and told in one small read',
  async () => {
    const told = await newHealth()(moment(NOW));
    expect(told).toEqual([
      { part: 'store', status: 'ok', which: [] },
      { part: 'sources', status: 'degraded', which: all },
      { part: 'calendar', status: 'ok', which: [] },
      { part: 'log-seal', status: 'degraded', which: SIDES },
    ]);
    expect(calls.calls.map(({ name }) => name)).toEqual(['BatchGetItem']);
    expect(calls.units('BatchGetItem')).toBeLessThanOrEqual(12);
  },
);

test('all is well, then one source is stale and one day not sealed', async () => {
  await beat(all, NOW);
  const roots = createLogRootStore(tables.client, tables.names.lookupLog);
  const sealedOn = async (jurisdiction: string, on: string) =>
    roots.publish({
      jurisdiction,
      day: day(on),
      entries: 0,
      root: 'r',
      log: { size: 1, root: 'r' },
      sealedAt: moment(NOW).at,
      statement: 's',
    });
  for (const side of SIDES) {
    await roots.beginOn(side, day('2026-06-09'));
    await sealedOn(side, '2026-06-09');
  }
  const health = newHealth();
  const fine = { store: 'ok', sources: 'ok', calendar: 'ok', 'log-seal': 'ok' };
  expect(await statuses(health, NOW)).toEqual(fine);
  await sealedOn('CQ', '2026-06-10');
  /* Kept for half a minute, and then read again: of the catalog the shortest limit of a source is longer than a day. */
  expect(await health(moment('2026-06-11T04:00:00.000Z'))).toMatchObject([
    { status: 'ok' },
    { status: 'ok' },
    { status: 'ok' },
    { part: 'log-seal', status: 'degraded', since: '2026-06-10T19:00:00.000Z', which: ['SC'] },
  ]);
  const [late, ...others] = all;
  await beat(others, '2026-08-01T00:00:00.000Z');
  const [, ofSources] = await health(moment('2026-08-01T00:00:00.000Z'));
  expect(ofSources).toMatchObject({ part: 'sources', status: 'degraded', which: [late] });
});

test('an instance reads once in thirty seconds, however many ask, and at once when a day has to be sealed', async () => {
  const health = newHealth();
  const at = (text: string) => health(moment(text));
  await Promise.all(Array.from({ length: 50 }, () => at('2026-06-10T18:59:30.000Z')));
  await at('2026-06-10T18:59:59.999Z');
  expect(calls.calls).toHaveLength(1);
  await at('2026-06-10T19:00:00.000Z');
  expect(calls.calls).toHaveLength(2);
  await at('2026-06-10T19:00:29.999Z');
  expect(calls.calls).toHaveLength(2);
  await at('2026-06-10T19:00:30.000Z');
  expect(calls.calls).toHaveLength(3);
});

test.each(['error', 'throttle', 'timeout', 'hang', 'partial', 'empty-partial'] as const)(
  'an engine that fails by %s is told, with what is known all the same, and no oftener asked',
  async (fault) => {
    const faults: unknown[] = [];
    const health = newHealth(faults, 300);
    const injected = await injectFaults(tables.client, () => fault);
    const down = { store: 'degraded', sources: 'unknown', calendar: 'ok', 'log-seal': 'unknown' };
    try {
      expect(await statuses(health, NOW)).toEqual(down);
      expect(await statuses(health, '2026-06-10T04:00:29.000Z')).toEqual(down);
      expect(faults).toHaveLength(1);
      const again = await health(moment('2026-06-10T04:00:31.000Z'));
      expect(again[0]).toEqual({ part: 'store', status: 'degraded', since: NOW, which: [] });
    } finally {
      await injected.stop();
    }
    expect((await statuses(health, '2026-06-10T04:01:01.000Z')).store).toBe('ok');
  },
);

test('an engine that is gone is told too', async () => {
  const gone = await startTables();
  const health = createReadHealth({ store: createHealthStore(gone.client, gone.names) });
  expect((await health(moment(NOW)))[0]?.status).toBe('ok');
  await gone.stop();
  expect((await health(moment('2026-06-10T04:00:30.000Z')))[0]).toEqual({
    part: 'store',
    status: 'degraded',
    since: '2026-06-10T04:00:30.000Z',
    which: [],
  });
});
