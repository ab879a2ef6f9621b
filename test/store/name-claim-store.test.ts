import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdName } from '../../lib/domain/registration/claim-name.ts';
import { createNameClaimStore } from '../../lib/store/name-claim-store.ts';
import { writeAll } from '../../lib/store/transaction.ts';
import { startTables, type TestTables } from '../support/engine.ts';
import { day } from '../support/records.ts';

let tables: TestTables;
let names: ReturnType<typeof createNameClaimStore>;
beforeAll(async () => {
  tables = await startTables();
  names = createNameClaimStore(tables.client, tables.names.filings);
});
afterAll(() => tables.stop());

const claim = (filing: string, industry?: string) => ({
  claimed: { tradeName: '禾岚', name: '子丑县禾岚科技有限公司', ...(industry !== undefined && { industry }) },
  filing,
});
const reserve = async (read: Awaited<ReturnType<typeof names.get>>, filing: string, industry?: string) => {
  const { claimed } = claim(filing, industry);
  await writeAll(tables.client, [
    names.replace(read, holdName(read.claims, claimed, filing, day('2026-11-23'))),
  ]);
};

test('a name nobody claimed has no claims, and the first claim makes version 1', async () => {
  const none = await names.get('reg-one', '禾岚');
  expect(none).toEqual({ authority: 'reg-one', tradeName: '禾岚', claims: [], version: 0 });
  await reserve(none, 'filing-1', 'M75');
  expect(await names.get('reg-one', '禾岚')).toEqual({
    authority: 'reg-one',
    tradeName: '禾岚',
    version: 1,
    claims: [
      {
        name: '子丑县禾岚科技有限公司',
        industry: 'M75',
        state: 'reserved',
        holder: 'filing-1',
        since: '2026-11-23',
        until: '2027-01-24',
      },
    ],
  });
});

test('a claim without an industry keeps none', async () => {
  await reserve(await names.get('reg-one', '青岚'), 'filing-1');
  const { claims } = await names.get('reg-one', '青岚');
  expect(Object.keys(claims[0] ?? {})).not.toContain('industry');
});

test('who read an older version writes nothing, the first time and later', async () => {
  const unchanged = { conditions: ['name-claims-unchanged'] };
  const none = await names.get('reg-one', '碧岚');
  await reserve(none, 'filing-1');
  await expect(reserve(none, 'filing-2')).rejects.toMatchObject(unchanged);
  const first = await names.get('reg-one', '碧岚');
  await reserve(first, 'filing-2');
  await expect(reserve(first, 'filing-3')).rejects.toMatchObject(unchanged);
  expect((await names.get('reg-one', '碧岚')).claims.map(({ holder }) => holder)).toEqual([
    'filing-1',
    'filing-2',
  ]);
});

test('two authorities claim the same trade name apart', async () => {
  await reserve(await names.get('reg-one', '澄岚'), 'filing-1');
  expect((await names.get('reg-two', '澄岚')).claims).toEqual([]);
});
