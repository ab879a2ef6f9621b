import { mkdtempSync, rmSync } from 'node:fs';
import { chmod, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createShardCopy } from '../../lib/acts/copy-shard.ts';
import { createSealLog } from '../../lib/acts/seal-log.ts';
import { createVerifyLog } from '../../lib/acts/verify-log.ts';
import { createDiskEvidenceFiles } from '../../lib/store/disk-evidence-files.ts';
import type { EvidenceFiles } from '../../lib/store/evidence-files.ts';
import { copiedLog, rootsWithoutCopy } from '../../local/copied-log.ts';
import { openEvidence } from '../../local/evidence-reader.ts';
import {
  aCaller,
  type CreditService,
  moment,
  organisation,
  PERSON_NUMBER,
  person,
  startCreditService,
} from '../support/credit-service.ts';
import { day } from '../support/records.ts';

let service: CreditService;
let folder: string;
beforeEach(async () => {
  service = await startCreditService();
  folder = mkdtempSync(join(tmpdir(), 'copies-'));
});
afterEach(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

const TEN = 10;
const seal = (at: string, evidence: EvidenceFiles = createDiskEvidenceFiles(folder)) =>
  createSealLog({ ...service, evidence })(moment(at));

/** Begins the log on 22 November, and has ten entries on the 23rd. */
async function aDay(evidence?: EvidenceFiles) {
  await seal('2026-11-23T00:00:00.000Z', evidence);
  for (let minute = 0; minute < TEN; minute += 1)
    await service.newLookUp()(
      aCaller('reg-511623', { id: 'officer' }),
      { purpose: 'registration', basis: 'registration-review', subjects: [organisation, person] },
      moment(`2026-11-23T02:0${minute}:00.000Z`),
    );
}
const NEXT_DAY = '2026-11-24T00:00:00.000Z';

const files = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .toSorted();
const readAll = async () => Promise.all((await files()).map((name) => readFile(join(folder, name), 'utf8')));
const partsOf = async (on: string) =>
  (await files()).filter((name) => name.includes(`SC/${on}/`) && name.endsWith('ndjson'));

/** What is wrong with the copies, by side and day; nothing is asked of the tables. */
async function faults() {
  const keys = [await service.logSigner.publicKey()];
  const verify = createVerifyLog({ ...copiedLog(await openEvidence(folder)), keys });
  const found: Record<string, unknown> = {};
  for await (const { jurisdiction, day: on, entries, faults: wrong } of verify(day('2026-12-31')))
    found[`${jurisdiction} ${on}`] = [entries, ...wrong.map(({ kind }) => kind)];
  return found;
}
const WHOLE = { 'CQ 2026-11-22': [0], 'CQ 2026-11-23': [0], 'SC 2026-11-22': [0], 'SC 2026-11-23': [10] };

test('what is sealed is copied first, and the copies alone give the signed roots', async () => {
  await aDay();
  await seal(NEXT_DAY);
  expect(await faults()).toEqual(WHOLE);
  const lines = (
    await Promise.all((await partsOf('2026-11-23')).map((name) => readFile(join(folder, name), 'utf8')))
  )
    .flatMap((text) => text.trim().split('\n'))
    .map((line) => JSON.parse(line) as { readonly subjects: readonly string[] });
  expect(lines.length).toBe(TEN);
  expect(Object.keys(lines[0] ?? {}).toSorted()).toEqual(
    [
      'at',
      'authority',
      'basis',
      'caller',
      'id',
      'jurisdiction',
      'on',
      'purpose',
      'salt',
      'subjects',
    ].toSorted(),
  );
  expect(lines[0]?.subjects).toEqual([
    'O:91500231MA5U000A5X',
    expect.stringMatching(/^P:local-[0-9a-f]{8}:/),
  ]);
  expect((await readAll()).join()).not.toContain(PERSON_NUMBER);
  expect((await files()).filter((name) => name.endsWith('root.json'))).toEqual([
    'log/CQ/2026-11-22/root.json',
    'log/CQ/2026-11-23/root.json',
    'log/SC/2026-11-22/root.json',
    'log/SC/2026-11-23/root.json',
  ]);
});

test('runs side by side and again leave one copy of each, as it was', async () => {
  await aDay();
  await Promise.all(Array.from({ length: 4 }, () => seal(NEXT_DAY)));
  const before = await readAll();
  await seal('2026-11-24T02:00:00.000Z');
  expect(await readAll()).toEqual(before);
  expect(await faults()).toEqual(WHOLE);
});

test('a long shard is copied in parts, the same ones each time', async () => {
  const at = { jurisdiction: 'SC', day: day('2026-11-23'), shard: 0 };
  await aDay();
  const put: string[] = [];
  const evidence: EvidenceFiles = {
    put: async (name, text) => void put.push(`${name} ${text.split('\n').length - 1}`),
  };
  const copy = createShardCopy(evidence, at, 1_000);
  for (let shard = 0; shard < 8; shard += 1)
    for await (const page of service.lookupLog.pagesOf({ ...at, shard }))
      for (const lookup of page) await copy.add(lookup);
  await copy.close();
  await copy.close();
  expect(put).toEqual([
    'log/SC/2026-11-23/0-000000.ndjson 3',
    'log/SC/2026-11-23/0-000001.ndjson 3',
    'log/SC/2026-11-23/0-000002.ndjson 3',
    'log/SC/2026-11-23/0-000003.ndjson 1',
  ]);
});

test('a run that is cut off within a shard is gone on with from there, and seals what one run would have', async () => {
  await aDay();
  const evidence = createDiskEvidenceFiles(folder);
  /** A page is one entry, as a megabyte of a long day would be, and a run reads as many as it has time for. */
  const run = async (time: number) => {
    const read: string[] = [];
    const pagesOf = async function* (...asked: Parameters<typeof service.lookupLog.pagesOf>) {
      for await (const page of service.lookupLog.pagesOf(...asked))
        for (const lookup of page) {
          if (read.length === time) throw new Error('the time is over');
          read.push(lookup.id);
          yield [lookup];
        }
    };
    const deps = { ...service, lookupLog: { pagesOf }, evidence, partCharacters: 500, entriesKept: 1 };
    const isSealed = await createSealLog(deps)(moment(NEXT_DAY)).then(
      () => true,
      () => false,
    );
    return { read, isSealed };
  };
  const runs: Awaited<ReturnType<typeof run>>[] = [];
  do runs.push(await run(2));
  while (runs.at(-1)?.isSealed === false && runs.length < 50);
  const read = runs.flatMap(({ read: of }) => of);
  expect([runs.at(-1)?.isSealed, new Set(read).size]).toEqual([true, TEN]);
  /* Of a part that has not ended an entry is read again, and no entry before it. */
  expect(read.length).toBeLessThan(2 * TEN);
  expect(await faults()).toEqual(WHOLE);
  const verify = createVerifyLog({ ...service, keys: [await service.logSigner.publicKey()] });
  for await (const { faults: wrong } of verify(day('2026-12-31'))) expect(wrong).toEqual([]);
  const grown = (await service.itemsOf('lookupLog')).filter(({ sk }) => sk === 'GROWN');
  expect(grown.length).toBeGreaterThan(0);
});

describe('where copies cannot be put', () => {
  const failing = (from: number, until: number): EvidenceFiles => {
    const disk = createDiskEvidenceFiles(folder);
    let calls = 0;
    return {
      put: async (...copy) => {
        calls += 1;
        if (calls >= from && calls < until) throw new Error('the bucket is out of reach');
        await disk.put(...copy);
      },
    };
  };

  test.each([1, 2, 5, 8, 9, 10])(
    'from the %ith on: no root is published before its copies stand, and the next run ends it',
    async (from) => {
      await aDay(failing(99, 99));
      await seal(NEXT_DAY, failing(from, Number.POSITIVE_INFINITY)).catch(() => undefined);
      const copies = await openEvidence(folder);
      for (const side of ['CQ', 'SC']) {
        const { days } = await service.logRoots.listRoots(side, undefined);
        expect(await rootsWithoutCopy(copies, days)).toEqual([]);
      }
      await seal('2026-11-24T01:00:00.000Z');
      expect(await faults()).toEqual(WHOLE);
      const { days } = await service.logRoots.listRoots('SC', undefined);
      expect(days.map(({ day: on, entries }) => [on, entries])).toEqual([
        ['2026-11-22', 0],
        ['2026-11-23', 10],
      ]);
    },
  );
});

describe('tampering shows', () => {
  beforeEach(async () => {
    await aDay();
    await seal(NEXT_DAY);
  });
  const rewrite = async (name: string, change: (text: string) => string) => {
    const place = join(folder, name);
    await chmod(place, 0o600);
    await writeFile(place, change(await readFile(place, 'utf8')));
  };
  const first = async () => (await partsOf('2026-11-23'))[0] ?? '';

  test.each<[string, (text: string) => string, readonly string[]]>([
    ['an entry changed', (text) => text.replace('registration-review', 'audit-inquiry'), []],
    ['an entry twice', (text) => text + text.split('\n')[0], []],
    ['an entry of another day', (text) => text.replaceAll('2026-11-23', '2026-11-21'), ['changed']],
    ['a torn line', (text) => text.slice(0, -20), ['changed']],
  ])('in a copy: %s', async (_, change, besides) => {
    await rewrite(await first(), change);
    expect((await faults())['SC 2026-11-23']).toEqual([10, 'other-root', ...besides]);
  });
  test('a copy taken away, of entries and of a root', async () => {
    await rm(join(folder, await first()));
    expect((await faults())['SC 2026-11-23']).toEqual([10, 'other-root']);
    await rm(join(folder, 'log/CQ/2026-11-23/root.json'));
    const { days } = await service.logRoots.listRoots('CQ', undefined);
    expect(await rootsWithoutCopy(await openEvidence(folder), days)).toMatchObject([
      { root: { day: '2026-11-23' }, fault: 'no-copy' },
    ]);
  });

  test('in the log itself: the copies stay whole, and a root that says something else is told', async () => {
    await service.client.send(
      new UpdateCommand({
        TableName: service.names.lookupLog,
        Key: { pk: 'ROOT#SC', sk: '2026-11-23' },
        UpdateExpression: 'SET entries = :nine',
        ExpressionAttributeValues: { ':nine': 9 },
      }),
    );
    expect(await faults()).toEqual(WHOLE);
    const { days } = await service.logRoots.listRoots('SC', undefined);
    expect(await rootsWithoutCopy(await openEvidence(folder), days)).toMatchObject([
      { root: { day: '2026-11-23' }, fault: 'other-copy' },
    ]);
  });
});
