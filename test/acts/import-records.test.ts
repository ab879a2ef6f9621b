import { createHash, createHmac } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { getAuthority } from '../../catalog/authorities.ts';
import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { createFinishImport } from '../../lib/acts/finish-import.ts';
import { createImportChunk, FormerHashingKey } from '../../lib/acts/import-chunk.ts';
import { createPublishRows } from '../../lib/acts/publish-rows.ts';
import { createReadImport } from '../../lib/acts/read-import.ts';
import { createRequestImport } from '../../lib/acts/request-import.ts';
import { createSplitImport } from '../../lib/acts/split-import.ts';
import { personalDataFrom } from '../../lib/crypto/create-personal-data.ts';
import type { Keying } from '../../lib/crypto/personal-data.ts';
import type { ChunkRow, DeclaredImport } from '../../lib/domain/credit/import.ts';
import { standingAt } from '../../lib/domain/credit/standing-at.ts';
import { hashingKeyOf, organisationKey, type SubjectKey } from '../../lib/domain/subject/subject-key.ts';
import { receiptHead, tellReceipt } from '../../lib/edge/receipt-line.ts';
import { readRows } from '../../lib/edge/rows/read-rows.ts';
import { createDiskImportFiles, importPlace } from '../../lib/store/disk-import-files.ts';
import { createHeldStore } from '../../lib/store/held-store.ts';
import { importKeys } from '../../lib/store/import-files.ts';
import { createImportStore } from '../../lib/store/import-store.ts';
import { countWaitingImports } from '../../local/waiting-imports.ts';
import {
  aCaller,
  aDebtorRecord,
  type CreditService,
  moment,
  NOW,
  PERSON_NUMBER,
  startCreditService,
} from '../support/credit-service.ts';
import { day } from '../support/records.ts';
import { injectFaults, recordCalls } from '../support/sdk-faults.ts';

let service: CreditService;
let folder = '';
beforeEach(async () => {
  service = await startCreditService();
  folder = mkdtempSync(join(tmpdir(), 'imports-'));
});
afterEach(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

const SUBJECT = '91500231MA5U000A5X';
const codeOf = (index: number): string => `91500231MA5U${String(index).padStart(6, '0')}`;

const aRow = (
  row: number,
  more: { code?: string; number?: string; decidedOn?: string; issuedBy?: string } = {},
): ChunkRow => {
  const { subject: _, ...record } = aDebtorRecord({
    documentNumber: more.number ?? `（2026）渝0231执${row}号`,
    ...(more.decidedOn !== undefined && { decidedOn: day(more.decidedOn) }),
    ...(more.issuedBy !== undefined && { issuedBy: more.issuedBy }),
  });
  return { row, line: row + 1, record, subject: { key: organisationKey(more.code ?? SUBJECT) } };
};

const publishing = () =>
  createPublishRows({ ...service, held: createHeldStore(service.client, service.names.credit) });
const publish = (rows: readonly ChunkRow[], of = 'i1', at = NOW) =>
  publishing()(rows, { speaker: getAuthority('credit-500000'), import: of }, () => at);
const outcomes = async (...asked: Parameters<typeof publish>) =>
  (await publish(...asked)).map((one) =>
    one.outcome === 'refused' ? `${one.row} ${one.finding.code}` : `${one.row} ${one.outcome}`,
  );

async function holds(subject: SubjectKey, count: number): Promise<void> {
  const versions = await service.records.listVersions(subject);
  expect(versions.length).toBe(count);
  const { half } = await service.standings.getForUpdate(subject, 'CQ');
  expect(half).toEqual(
    standingAt('CQ', versions, NOW.on, moment('2099-01-01T00:00:00.000Z').at, findRecordClass),
  );
}

test('rows are published, and asked again each came by its own row', async () => {
  await service.publish(
    aDebtorRecord({ subject: { kind: 'organisation', code: SUBJECT }, documentNumber: '先公布的' }),
  );
  const rows: readonly ChunkRow[] = [
    aRow(1),
    aRow(2, { number: '[2026] 渝0231执1号' }),
    aRow(3, { number: '（2026）渝0231执1号', decidedOn: '2026-05-12' }),
    aRow(4, { number: '先公布的' }),
    aRow(5, { number: '先公布的', decidedOn: '2026-05-12' }),
    aRow(6, { issuedBy: 'court-511623' }),
    aRow(7, { decidedOn: '2026-11-24' }),
    { row: 8, line: 9, finding: { code: 'malformed-body' } },
    aRow(9),
  ];
  const expected = [
    '1 accepted',
    '2 duplicate',
    '3 record-conflict',
    '4 already-held',
    '5 record-conflict',
    '6 forbidden',
    '7 invalid-request',
    '8 malformed-body',
    '9 accepted',
  ];
  expect(await outcomes(rows)).toEqual(expected);
  const kept = await service.itemsOf('credit');
  expect(await outcomes(rows)).toEqual(expected);
  expect(await service.itemsOf('credit')).toEqual(kept);
  await holds(organisationKey(SUBJECT), 3);
  expect(await outcomes([aRow(1)], 'i2')).toEqual(['1 already-held']);
});

test('a number that stands where an id belongs is not in the finding', async () => {
  const [receipt] = await publish([aRow(1, { issuedBy: PERSON_NUMBER })]);
  expect(receipt).toMatchObject({ outcome: 'refused', finding: { code: 'unknown-authority' } });
  expect(JSON.stringify(receipt)).not.toContain('50023119900307');
  expect(JSON.stringify(receipt)).toContain('…');
});

test('what a row published stays accepted, though by a later rule or day it would be refused', async () => {
  expect(await outcomes([aRow(1)])).toEqual(['1 accepted']);
  const before = moment('2026-05-01T02:00:00.000Z');
  expect(await outcomes([aRow(1), aRow(2)], 'i1', before)).toEqual(['1 accepted', '2 invalid-request']);
});

test('fifty rows of fifty subjects are one read and one transaction; of one subject its half is written once', async () => {
  const calls = recordCalls(service.client);
  const rows = Array.from({ length: 50 }, (_, index) => aRow(index + 1, { code: codeOf(index) }));
  await publish(rows);
  expect(calls.calls.map(({ name }) => name)).toEqual(['BatchGetItem', 'TransactWriteItems']);
  calls.reset();
  await publish(Array.from({ length: 50 }, (_, index) => aRow(100 + index)));
  expect(calls.calls.map(({ name }) => name)).toEqual(['BatchGetItem', 'TransactWriteItems']);
  calls.stop();
  const { version } = await service.standings.getForUpdate(organisationKey(SUBJECT), 'CQ');
  expect(version).toBe(1);
  await holds(organisationKey(SUBJECT), 50);
});

test('chunks, another import and single publications at one moment over the same subjects lose and double nothing', async () => {
  const codes = [SUBJECT, codeOf(1), codeOf(2)];
  const rowsFrom = (first: number) =>
    Array.from({ length: 120 }, (_, index) => aRow(first + index, { code: codes[index % 3] ?? SUBJECT }));
  const [one, two, same, ...alone] = await Promise.all([
    publish(rowsFrom(1)),
    publish(rowsFrom(1001)),
    publish(rowsFrom(1), 'i2'),
    ...Array.from({ length: 8 }, (_, index) =>
      service.publish(
        aDebtorRecord({ subject: { kind: 'organisation', code: SUBJECT }, documentNumber: `单条${index}` }),
      ),
    ),
  ]);
  expect(two.every(({ outcome }) => outcome === 'accepted')).toBe(true);
  for (const [index, { outcome }] of one.entries())
    expect([outcome, same[index]?.outcome].toSorted()).toEqual(['accepted', 'already-held']);
  expect(alone.every(({ outcome }) => outcome === 'published')).toBe(true);
  await holds(organisationKey(SUBJECT), 40 + 40 + 8);
  await holds(organisationKey(codeOf(1)), 80);
}, 60_000);

test('an answer that is lost, and a fault in the midst: what was written is found again', async () => {
  const rows = Array.from({ length: 200 }, (_, index) => aRow(index + 1, { code: codeOf(index) }));
  const faults = await injectFaults(service.client, ({ name }, number) => {
    if (name !== 'TransactWriteItems') return undefined;
    return number % 2 === 0 ? 'lost-answer' : 'error';
  });
  await publish(rows).catch(() => undefined);
  await faults.stop();
  expect(await outcomes(rows)).toEqual(rows.map(({ row }) => `${row} accepted`));
  await holds(organisationKey(codeOf(7)), 1);
}, 60_000);

/** The steps on a folder of their own, with the hashing keys at hand. */
async function steps(personalData: Keying = service.personalData, hashingKeys?: readonly string[]) {
  const anybody = await personalData.subjectKeyOf({ kind: 'passport', number: 'E20000009' });
  const keyIds = hashingKeys ?? [hashingKeyOf(anybody) ?? ''];
  const imports = createImportStore(service.client, service.names.credit);
  const files = createDiskImportFiles(folder, 'http://127.0.0.1/files');
  const deps = {
    ...service,
    personalData,
    imports,
    files,
    readRows,
    tellReceipt,
    receiptHead,
    now: () => NOW,
  };
  return {
    files,
    request: createRequestImport(deps),
    split: createSplitImport(deps),
    chunk: createImportChunk({ ...deps, publishRows: publishing(), hashingKeys: () => keyIds }),
    finish: createFinishImport(deps),
    read: createReadImport(deps),
  };
}

const publisher = aCaller('credit-500000');
const declaredOf = (bytes: string, more: Partial<DeclaredImport> = {}): DeclaredImport => ({
  format: 'csv',
  encoding: 'utf-8',
  bytes: Buffer.byteLength(bytes),
  sha256: createHash('sha256').update(bytes).digest('hex'),
  ...more,
});

function arrive(id: string, bytes: string): void {
  const place = importPlace(folder, importKeys.upload(id));
  mkdirSync(dirname(place), { recursive: true });
  writeFileSync(place, bytes);
}

const HEAD =
  'class,subject.code,subject.document.kind,subject.document.number,issuedBy,documentNumber,decidedOn,basis.law,basis.article\n';
const NUMBER = '50023119900307000X';
const fileOf = (rows: number): string =>
  HEAD +
  Array.from({ length: rows }, (_, index) =>
    index % 2 === 0
      ? `dishonest-debtor,${SUBJECT},,,court-500231,甲${index}号,2026-05-11,规定,第一条\n`
      : `dishonest-debtor,,citizen-id,${NUMBER},court-500231,乙${index}号,2026-05-11,规定,第一条\n`,
  ).join('');

async function textAt(key: string, files: Awaited<ReturnType<typeof steps>>['files']): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of files.read(key)) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

test('a file goes its way by chunks, each of which can be done again; no chunk and no receipt holds a number', async () => {
  const { files, request, split, chunk, finish, read } = await steps();
  const bytes = fileOf(1_003);
  const declared = declaredOf(bytes);
  const { import: opened, isNew, form } = await request(publisher, declared, NOW);
  expect([opened.state, isNew, form?.fields.key]).toEqual([
    'awaiting-upload',
    true,
    `imports/uploads/${opened.id}`,
  ]);
  expect((await request(publisher, declared, NOW)).isNew).toBe(false);
  expect((await request(aCaller('credit-510000'), declared, NOW)).import.id).not.toBe(opened.id);
  const { id } = opened;
  arrive(id, bytes);
  expect(await split(id)).toEqual({
    import: id,
    state: 'running',
    chunks: 2,
    list: `imports/chunks/${id}/list`,
  });
  expect(await textAt(importKeys.chunk(id, 1), files)).not.toContain(NUMBER);
  await expect(finish(id)).rejects.toThrow('Of 2 chunks 0 are done');
  await chunk({ import: id, chunk: 1 });
  expect(await read(publisher, id, NOW)).toMatchObject({ percent: 99, counts: { accepted: 1_000 } });
  await chunk({ import: id, chunk: 1 });
  await chunk({ import: id, chunk: 2 });
  expect(await finish(id)).toBe('finished');
  expect(await finish(id)).toBe('finished');
  expect(await split(id)).toMatchObject({ state: 'finished', chunks: 0 });
  const seen = await read(publisher, id, NOW);
  expect(seen).toMatchObject({
    percent: 100,
    counts: { accepted: 1_003, duplicate: 0, 'already-held': 0, refused: 0 },
    receipt: { expiresAt: '2026-11-23T02:05:00.000Z' },
  });
  const receipts = (await textAt(importKeys.receipt(id), files)).split('\r\n');
  expect(receipts.length).toBe(1_005);
  expect(receipts[0]).toBe('\uFEFFrow,line,outcome,record,code,finding-zh,finding-en');
  expect(receipts[1003]).toMatch(/^1003,1004,accepted,\/v1\/credit\/records\/[\w-]{22},,,$/);
  expect(receipts.join()).not.toContain(NUMBER);
  await expect(read(aCaller('credit-510000'), id, NOW)).rejects.toMatchObject({ code: 'not-found' });
  expect((await request(publisher, declared, NOW)).form).toBeUndefined();
}, 60_000);

test('a file that is not the one that was told, or cannot be read to its end, has published nothing', async () => {
  const { request, split, read } = await steps();
  const bytes = fileOf(1_200);
  for (const [declared, code] of [
    [declaredOf(bytes, { sha256: 'a'.repeat(64) }), 'wrong-digest'],
    [declaredOf(bytes, { bytes: bytes.length - 9 }), 'wrong-size'],
  ] as const) {
    const { import: opened } = await request(publisher, declared, NOW);
    arrive(opened.id, bytes);
    expect(await split(opened.id)).toMatchObject({ state: 'refused', chunks: 0 });
    expect(await read(publisher, opened.id, NOW)).toMatchObject({
      import: { refusal: { code } },
      percent: 0,
    });
  }
  const kinds = (await service.itemsOf('credit')).map(({ pk }) => String(pk).split('#')[0]);
  expect([...new Set(kinds)].toSorted()).toEqual(['IMPORT', 'IMPORTS']);
  expect(await split('00000000-0000-8000-a000-000000000000')).toMatchObject({ state: 'unknown' });
});

/** What a deployment has at hand before and after its hashing key has changed. */
const keyedBy = (keyId: string): Keying => {
  const derive = async (label: string) => createHmac('sha256', keyId).update(label).digest();
  const source = { keyId, derive };
  return personalDataFrom({ subjectHash: source, seal: [source] });
};

test('rows keyed before the hashing key changed are not published under the former one; sent again they are keyed anew', async () => {
  const before = await steps(keyedBy('first'));
  const bytes = fileOf(1_003);
  const { import: opened } = await before.request(publisher, declaredOf(bytes), NOW);
  const { id } = opened;
  arrive(id, bytes);
  await before.split(id);
  expect(await countWaitingImports(service.client, service.names.credit, new Date(NOW.at))).toBe(1);
  const month = new Date('2026-12-23T02:00:00.000Z');
  expect(await countWaitingImports(service.client, service.names.credit, month)).toBe(0);
  await before.chunk({ import: id, chunk: 1, round: 1 });

  const after = await steps(keyedBy('second'));
  await expect(after.chunk({ import: id, chunk: 2, round: 1 })).rejects.toThrow(FormerHashingKey);
  const soon = moment('2026-11-23T07:59:59.000Z');
  expect(await after.request(publisher, declaredOf(bytes), soon)).toMatchObject({ import: { round: 1 } });
  const later = moment('2026-11-23T08:00:00.000Z');
  const again = await after.request(publisher, declaredOf(bytes), later);
  expect(again).toMatchObject({ isNew: false, import: { state: 'awaiting-upload', round: 2 }, form: {} });
  arrive(id, bytes);
  expect(await after.split(id)).toMatchObject({ state: 'running', list: `imports/chunks/${id}/2-list` });
  await after.chunk({ import: id, chunk: 1, round: 1 });
  await expect(after.finish(id)).rejects.toThrow('Of 2 chunks 0 are done');
  for (const chunk of [1, 2]) await after.chunk({ import: id, chunk, round: 2 });
  expect(await after.finish(id)).toBe('finished');
  const { counts } = await after.read(publisher, id, later);
  expect(counts).toEqual({ accepted: 1_003, duplicate: 0, 'already-held': 0, refused: 0 });
  expect(await countWaitingImports(service.client, service.names.credit, new Date(NOW.at))).toBe(0);
}, 60_000);

test('an import that came to no end begins anew with its file, and its rows are what they were', async () => {
  const { request, split, chunk, finish, read } = await steps();
  const bytes = fileOf(1_003);
  const declared = declaredOf(bytes);
  const { import: opened } = await request(publisher, declared, NOW);
  expect(opened.requestedBy).toBe('caller-credit-500000');
  const { id } = opened;
  arrive(id, bytes);
  await split(id);
  await chunk({ import: id, chunk: 1 });
  const later = moment('2026-11-24T02:00:00.000Z');
  const asked = await Promise.all([1, 2, 3].map(() => request(publisher, declared, later)));
  expect(asked.map((one) => [one.import.state, one.import.round, one.form !== undefined])).toEqual(
    [1, 2, 3].map(() => ['awaiting-upload', 2, true]),
  );
  arrive(id, bytes);
  await split(id);
  for (const one of [1, 2]) await chunk({ import: id, chunk: one, round: 2 });
  expect(await finish(id)).toBe('finished');
  const kept = moment('2029-11-22T02:00:00.000Z');
  expect(await read(publisher, id, kept)).toMatchObject({ counts: { accepted: 1_003 }, receipt: {} });
  expect((await read(publisher, id, moment('2029-11-24T02:00:00.000Z'))).receipt).toBeUndefined();
}, 60_000);
