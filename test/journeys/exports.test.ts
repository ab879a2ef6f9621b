import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { listChanges } from '../../lib/contract/changes.ts';
import { beginExport, exportedRecordShape, getExport } from '../../lib/contract/credit-exports.ts';
import { publishRecord } from '../../lib/contract/credit-records.ts';
import { annulRecord } from '../../lib/contract/record-steps.ts';
import { addDays } from '../../lib/domain/time/plain-date.ts';
import { publishedKeysIn } from '../../local/published-keys.ts';
import { verifyDocument } from '../../local/verify-document.ts';
import { newDataDir, run } from '../local/running-service.ts';
import { endAll, type LocalService, startLocalService } from '../support/local-service.ts';
import { freshPerson, today } from './a-filing.ts';
import { recordOf } from './a-record.ts';

const dataDir = newDataDir();
const as = 'publisher-cq';
const soon = { timeout: 60_000, interval: 200 };

let service: LocalService;
beforeAll(async () => {
  service = await startLocalService({ dataDir, demoData: 'off' });
});
afterAll(endAll);

const publish = async (overrides: Parameters<typeof recordOf>[1] = {}) =>
  (await service.ask(publishRecord, { as, body: recordOf(freshPerson(), overrides) })).body.id;

async function finished(id: string) {
  let told = (await service.ask(getExport, { as, params: { id } })).body;
  await expect
    .poll(async () => {
      told = (await service.ask(getExport, { as, params: { id } })).body;
      return told.state;
    }, soon)
    .toBe('finished');
  const { manifest, token, files } = told;
  if (manifest === undefined || token === undefined || files === undefined) throw new Error('Not signed');
  const texts = await Promise.all(
    files.map(async ({ name, url }) => {
      const answer = await fetch(url);
      expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
      return [name, await answer.text()] as const;
    }),
  );
  const rows = texts.flatMap(([, text]) =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => z.parse(exportedRecordShape, JSON.parse(line))),
  );
  return { told, manifest, token, texts, rows };
}

async function changesAfter(side: string, after: number) {
  const types = 'RecordPublished,RecordAnnulled';
  const { changes } = (
    await service.ask(listChanges, { as: 'subscriber', query: { side, after: String(after), types } })
  ).body;
  const told = changes.map(({ event: { data } }) => data as { record: string; version: number });
  return told.map(({ record, version }) => `${record} ${version}`).sort();
}

test('an authority exports its records, checks them off-line, and follows the changes from there', async () => {
  const ids = await Promise.all(Array.from({ length: 12 }, () => publish()));
  const headers = { 'idempotency-key': 'first' };
  const begun = await service.ask(beginExport, { as, headers });
  expect(begun).toMatchObject({
    status: 201,
    body: { state: 'settling', authority: 'credit-500000', records: 0, parts: 0 },
  });
  const { id } = begun.body;
  expect(begun.headers.get('location')).toBe(`/v1/credit/exports/${id}`);
  const again = await service.ask(beginExport, { as, headers });
  expect(again.body).toEqual(begun.body);
  expect(again.headers.get('idempotency-replayed')).toBe('true');
  /* It settles for seconds, which a busy machine may have let pass. */
  const next = await service.ask(getExport, { as, params: { id } });
  expect(['settling', 'walking', 'finished']).toContain(next.body.state);
  for (const other of ['publisher-sc', 'credit-officer-cq'])
    expect(await service.refused(getExport, { as: other, params: { id } })).toMatchObject({ status: 404 });
  await service.end('SIGKILL');
  service = await startLocalService({ dataDir, demoData: 'off', port: service.port });

  const first = await finished(id);
  expect(first.rows.map((row) => row.id).sort()).toEqual([...ids].sort());
  expect(first.manifest).toMatchObject({
    authority: 'credit-500000',
    records: 12,
    counts: [{ class: 'dishonest-debtor', state: 'in-force', records: 12 }],
    parts: [{ rows: 12 }],
  });

  const folder = join(dataDir, 'fetched');
  mkdirSync(folder);
  const answer = join(folder, 'export.json');
  writeFileSync(answer, JSON.stringify(first.told));
  for (const [name, text] of first.texts) writeFileSync(join(folder, name), text);
  const keyFile = publishedKeysIn(dataDir);
  const checked = await run('verify.ts', [answer, '--keys', keyFile, '--parts', folder], {});
  expect(checked).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('the 1 parts are what was signed'),
  });

  const { keys } = JSON.parse(readFileSync(keyFile, 'utf8'));
  const [name = '', text = ''] = first.texts[0] ?? [];
  const faultsOf = async (token: string, content: string | undefined) =>
    (
      await verifyDocument(token, {
        keys,
        statusLists: [],
        now: new Date(),
        part: (asked) => (asked === name && content !== undefined ? Buffer.from(content) : undefined),
      })
    ).flatMap(({ mark, en }) => (mark === '✗' ? [en] : []));
  expect(await faultsOf(first.token, text)).toEqual([]);
  expect(await faultsOf(first.token, text.replace('"in-force"', '"annulled"'))).toEqual([
    `${name} is not what was signed: sha256`,
  ]);
  const shorter = `${name} is not what was signed: ${Buffer.byteLength(text) - 1} ≠ ${Buffer.byteLength(text)} bytes`;
  expect(await faultsOf(first.token, text.slice(0, -1))).toEqual([shorter]);
  const [header, payload = '', signature] = first.token.split('.');
  const fewer = Buffer.from(payload, 'base64url').toString().replace('"records":12', '"records":11');
  const forged = [header, Buffer.from(fewer).toString('base64url'), signature].join('.');
  expect((await faultsOf(forged, text))[0]).toContain('the signature does not hold');

  /* What happens from now on: new records, and steps of those it holds. */
  const later = await Promise.all(Array.from({ length: 3 }, () => publish()));
  await publish({ issuedBy: 'court-500000' });
  const annulment = {
    ground: 'revoked',
    reason: '复议撤销',
    document: { number: '示例〔2026〕1号', decidedOn: addDays(today(), -1) },
  } as const;
  for (const record of [ids[0] ?? '', later[0] ?? ''])
    await service.ask(annulRecord, { as, params: { id: record }, body: annulment });
  const after = first.manifest.changes.find(({ side }) => side === 'CQ')?.after ?? 0;
  await expect.poll(async () => (await changesAfter('CQ', after)).length, soon).toBe(6);
  const second = await finished((await service.ask(beginExport, { as, body: {} })).body.id);
  const had = new Map(first.rows.map((row) => [row.id, row.version]));
  const differs = second.rows.flatMap((row) =>
    row.versions
      .filter(({ version }) => version > (had.get(row.id) ?? 0))
      .map(({ version }) => `${row.id} ${version}`),
  );
  expect(await changesAfter('CQ', after)).toEqual(differs.sort());
  const last = second.manifest.changes.find(({ side }) => side === 'CQ')?.after ?? 0;
  expect(await changesAfter('CQ', last)).toEqual([]);
  expect(second.manifest.counts).toEqual([
    { class: 'dishonest-debtor', state: 'annulled', records: 2 },
    { class: 'dishonest-debtor', state: 'in-force', records: 14 },
  ]);
  expect(readFileSync(answer, 'utf8')).not.toContain('P:');
});
