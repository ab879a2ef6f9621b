import { afterAll, expect, test } from 'vitest';
import { submitFiling } from '../../lib/contract/filings.ts';
import { aFiling, toBeJudged } from '../journeys/a-filing.ts';
import { endAll, startLocalService } from '../support/local-service.ts';
import { newDataDir, run, tablePrefixOf } from './running-service.ts';

afterAll(endAll);

const redate = (dataDir: string) =>
  run('redate.ts', [], { DATA_DIR: dataDir, TABLE_PREFIX: tablePrefixOf(dataDir) });

test('npm run redate looks through the queues of a service that is stopped, and says what it did', async () => {
  const service = await startLocalService({ demoData: 'off' });
  const body = await aFiling(service, { facts: toBeJudged });
  expect((await service.ask(submitFiling, { as: 'applicant', body })).body.state).toBe('in-review');
  const busy = await redate(service.dataDir);
  const engineOfOurOwn = process.env.DYNAMODB_ENDPOINT === undefined;
  if (engineOfOurOwn) expect([busy.code, busy.stderr]).toEqual([1, expect.stringContaining('stop it first')]);
  await service.end('SIGTERM');
  const done = await redate(service.dataDir);
  expect([done.code, done.stdout.trim()]).toEqual([0, '{ looked: 1, redated: 0, overdue: 0 }']);
});

test('where there is no data there is nothing to do', async () => {
  if (process.env.DYNAMODB_ENDPOINT !== undefined) return;
  expect(await redate(newDataDir())).toMatchObject({
    code: 0,
    stdout: 'No data yet: nothing has to be dated\n',
  });
});
