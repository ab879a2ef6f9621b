import { afterAll, beforeAll, expect, test } from 'vitest';
import { heartbeatSource, publishRecord } from '../../lib/contract/credit-records.ts';
import { submitFiling } from '../../lib/contract/filings.ts';
import { listMeasures } from '../../lib/contract/standards.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { aFiling, freshPerson } from './a-filing.ts';
import { lookUpOf, recordOf } from './a-record.ts';

/** A service whose sources never started, as nobody plays them. */
let service: LocalService;
beforeAll(async () => {
  service = await startLocalService({ demoData: 'off' });
});
afterAll(endAll);

test('without a source nobody is clear, and a hit is a hit', async () => {
  const [barred, other] = [freshPerson(), freshPerson()];
  await service.ask(publishRecord, { as: 'publisher-cq', body: recordOf(barred) });
  const { results, coverage } = await lookUpOf(service, [barred, other]);
  expect(results).toMatchObject([
    { verdict: 'hit', measures: [{ row: 'office-bar' }] },
    { verdict: 'unknown', reasons: ['source-never-started'], measures: [] },
  ]);
  expect(coverage[0]).not.toHaveProperty('completeUpTo');
  expect(coverage[0]?.sources.every(({ state }) => state === 'never-started')).toBe(true);
});

test('a filing goes to review for it, and cannot be refused', async () => {
  const body = await aFiling(service);
  const filed = (await service.ask(submitFiling, { as: 'registrar-cq', body })).body;
  expect(filed).toMatchObject({ state: 'in-review', admissible: ['register'] });
  expect(filed.findings.map(({ rule, path }) => [rule, path])).toEqual([
    ['credit.unknown', '/persons/0'],
    ['credit.unknown', '/persons/1'],
  ]);
});

test('a source that starts is heard; a heartbeat neither goes back nor ahead of time', async () => {
  const { sources } = (await service.ask(listMeasures)).body;
  expect(sources.length).toBeGreaterThan(4);
  const source = 'sc-honours';
  const beat = { as: 'publisher-sc', params: { source } };
  const completeUpTo = new Date(Date.now() - 1000).toISOString();
  expect((await service.ask(heartbeatSource, { ...beat, body: { completeUpTo } })).body).toEqual({
    source,
    completeUpTo,
    outcome: 'advanced',
  });
  expect((await service.ask(heartbeatSource, { ...beat, body: { completeUpTo } })).body.outcome).toBe(
    'unchanged',
  );
  const back = new Date(Date.now() - 60_000).toISOString();
  expect(await service.refused(heartbeatSource, { ...beat, body: { completeUpTo: back } })).toMatchObject({
    status: 409,
    body: { code: 'heartbeat-behind', values: { completeUpTo } },
  });
  expect(
    await service.refused(heartbeatSource, { ...beat, body: { completeUpTo: '2999-01-01T00:00:00.000Z' } }),
  ).toMatchObject({ status: 400, body: { defects: [{ path: '/completeUpTo', code: 'after-now' }] } });
});
