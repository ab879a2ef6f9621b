import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { createListExports } from '../../lib/acts/list-exports.ts';
import { createListImports } from '../../lib/acts/list-imports.ts';
import { createRequestImport } from '../../lib/acts/request-import.ts';
import { type DeclaredImport, type ImportQuota, noRows } from '../../lib/domain/credit/import.ts';
import { createDiskImportFiles } from '../../lib/store/disk-import-files.ts';
import { createImportStore } from '../../lib/store/import-store.ts';
import { exporting } from '../support/an-export.ts';
import { aCaller, type CreditService, moment, NOW, startCreditService } from '../support/credit-service.ts';
import { recordCalls } from '../support/sdk-faults.ts';

let service: CreditService;
beforeEach(async () => {
  service = await startCreditService();
});
afterEach(() => service.stop());

const folder = mkdtempSync(join(tmpdir(), 'imports-'));
afterAll(() => rmSync(folder, { recursive: true }));

const publisher = aCaller('credit-500000');
const stored = () => createImportStore(service.client, service.names.credit);
const asking = (quota?: ImportQuota) =>
  createRequestImport({
    imports: stored(),
    files: createDiskImportFiles(folder, 'http://127.0.0.1/files'),
    writeAll: service.writeAll,
    ...(quota && { quota }),
  });
const file = (number: number, bytes = 100): DeclaredImport => ({
  format: 'csv',
  encoding: 'utf-8',
  bytes,
  sha256: String(number).padStart(64, '0'),
});
const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'opened',
    (error: { code: string }) => error.code,
  );
const TODAY_LAST = moment('2026-11-23T15:59:59.999Z');
const TOMORROW = moment('2026-11-23T16:00:00.000Z');

test('so many files a day: as many as are asked for at one moment, none more until the next day in China', async () => {
  const request = asking({ files: 5, bytes: 1_000_000 });
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, number) => codeOf(request(publisher, file(number), NOW))),
  );
  expect(answers.toSorted()).toEqual([
    ...Array.from({ length: 5 }, () => 'opened'),
    ...Array.from({ length: 7 }, () => 'too-many-imports'),
  ]);
  await expect(request(publisher, file(20), TODAY_LAST)).rejects.toMatchObject({
    code: 'too-many-imports',
    values: { files: 5, bytes: 1_000_000 },
  });
  expect(await codeOf(request(aCaller('credit-510000'), file(20), NOW))).toBe('opened');
  expect(await codeOf(request(publisher, file(20), TOMORROW))).toBe('opened');
});

test('so many bytes a day, to the last one', async () => {
  const request = asking({ files: 100, bytes: 1_000 });
  expect(await codeOf(request(publisher, file(1, 400), NOW))).toBe('opened');
  expect(await codeOf(request(publisher, file(2, 601), NOW))).toBe('too-many-imports');
  expect(await codeOf(request(publisher, file(3, 600), NOW))).toBe('opened');
  expect(await codeOf(request(publisher, file(4, 1), NOW))).toBe('too-many-imports');
});

test('what is known already is answered though the day is full, counts once, and can be sent', async () => {
  const request = asking({ files: 2, bytes: 1_000_000 });
  const same = await Promise.all(Array.from({ length: 6 }, () => request(publisher, file(1), NOW)));
  expect(same.filter(({ isNew }) => isNew)).toHaveLength(1);
  expect(new Set(same.map(({ import: { id } }) => id)).size).toBe(1);
  await request(publisher, file(2), NOW);
  const again = await request(publisher, file(1), TODAY_LAST);
  expect([again.isNew, again.form?.expiresAt]).toEqual([false, '2026-11-23T16:59:59.999Z']);
  expect(await stored().countOn('credit-500000', NOW.on)).toMatchObject({ files: 2, bytes: 200 });
});

test('the catalogue lets an authority hand in 2 000 files and 256 GiB a day', async () => {
  const longest = file(0, 1_073_741_824);
  const counted = { authority: 'credit-500000', day: NOW.on, files: 1_999, bytes: 273_804_165_120 };
  const { import: told } = await asking()(publisher, longest, moment('2026-11-22T02:00:00.000Z'));
  await service.writeAll(
    stored()
      .create({ ...told, id: '00000000-0000-8000-a000-000000000000' }, counted)
      .slice(2),
  );
  expect(await codeOf(asking()(publisher, file(1), NOW))).toBe('too-many-imports');
});

test('an authority lists its imports, the newest first, with state and rows of each; others do not see them', async () => {
  const imports = stored();
  const list = createListImports({ imports });
  const request = asking();
  const ids: string[] = [];
  for (let number = 0; number < 45; number += 1) {
    const at = moment(`2026-11-23T02:${String(number).padStart(2, '0')}:00.000Z`);
    ids.unshift((await request(publisher, file(number), at)).import.id);
  }
  await request(aCaller('credit-510000'), file(99), NOW);
  const running = (await imports.find(ids[0] ?? '')) ?? expect.fail();
  const cut = { state: 'running', rows: 1_200, chunks: 2, startedAt: NOW.at } as const;
  const done = { chunk: 1, counts: { ...noRows, accepted: 990, refused: 10 }, finishedAt: NOW.at };
  await service.writeAll([
    imports.replace({ ...running, ...cut, version: 2 }),
    imports.addDone(running.id, done, 1),
  ]);
  const calls = recordCalls(service.client);
  const first = await list(publisher, undefined, TODAY_LAST);
  expect(calls.calls.map(({ name, begunAfter }) => [name, begunAfter])).toEqual([
    ['Query', 0],
    ['BatchGetItem', 1],
    ['Query', 2],
  ]);
  calls.stop();
  expect(first.entries[0]).toMatchObject({
    import: { id: ids[0], state: 'running', rows: 1_200 },
    counts: { accepted: 990, refused: 10 },
    percent: 83,
  });
  expect(first.entries[1]).toMatchObject({ import: { id: ids[1], state: 'awaiting-upload' }, percent: 0 });
  const second = await list(publisher, first.next, NOW);
  const third = await list(publisher, second.next, NOW);
  const pages = [first, second, third];
  expect(pages.flatMap(({ entries }) => entries.map(({ import: { id } }) => id))).toEqual(ids);
  expect(pages.map(({ entries }) => entries.length)).toEqual([20, 20, 5]);
  expect(third.next).toBeUndefined();
  expect((await list(aCaller('credit-510000'), undefined, NOW)).entries).toHaveLength(1);
  expect(await codeOf(list(aCaller('credit-510000'), first.next, NOW))).toBe('invalid-request');
  expect(await codeOf(list(aCaller('credit-500000', { id: 'y' }), first.next, NOW))).toBe('invalid-request');
  expect(await codeOf(list(aCaller(undefined), undefined, NOW))).toBe('forbidden');
});

test('an authority lists its exports while they are kept, and takes none on by it', async () => {
  const exported = exporting(service);
  const list = createListExports(exported);
  const older = await exported.begun('credit-500000');
  const newer = await exported.begun('credit-500000', moment('2026-11-23T03:00:00.000Z'));
  await exported.begun('credit-510000');
  const before = await service.itemsOf('credit');
  const { entries, next } = await list(publisher, undefined, TOMORROW);
  expect(entries).toEqual([newer, older]);
  expect([next, await service.itemsOf('credit')]).toEqual([undefined, before]);
  const idsAt = async (at: string) =>
    (await list(publisher, undefined, moment(at))).entries.map(({ id }) => id);
  expect(await idsAt('2026-11-30T01:59:59.999Z')).toEqual([newer.id, older.id]);
  expect(await idsAt('2026-11-30T02:00:00.000Z')).toEqual([newer.id]);
  expect(await codeOf(list(aCaller(undefined), undefined, NOW))).toBe('forbidden');
});
