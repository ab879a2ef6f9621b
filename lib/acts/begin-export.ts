import { randomUUID } from 'node:crypto';
import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { type CreditExport, exportLimits } from '../domain/credit/export.ts';
import { DomainError } from '../domain/errors.ts';
import type { Caller } from '../domain/subject/caller.ts';
import { addSeconds, type Moment } from '../domain/time/instant.ts';
import type { ChangeStore } from '../store/change-store.ts';
import type { ExportStore } from '../store/export-store.ts';
import type { RequestStore } from '../store/request-store.ts';
import type { WriteAll } from '../store/transaction.ts';
import { type Answered, type Asked, answerOnce } from './answer-once.ts';
import { authorityOf } from './caller-authority.ts';
import { outrunRaces } from './outrun-races.ts';

export interface BeginExportDeps {
  readonly exports: Pick<ExportStore, 'countOn' | 'create'>;
  readonly changes: Pick<ChangeStore, 'getLast'>;
  readonly requests: RequestStore;
  readonly writeAll: WriteAll;
}

/**
 * Begins an export (导出) of the records of the caller's authority as of this moment. Nothing is read yet but the numbers
 * of the changes: all of those were recorded before `knownAt`, so they are in it, and who follows the changes from
 * them misses nothing.
 *
 * @throws DomainError `forbidden` for who speaks for no authority, `too-many-exports`, `idempotency-conflict`, `too-busy`.
 */
export function createBeginExport({ exports, changes, requests, writeAll }: BeginExportDeps) {
  return (caller: Caller, asked: Asked<CreditExport>, { at, on }: Moment): Promise<Answered> => {
    const { id: authority } = authorityOf(caller);
    return answerOnce(requests, writeAll, asked, ({ unanswered, save }) =>
      outrunRaces(async () => {
        const [counted, positions] = await Promise.all([
          exports.countOn(authority, on),
          Promise.all(
            jurisdictions.map(async ({ code }) => ({ side: code, after: await changes.getLast(code) })),
          ),
          unanswered(),
        ]);
        if (counted >= exportLimits.mostADay)
          throw new DomainError('too-many-exports', { values: { most: exportLimits.mostADay } });
        const begun: CreditExport = {
          id: randomUUID(),
          version: 1,
          state: 'settling',
          authority,
          askedAt: at,
          asOf: on,
          knownAt: addSeconds(at, exportLimits.skewSeconds),
          keptUntil: addSeconds(at, exportLimits.keptDays * 86_400),
          changes: positions,
          parts: 0,
          records: 0,
          counts: [],
        };
        await save(begun, exports.create(begun, counted));
        return begun;
      }),
    );
  };
}

export type BeginExport = ReturnType<typeof createBeginExport>;
