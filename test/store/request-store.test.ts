import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRequestStore } from '../../lib/store/request-store.ts';
import { writeAll } from '../../lib/store/transaction.ts';
import { startTables, type TestTables } from '../support/engine.ts';
import { instant } from '../support/records.ts';

let tables: TestTables;
let requests: ReturnType<typeof createRequestStore>;
beforeAll(async () => {
  tables = await startTables();
  requests = createRequestStore(tables.client, tables.names.filings);
});
afterAll(() => tables.stop());

const AT = instant('2026-11-23T02:00:00.000Z');
const LAST_SECOND = instant('2026-11-24T01:59:59.999Z');
const DAY_LATER = instant('2026-11-24T02:00:00.000Z');
const answered = { bodyHash: 'hash', status: 201, body: '{"id":1}' };

test('an answer is found for a day, whether or not the table has dropped it', async () => {
  await writeAll(tables.client, [requests.remember('caller', 'key-1', answered, AT)]);
  expect(await requests.find('caller', 'key-1', LAST_SECOND)).toEqual(answered);
  expect(await requests.find('caller', 'key-1', DAY_LATER)).toBe(undefined);
  expect(await requests.find('other', 'key-1', AT)).toBe(undefined);
});

test('it is kept once while it lasts, and may be replaced when it is over', async () => {
  await writeAll(tables.client, [requests.remember('caller', 'key-2', answered, AT)]);
  const again = (at: typeof AT) =>
    writeAll(tables.client, [requests.remember('caller', 'key-2', { ...answered, status: 200 }, at)]);
  await expect(again(LAST_SECOND)).rejects.toMatchObject({ conditions: ['request-is-new'] });
  await again(DAY_LATER);
  expect(await requests.find('caller', 'key-2', DAY_LATER)).toMatchObject({ status: 200 });
});

test('a long answer is kept whole, in less than an item can hold', async () => {
  const body = JSON.stringify({ findings: Array.from({ length: 20_000 }, (_, index) => `finding ${index}`) });
  expect(body.length).toBeGreaterThan(280_000);
  await writeAll(tables.client, [requests.remember('caller', 'key-3', { ...answered, body }, AT)]);
  expect(await requests.find('caller', 'key-3', AT)).toEqual({ ...answered, body });
});
