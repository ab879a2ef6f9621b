import { findRecordClass } from '../../catalog/records/record-classes.ts';
import { type DisclosedRecord, disclosureOn } from '../domain/credit/disclosed-record.ts';
import { endsAfter } from '../domain/credit/end.ts';
import { type Half, isRightOn } from '../domain/credit/half.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import { type RecordState, recordStatesOf } from '../domain/credit/record-state.ts';
import type { LinkedKey, OtherKeys } from '../domain/subject/linked-key.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import type { Page } from '../store/cursor.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import { pageRecords } from './page-records.ts';
import { type KeyedHalves, readWhole } from './read-under-all-keys.ts';

export interface PageDeps {
  readonly standings: StandingStore;
  readonly records: RecordStore;
}

export interface PageAsked {
  readonly subject: SubjectKey;
  readonly otherKeys?: OtherKeys | undefined;
  readonly on: PlainDate;
  /** Names the route, the caller and the filter that a cursor is for. */
  readonly binding: string;
  readonly cursor?: string | undefined;
}

const DEADLINE_MS = 3_000;

const byDecision = (a: RecordState, b: RecordState): number =>
  a.last.decidedOn + a.last.id < b.last.decidedOn + b.last.id ? 1 : -1;

/** A class that the catalogue no longer knows has no disclosure: what is not known to be public is not told. */
export function disclosedOf(
  states: readonly RecordState[],
  marks: ReadonlySet<string>,
  on: PlainDate,
): readonly DisclosedRecord[] {
  return states.toSorted(byDecision).flatMap((state) => {
    const rules = findRecordClass(state.last.class);
    const disclosure = rules && disclosureOn(rules, state, on);
    return disclosure === undefined ? [] : [{ state, disclosure, disputed: marks.has(state.last.id) }];
  });
}

export const marksIn = (halves: readonly Half[]): ReadonlySet<string> =>
  new Set(halves.flatMap(({ disputed }) => disputed?.kept ?? []));

interface NamedRecord {
  readonly key: SubjectKey;
  readonly record: string;
}

/** All disclosed records, where the halves name each of them; else `undefined`, and they are found by page. */
function namedIn(all: readonly KeyedHalves[], on: PlainDate): readonly NamedRecord[] | undefined {
  const whole = all.every(({ halves }) =>
    halves.every((half) => isRightOn(half, on) && !endsAfter(half.disclosed.next, on)),
  );
  if (!whole) return undefined;
  return all.flatMap(({ key, halves }) =>
    halves.flatMap(({ disclosed }) =>
      disclosed.kept.filter(({ day }) => endsAfter(day, on)).map(({ record }) => ({ key, record })),
    ),
  );
}

/** A page, and what the subject is linked with. */
export type DisclosedPage = Page<DisclosedRecord> & { readonly linked: readonly LinkedKey[] };

/**
 * The disclosed records of a subject. Where there are few, which the halves tell, they are all in one page, the newest
 * first; else pages go through everything recorded, in an order that nothing changes, so that a record that is disclosed
 * all the while appears once. A page can be empty and still go on.
 */
export function createPageDisclosed({ standings, records }: PageDeps) {
  return async ({ subject, otherKeys, on, binding, cursor }: PageAsked): Promise<DisclosedPage> => {
    const other = otherKeys?.[subject];
    const told = other === undefined ? [subject] : [subject, other];
    const all = await readWhole(told, standings, AbortSignal.timeout(DEADLINE_MS));
    const halves = all.flatMap((one) => one.halves);
    const linked = halves.flatMap((half) => half.linked ?? []).filter(({ key }) => key !== subject);
    const named = cursor === undefined ? namedIn(all, on) : undefined;
    const tell = (versions: readonly RecordVersion[]) =>
      disclosedOf(recordStatesOf(versions), marksIn(halves), on);
    if (named !== undefined) {
      const found = await Promise.all(named.map(({ key, record }) => records.listOf(key, record)));
      return { linked, entries: tell(found.flat()) };
    }
    const { versions, next } = await pageRecords(
      records,
      all.map(({ key }) => key),
      { binding, cursor },
    );
    return { linked, entries: tell(versions), ...(next !== undefined && { next }) };
  };
}

export type PageDisclosed = ReturnType<typeof createPageDisclosed>;
