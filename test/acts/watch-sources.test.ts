import { afterEach, beforeEach, expect, test } from 'vitest';
import { createHandler as calendarHandler } from '../../functions/schedules/watch-calendar/handlers.ts';
import { createHandler as sourcesHandler } from '../../functions/schedules/watch-sources/handlers.ts';
import { changesIn } from '../../lib/acts/tell-changes.ts';
import { createWatchSources } from '../../lib/acts/watch-sources.ts';
import { cloudEventShape } from '../../lib/contract/events/events.ts';
import { cloudEventOf } from '../../lib/domain/changes/cloud-event.ts';
import type { Source } from '../../lib/domain/credit/coverage.ts';
import { missingYears } from '../../lib/domain/time/missing-years.ts';
import { type CreditService, moment, startCreditService } from '../support/credit-service.ts';
import { day, instant } from '../support/records.ts';
import { itemsUnder } from '../support/stream-events.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
});
afterEach(() => service.stop());

const source = (id: string, maximumLagHours: number): Source => ({
  id,
  jurisdiction: 'CQ',
  classes: ['penalty'],
  name: { zh: '虚构来源', en: 'An invented source' },
  owner: 'reg-500000',
  maximumLagHours,
  provenance: { source: '虚构', edition: '2020', validFrom: day('2020-01-01'), confidence: 'inference' },
});
const daily = source('cq-daily', 24);
const never = source('cq-never', 24);
const watch = (at: string) => createWatchSources(service)([daily, never], moment(at));
const beats = (completeUpTo: string) =>
  service.writeAll(
    service.sources.advance({
      source: daily.id,
      completeUpTo: instant(completeUpTo),
      at: instant(completeUpTo),
      sentBy: daily.owner,
    }),
  );
const turns = async () =>
  itemsUnder('SOURCETURNS#', await service.itemsOf('credit')).map(({ number, kind, completeUpTo }) => [
    number,
    kind,
    completeUpTo,
  ]);

test('a source is stale past its own limit, is told of once however long that lasts, and again once it is complete', async () => {
  await beats('2026-11-20T00:00:00.000Z');
  const quiet = { stale: [], neverStarted: ['cq-never'], told: [] };
  expect(await watch('2026-11-21T00:00:00.000Z')).toEqual(quiet);
  expect(await watch('2026-11-21T00:00:00.001Z')).toEqual({
    ...quiet,
    stale: ['cq-daily'],
    told: ['cq-daily'],
  });
  expect(await watch('2026-11-21T06:00:00.000Z')).toEqual({ ...quiet, stale: ['cq-daily'] });
  /* It moves, and is still behind. */
  await beats('2026-11-21T00:00:00.000Z');
  expect(await watch('2026-11-23T00:00:00.000Z')).toEqual({ ...quiet, stale: ['cq-daily'] });
  await beats('2026-11-22T12:00:00.000Z');
  expect(await watch('2026-11-23T00:00:00.000Z')).toEqual({ ...quiet, told: ['cq-daily'] });
  expect(await watch('2026-11-23T01:00:00.000Z')).toEqual(quiet);
  expect(await watch('2026-11-25T00:00:00.000Z')).toEqual({
    ...quiet,
    stale: ['cq-daily'],
    told: ['cq-daily'],
  });
  expect(await turns()).toEqual([
    [1, 'stale', '2026-11-20T00:00:00.000Z'],
    [2, 'restored', '2026-11-22T12:00:00.000Z'],
    [3, 'stale', '2026-11-22T12:00:00.000Z'],
  ]);
});

test('runs side by side tell of one turn once, and nothing moves the source', async () => {
  await beats('2026-11-20T00:00:00.000Z');
  const runs = await Promise.all(Array.from({ length: 6 }, () => watch('2026-11-25T00:00:00.000Z')));
  expect(runs.flatMap(({ told }) => told)).toEqual(['cq-daily']);
  expect(await turns()).toEqual([[1, 'stale', '2026-11-20T00:00:00.000Z']]);
  expect(await service.sources.find('cq-daily')).toMatchObject({ completeUpTo: '2026-11-20T00:00:00.000Z' });
});

test('each turn is told by its schema', async () => {
  await beats('2026-11-20T00:00:00.000Z');
  await watch('2026-11-25T00:00:00.000Z');
  await beats('2026-11-25T00:00:00.000Z');
  await watch('2026-11-25T01:00:00.000Z');
  const told = itemsUnder('SOURCETURNS#', await service.itemsOf('credit')).flatMap(changesIn);
  const events = told.map((change, at) => cloudEventOf({ number: at + 1, change }));
  expect(events.map(({ id, type, data }) => ({ id, type, data }))).toEqual([
    {
      id: 'source:cq-daily:1',
      type: 'tongbiao.SourceStale.v1',
      data: {
        source: 'cq-daily',
        owner: 'reg-500000',
        completeUpTo: '2026-11-20T00:00:00.000Z',
        maximumLagHours: 24,
      },
    },
    {
      id: 'source:cq-daily:2',
      type: 'tongbiao.SourceRestored.v1',
      data: {
        source: 'cq-daily',
        owner: 'reg-500000',
        completeUpTo: '2026-11-25T00:00:00.000Z',
        maximumLagHours: 24,
      },
    },
  ]);
  for (const event of events) expect(cloudEventShape.safeParse(event).success).toBe(true);
});

test('the schedules count what is stale or never started, and what of the calendar is missing', async () => {
  const counted: object[] = [];
  const count = (measured: object) => counted.push(measured);
  const watching = createWatchSources(service);
  await sourcesHandler(watching, () => [daily, never], count)();
  await calendarHandler({ years: {} }, count)();
  expect(counted[0]).toEqual({ SourcesStale: 2 });
  expect(Object.keys(counted[1] ?? {})).toEqual(['CalendarMissing']);
});

test.each([
  ['2026-10-31', []],
  ['2026-11-01', ['2027']],
  ['2026-12-31', ['2027']],
  ['2027-01-01', ['2027']],
  ['2027-11-01', ['2027', '2028']],
])('on %s the calendar lacks %j', (on, missing) => {
  expect(
    missingYears({ years: { '2026': { holidaysOnWeekdays: [], workingWeekends: [] } } }, day(on)),
  ).toEqual(missing);
});
