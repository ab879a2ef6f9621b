import { afterAll, beforeAll, expect, test } from 'vitest';
import { BODIES_PER_PREFIX } from '../../lib/domain/registration/allocate-code.ts';
import { createCodeStore } from '../../lib/store/code-store.ts';
import { ConditionsFailed, writeAll } from '../../lib/store/transaction.ts';
import { startTables, type TestTables } from '../support/engine.ts';

let tables: TestTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

const newStore = () => createCodeStore(tables.names.filings);

test('serials are drawn from the whole range, and one tells nothing of the next', () => {
  const { drawSerial } = newStore();
  const drawn = Array.from({ length: 1_000 }, drawSerial);
  expect(drawn.every((serial) => Number.isInteger(serial) && serial >= 0 && serial < BODIES_PER_PREFIX)).toBe(
    true,
  );
  expect(new Set(drawn).size).toBeGreaterThan(990);
  expect(drawn.filter((serial) => serial > BODIES_PER_PREFIX / 2).length).toBeGreaterThan(350);
  expect(drawn.filter((serial) => serial < BODIES_PER_PREFIX / 2).length).toBeGreaterThan(350);
});

test('a body is claimed once, whatever division stands before it', async () => {
  const store = newStore();
  await writeAll(tables.client, [store.claim('MY0000017', '91511623MY0000017F')]);
  const again = writeAll(tables.client, [store.claim('MY0000017', '91500231MY0000017A')]);
  await expect(again).rejects.toThrow(ConditionsFailed);
  await expect(again).rejects.toMatchObject({ conditions: ['code-is-free'] });
});
