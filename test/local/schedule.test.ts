import { afterAll, expect, test } from 'vitest';
import { submitFiling } from '../../lib/contract/filings.ts';
import { aFiling, toBeJudged } from '../journeys/a-filing.ts';
import { endAll, startLocalService } from '../support/local-service.ts';
import { newDataDir, run, tablePrefixOf } from './running-service.ts';

afterAll(endAll);

const schedule = (dataDir: string, ...names: readonly string[]) =>
  run('schedule.ts', names, { DATA_DIR: dataDir, TABLE_PREFIX: tablePrefixOf(dataDir) });

test('npm run schedule runs one now, whether the service runs or not, and says what it did', async () => {
  const service = await startLocalService({ demoData: 'off' });
  const body = await aFiling(service, { facts: toBeJudged });
  expect((await service.ask(submitFiling, { as: 'applicant', body })).body.state).toBe('in-review');
  const beside = await schedule(service.dataDir, 'redate-filings');
  expect([beside.stderr, beside.stdout.trim()]).toEqual(['', '{"looked":1,"redated":0,"overdue":0}']);
  await service.end('SIGTERM');
  const after = await schedule(service.dataDir, 'redate-filings');
  expect([after.stderr, after.stdout.trim()]).toEqual(['', '{"looked":1,"redated":0,"overdue":0}']);
  expect(JSON.parse((await schedule(service.dataDir, 'tell-ends')).stdout)).toEqual({ told: 0, done: true });
}, 60_000);

test('one that there is not, and a place without data, are told', async () => {
  const unknown = await schedule(newDataDir(), 'every-night');
  expect([unknown.code, unknown.stdout]).toEqual([2, '']);
  expect(unknown.stderr).toContain(
    'apply-retention, redate-filings, remind-follow-ups, remind-tasks, seal-log, tell-ends, watch-calendar, watch-sources',
  );
  const nothing = await schedule(newDataDir(), 'seal-log');
  expect([nothing.code, nothing.stderr]).toEqual([1, expect.stringContaining('No data of a local run')]);
});
