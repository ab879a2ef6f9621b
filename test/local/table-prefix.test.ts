import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTables, dropTables } from '../../local/create-tables.ts';
import { chooseTablePrefix, forgetTables, hasTables, tablePrefixIn } from '../../local/table-prefix.ts';
import { startTables, type TestTables } from '../support/engine.ts';

let tables: TestTables;
let dir: string;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'tongbiao-prefix-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

test('a directory of which nothing is known has the usual names', () => {
  expect(tablePrefixIn(dir)).toBe('tongbiao');
});

// On an engine that somebody lends the usual names are not for a test to take.
test.skipIf(process.env.DYNAMODB_ENDPOINT)(
  'a new directory takes names of its own where others have the usual ones, and keeps them',
  async () => {
    expect(await hasTables(tables.client, 'tongbiao')).toBe(false);
    const usual = await createTables(tables.client, 'tongbiao');
    expect(await hasTables(tables.client, 'tongbiao')).toBe(true);
    const chosen = await chooseTablePrefix(tables.client, dir);
    expect(chosen).toMatch(/^tongbiao-[0-9a-f]{8}$/);
    await dropTables(tables.client, usual);
    expect(await chooseTablePrefix(tables.client, dir)).toBe(chosen);
    expect(tablePrefixIn(dir)).toBe(chosen);
  },
);

test('a directory that has keys already goes on with the usual names', async () => {
  writeFileSync(join(dir, 'keys.json'), '{}');
  expect(await chooseTablePrefix(tables.client, dir)).toBe('tongbiao');
});

test('where the tables are gone a directory forgets what was in them and keeps the rest', () => {
  for (const name of ['demo-data.json', 'stream-checkpoints.json', 'keys.json'])
    writeFileSync(join(dir, name), '{}');
  forgetTables(dir);
  expect(readdirSync(dir)).toEqual(['keys.json']);
  forgetTables(dir);
  expect(readFileSync(join(dir, 'keys.json'), 'utf8')).toBe('{}');
});
