import { digestOf } from '../crypto/record-digest.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import type { RecordEvent } from '../domain/credit/record-event.ts';
import type { Caller } from '../domain/subject/caller.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { RecordStore } from '../store/record-store.ts';
import { authorityOf } from './caller-authority.ts';

/** How many versions of what class were taken in with what having happened. */
export interface ReconciliationCount {
  readonly class: string;
  readonly kind: RecordEvent['kind'];
  readonly count: number;
}

export interface Reconciliation {
  readonly authority: string;
  readonly day: PlainDate;
  readonly total: number;
  readonly counts: readonly ReconciliationCount[];
  readonly digest: string;
  /** Only of a part of the day, where it is too long: the rest is asked for with this, and the sums add up. */
  readonly next?: string;
}

export interface ReconciliationEntry {
  readonly record: string;
  readonly version: number;
  readonly kind: RecordEvent['kind'];
  readonly class: string;
  readonly issuedBy: string;
  readonly documentNumber: string;
  readonly ordinal: number;
}

const MOST_ENTRIES = 200;
/** Versions summed by one request, in pages of 500: some 5 MB, a second or two. */
const PAGE = 500;
const MOST_PAGES = 12;

function countsOf(versions: readonly RecordVersion[]): readonly ReconciliationCount[] {
  const groups = Map.groupBy(
    versions,
    ({ class: recordClass, happened }) => `${recordClass} ${happened.kind}`,
  );
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, [first, ...more]]) =>
      first === undefined ? [] : [{ class: first.class, kind: first.happened.kind, count: more.length + 1 }],
    );
}

const entryOf = (told: RecordVersion): ReconciliationEntry => {
  const { id, version, happened, class: recordClass, issuedBy, documentNumber, ordinal } = told;
  return { record: id, version, kind: happened.kind, class: recordClass, issuedBy, documentNumber, ordinal };
};

/**
 * What is held of what an authority handed in on a day (对账): counts and a digest to compare with what it sent, and the
 * entries themselves to find a difference. Each version is told to the one authority that handed it in, so that the
 * platform that relays a record reconciles it and not the authority it relays for.
 *
 * @throws DomainError `forbidden` for who speaks for no authority, `invalid-request` for a cursor of another list.
 */
export function createReconcileRecords({ records }: { readonly records: RecordStore }) {
  return {
    async sum(caller: Caller, day: PlainDate, cursor?: string): Promise<Reconciliation> {
      const { id: authority } = authorityOf(caller);
      const versions: RecordVersion[] = [];
      let next = cursor;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const read = await records.listHandedIn(authority, day, PAGE, next);
        versions.push(...read.entries);
        next = read.next;
        if (next === undefined) break;
      }
      return {
        authority,
        day,
        total: versions.length,
        counts: countsOf(versions),
        digest: digestOf(versions),
        ...(next !== undefined && { next }),
      };
    },

    async list(caller: Caller, day: PlainDate, cursor?: string) {
      const { id: authority } = authorityOf(caller);
      const { entries, next } = await records.listHandedIn(authority, day, MOST_ENTRIES, cursor);
      return { authority, day, entries: entries.map(entryOf), ...(next !== undefined && { next }) };
    },
  };
}

export type ReconcileRecords = ReturnType<typeof createReconcileRecords>;
