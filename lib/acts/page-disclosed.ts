import { getRecordClass } from '../../catalog/records/record-classes.ts';
import { type DisclosedRecord, disclosureOn } from '../domain/credit/disclosed-record.ts';
import { endsAfter } from '../domain/credit/end.ts';
import { type Half, isRightOn } from '../domain/credit/half.ts';
import type { RecordVersion } from '../domain/credit/record.ts';
import { type RecordState, recordStatesOf } from '../domain/credit/record-state.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { cursorFrom, type Page, positionOf } from '../store/cursor.ts';
import type { RecordStore } from '../store/record-store.ts';
import type { StandingStore } from '../store/standing-store.ts';

export interface PageDeps {
  readonly standings: StandingStore;
  readonly records: RecordStore;
}

export interface PageAsked {
  readonly subject: SubjectKey;
  readonly on: PlainDate;
  /** Names the route, the caller and the filter that a cursor is for. */
  readonly binding: string;
  readonly cursor?: string | undefined;
}

const DEADLINE_MS = 3_000;

const byDecision = (a: RecordState, b: RecordState): number =>
  a.last.decidedOn + a.last.id < b.last.decidedOn + b.last.id ? 1 : -1;

export function disclosedOf(
  states: readonly RecordState[],
  marks: ReadonlySet<string>,
  on: PlainDate,
): readonly DisclosedRecord[] {
  return states.toSorted(byDecision).flatMap((state) => {
    const disclosure = disclosureOn(getRecordClass(state.last.class), state, on);
    return disclosure === undefined ? [] : [{ state, disclosure, disputed: marks.has(state.last.id) }];
  });
}

export const marksIn = (halves: readonly Half[]): ReadonlySet<string> =>
  new Set(halves.flatMap(({ disputed }) => disputed?.kept ?? []));

/** Ids of all disclosed records, where the halves name each of them; else `undefined`, and they are found by page. */
function namedIn(halves: readonly Half[], on: PlainDate): readonly string[] | undefined {
  const whole = halves.every((half) => isRightOn(half, on) && !endsAfter(half.disclosed.next, on));
  if (!whole) return undefined;
  return halves.flatMap(({ disclosed }) =>
    disclosed.kept.filter(({ day }) => endsAfter(day, on)).map(({ record }) => record),
  );
}

/**
 * The disclosed records of a subject. Where there are few, which the halves tell, they are all in one page, the newest
 * first; else pages go through everything recorded, in an order that nothing changes, so that a record that is disclosed
 * all the while appears once. A page can be empty and still go on.
 */
export function createPageDisclosed({ standings, records }: PageDeps) {
  return async ({ subject, on, binding, cursor }: PageAsked): Promise<Page<DisclosedRecord>> => {
    const halves = await standings.readHalves(subject, AbortSignal.timeout(DEADLINE_MS));
    const named = cursor === undefined ? namedIn(halves, on) : undefined;
    const tell = (versions: readonly RecordVersion[]) =>
      disclosedOf(recordStatesOf(versions), marksIn(halves), on);
    if (named !== undefined) {
      const found = await Promise.all(named.map((record) => records.listOf(subject, record)));
      return { entries: tell(found.flat()) };
    }
    const after = cursor === undefined ? undefined : positionOf(binding, cursor, ['record']).record;
    const { versions, next } = await records.listPage(subject, after);
    return {
      entries: tell(versions),
      ...(next !== undefined && { next: cursorFrom(binding, { record: next }) }),
    };
  };
}

export type PageDisclosed = ReturnType<typeof createPageDisclosed>;
