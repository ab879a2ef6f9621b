import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCodeStore } from '../../lib/store/code-store.ts';
import { ConditionsFailed, writeAll } from '../../lib/store/transaction.ts';
import { startTables, type TestTables } from '../support/engine.ts';
import { injectFaults, recordCalls } from '../support/sdk-faults.ts';

let tables: TestTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const newStore = () => createCodeStore(tables.client, tables.names.filings);
const take = (store: ReturnType<typeof newStore>, prefix: string, count: number) =>
  Promise.all(Array.from({ length: count }, () => store.takeSerial(prefix)));

test('serials begin at 0 and a block of a hundred costs one call', async () => {
  const store = newStore();
  const recorded = recordCalls(tables.client);
  expect(await take(store, 'AA', 100)).toEqual(Array.from({ length: 100 }, (_, index) => index));
  expect(recorded.calls.map(({ name }) => name)).toEqual(['UpdateItem']);
  expect(await store.takeSerial('AA')).toBe(100);
  expect(recorded.calls.length).toBe(2);
  recorded.stop();
});

test('many instances at once never give a serial twice', async () => {
  const taken = await Promise.all(Array.from({ length: 8 }, () => take(newStore(), 'BB', 130)));
  expect(new Set(taken.flat()).size).toBe(8 * 130);
  expect(Math.max(...taken.flat())).toBeLessThan(8 * 200);
});

test('prefixes have serials of their own', async () => {
  const store = newStore();
  expect([await store.takeSerial('CC'), await store.takeSerial('DD'), await store.takeSerial('CC')]).toEqual([
    0, 0, 1,
  ]);
});

test('a lease that fails fails those who wait for it, and the next one leases again', async () => {
  const store = newStore();
  const injected = await injectFaults(tables.client, () => 'error');
  const failed = await Promise.allSettled([store.takeSerial('EE'), store.takeSerial('EE')]);
  await injected.stop();
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await store.takeSerial('EE')).toBe(0);
});

test('a body is claimed once, whatever division stands before it', async () => {
  const store = newStore();
  await writeAll(tables.client, [store.claim('MY0000017', '91511623MY0000017F')]);
  const again = writeAll(tables.client, [store.claim('MY0000017', '91500231MY0000017A')]);
  await expect(again).rejects.toThrow(ConditionsFailed);
  await expect(again).rejects.toMatchObject({ conditions: ['code-is-free'] });
});
