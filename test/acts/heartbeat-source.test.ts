import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Instant } from '../../lib/domain/time/instant.ts';
import { type CreditService, moment, startCreditService } from '../support/credit-service.ts';
import { instant } from '../support/records.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
});
afterEach(() => service.stop());

const source = 'cq-dishonest-debtors';
const signal = () => AbortSignal.timeout(5_000);
const known = async (at: string): Promise<Instant | undefined> =>
  (await service.sources.findAsKnown(source, instant(at), signal()))?.completeUpTo;

test('a source moves forward, stays where it is, and never goes back', async () => {
  const forward = await service.heartbeat(source, '2026-11-23T01:00:00.000Z', 'court-500000');
  expect(forward).toEqual({ source, completeUpTo: '2026-11-23T01:00:00.000Z', outcome: 'advanced' });
  const equal = await service.heartbeat(source, '2026-11-23T01:00:00.000Z', 'court-500000');
  expect(equal).toEqual({ source, completeUpTo: '2026-11-23T01:00:00.000Z', outcome: 'unchanged' });
  await expect(service.heartbeat(source, '2026-11-23T00:59:59.999Z', 'court-500000')).rejects.toMatchObject({
    code: 'heartbeat-behind',
    values: { completeUpTo: '2026-11-23T01:00:00.000Z' },
  });
});

test.each([
  ['court-500000', 'advanced'],
  ['credit-500000', 'advanced'],
])('%s may speak for the source', async (authority, outcome) => {
  expect(await service.heartbeat(source, '2026-11-23T01:00:00.000Z', authority)).toMatchObject({ outcome });
});

test.each(['credit-510000', 'court-510000', 'court-500231', 'reg-500000'])(
  '%s may not speak for the source, and nothing is written',
  async (authority) => {
    await expect(service.heartbeat(source, '2026-11-23T01:00:00.000Z', authority)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await service.itemsOf('credit')).toEqual([]);
  },
);

test('no source is complete up to a time to come', async () => {
  await expect(service.heartbeat(source, '2026-11-23T02:00:00.001Z', 'court-500000')).rejects.toMatchObject({
    code: 'invalid-request',
    defects: [{ path: '/completeUpTo', code: 'after-now' }],
  });
});

test('a source that the catalog does not have is unknown', async () => {
  await expect(
    service.heartbeat('cq-scores', '2026-11-23T01:00:00.000Z', 'credit-500000'),
  ).rejects.toMatchObject({ code: 'unknown-source' });
});

test('what was known at an instant is kept', async () => {
  await service.heartbeat(
    source,
    '2026-11-01T00:00:00.000Z',
    'court-500000',
    moment('2026-11-01T06:00:00.000Z'),
  );
  await service.heartbeat(
    source,
    '2026-11-02T00:00:00.000Z',
    'court-500000',
    moment('2026-11-02T06:00:00.000Z'),
  );
  expect(await known('2026-11-01T05:59:59.999Z')).toBeUndefined();
  expect(await known('2026-11-01T06:00:00.000Z')).toBe('2026-11-01T00:00:00.000Z');
  expect(await known('2026-11-02T06:00:00.000Z')).toBe('2026-11-02T00:00:00.000Z');
});

test('of many heartbeats at one moment the furthest stands', async () => {
  const sent = await Promise.allSettled(
    Array.from({ length: 20 }, (_, minute) =>
      service.heartbeat(source, `2026-11-23T01:${10 + minute}:00.000Z`, 'court-500000'),
    ),
  );
  const refused = sent.filter((result) => result.status === 'rejected').map(({ reason }) => reason.code);
  expect(refused.every((code) => code === 'heartbeat-behind')).toBe(true);
  expect((await service.sources.find(source))?.completeUpTo).toBe('2026-11-23T01:29:00.000Z');
  expect(await known('2026-11-23T02:00:00.000Z')).toBe('2026-11-23T01:29:00.000Z');
});
