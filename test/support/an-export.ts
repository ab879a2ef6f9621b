import { mkdtempSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBeginExport } from '../../lib/acts/begin-export.ts';
import { type ContinueExportDeps, createContinueExport } from '../../lib/acts/continue-export.ts';
import { createSequenceChanges } from '../../lib/acts/sequence-changes.ts';
import { createWalkRecords, type WalkDeps } from '../../lib/acts/walk-records.ts';
import { createSigners } from '../../lib/crypto/create-signers.ts';
import { type CreditExport, exportLimits } from '../../lib/domain/credit/export.ts';
import type { Moment } from '../../lib/domain/time/instant.ts';
import { presentKeptRecord } from '../../lib/edge/present-record.ts';
import { createChangeStore } from '../../lib/store/change-store.ts';
import { createDiskExportFiles } from '../../lib/store/disk-export-files.ts';
import { createExportStore } from '../../lib/store/export-store.ts';
import { aCaller, type CreditService, moment, NOW } from './credit-service.ts';
import { day } from './records.ts';

/** A minute after `NOW`: nothing of then is on its way any more. */
export const LATER = moment('2026-11-23T02:01:00.000Z');

/** The acts of exports over a service, with parts of so many rows. */
export function exporting(service: CreditService) {
  const folder = mkdtempSync(join(tmpdir(), 'exports-'));
  const changes = createChangeStore(service.client, service.names.filings);
  const exports = createExportStore(service.client, service.names.credit);
  const { receiptSigner } = createSigners({ kind: 'file', path: join(folder, 'keys.json') });
  const begin = createBeginExport({ ...service, exports, changes });
  const files = createDiskExportFiles(folder, 'http://localhost');

  const goOnWith = ({
    rowsOfPart = 2_000,
    ...more
  }: Partial<WalkDeps & ContinueExportDeps> & { rowsOfPart?: number } = {}) =>
    createContinueExport({
      exports,
      changes,
      files,
      receiptSigner,
      writeAll: service.writeAll,
      settlingSeconds: 30,
      walk: createWalkRecords({
        records: service.records,
        rowOf: ({ asOf, ...record }) => presentKeptRecord(record, asOf),
        limits: { ...exportLimits, rowsOfPart, firstDay: day('2026-11-01') },
        ...more,
      }),
      ...more,
    });
  const goOn = goOnWith();

  return {
    begin,
    changes,
    exports,
    files,
    goOn,
    goOnWith,
    receiptSigner,
    sequence: createSequenceChanges({ changes, writeAll: service.writeAll }),
    async begun(by: string, at: Moment = NOW): Promise<CreditExport> {
      const tell = (told: CreditExport) => ({ status: 201, body: told });
      const { answer } = await begin(aCaller(by), { caller: aCaller(by).id, at: at.at, tell }, at);
      return answer.body as CreditExport;
    },
    /** Asked again until it is finished; how often, and what it holds. */
    async finished(id: string, by: string, at: Moment = LATER, take = goOn) {
      for (let steps = 1; steps < 100; steps += 1) {
        const { signed } = await take(aCaller(by), id, at);
        if (signed === undefined) continue;
        const texts = await Promise.all(
          signed.manifest.parts.map(({ name }) => readFile(join(folder, 'exports', id, name), 'utf8')),
        );
        const rows = texts.flatMap((text) =>
          text
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line)),
        );
        return { ...signed, steps, texts, rows };
      }
      throw new Error('It does not end');
    },
  };
}
