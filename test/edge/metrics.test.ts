import { expect, test } from 'vitest';
import type { Instant } from '../../lib/domain/time/instant.ts';
import { countAlarm } from '../../lib/edge/lookup-alarms.ts';
import { count, countBy } from '../../lib/edge/metrics.ts';
import { logOf } from './an-event.ts';

/** What is written while something is counted, line by line, with the time taken out. */
async function linesOf(run: () => void): Promise<readonly unknown[]> {
  const log = await logOf(async () => run());
  return log
    .split('\n')
    .filter(Boolean)
    .map((line) => {
      const { _aws: told, ...values } = JSON.parse(line);
      expect(Math.abs(Date.now() - told.Timestamp)).toBeLessThan(60_000);
      return { ...values, told: told.CloudWatchMetrics };
    });
}

test('several metrics of one moment are one line, in units of their own, and a zero is told', async () => {
  expect(await linesOf(() => count({ LookupsUnknown: 0, LookupMilliseconds: 12.5 }))).toEqual([
    {
      told: [
        {
          Namespace: 'Tongbiao',
          Dimensions: [['service']],
          Metrics: [
            { Name: 'LookupsUnknown', Unit: 'Count' },
            { Name: 'LookupMilliseconds', Unit: 'Milliseconds' },
          ],
        },
      ],
      service: 'tongbiao-test',
      LookupsUnknown: 0,
      LookupMilliseconds: 12.5,
    },
  ]);
});

test('nothing counted is nothing written', async () => {
  expect(await linesOf(() => count({}))).toEqual([]);
});

test('one that is told apart has a series for each part, and leaves nothing behind for the next', async () => {
  const lines = await linesOf(() => {
    countBy('Answers5xx', 'GET /v1/health');
    count({ SourcesStale: 2 });
  });
  expect(lines).toEqual([
    {
      told: [
        {
          Namespace: 'Tongbiao',
          Dimensions: [['service', 'route']],
          Metrics: [{ Name: 'Answers5xx', Unit: 'Count' }],
        },
      ],
      service: 'tongbiao-test',
      route: 'GET /v1/health',
      Answers5xx: 1,
    },
    expect.objectContaining({ service: 'tongbiao-test', SourcesStale: 2 }),
  ]);
  expect(lines[1]).not.toHaveProperty('route');
});

test('an alarm about look-ups is counted by its kind, without who asked for whom', async () => {
  const alarm = {
    at: '2026-11-24T02:00:00.000Z' as Instant,
    kind: 'quota-exceeded',
    caller: 'officer-canary',
    authority: 'reg-110101',
    purpose: 'purpose-canary',
    lookup: 'lookup-canary',
    count: 3,
  } as const;
  const [line] = await linesOf(() => countAlarm(alarm));
  expect(line).toMatchObject({ kind: 'quota-exceeded', LookupAlarms: 1 });
  expect(JSON.stringify(line)).not.toMatch(/canary|reg-/);
});
