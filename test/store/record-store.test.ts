import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRecordStore } from '../../lib/store/record-store.ts';
import { writeAll } from '../../lib/store/transaction.ts';
import { startTables, type TestTables } from '../support/engine.ts';
import { anOrganisation, aRecord, recordId } from '../support/records.ts';

let tables: TestTables;
beforeAll(async () => {
  tables = await startTables();
});
afterAll(() => tables.stop());

test('a record that was corrected at such length that its versions fill more than a page is read whole', async () => {
  const records = createRecordStore(tables.client, tables.names.credit);
  const reason = '更正'.repeat(20_000);
  for (let version = 1; version <= 12; version += 1) {
    const happened = { kind: 'corrected', reason } as const;
    const corrected = aRecord({ subject: anOrganisation, version, happened });
    await writeAll(tables.client, [records.append(corrected, undefined)]);
  }
  const versions = await records.listOf(anOrganisation, recordId('one'));
  expect(versions.map(({ version }) => version)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  await expect(records.listVersions(anOrganisation, undefined, 1)).rejects.toMatchObject({
    name: 'TooManyVersions',
  });
});
