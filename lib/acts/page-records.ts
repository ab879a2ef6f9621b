import type { RecordVersion } from '../domain/credit/record.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import { cursorFrom, foreignCursor, positionOf } from '../store/cursor.ts';
import type { RecordStore } from '../store/record-store.ts';
import { inLastingOrder } from './list-under-keys.ts';

/** No id of a record. */
const START = '-';
const RECORD_ID = /^[A-Za-z0-9_-]{22}$/;

/** Where a walk goes on: the key, by its mark, and the record after which. */
interface Place {
  readonly of: string;
  readonly record: string;
}

/** @throws DomainError `invalid-request` for a cursor of another list, or one that nobody was given. */
function placeOf(binding: string, cursor: string): Place {
  const { of = '', record = '' } = positionOf(binding, cursor, ['of', 'record']);
  if (record !== START && !RECORD_ID.test(record)) throw foreignCursor();
  return { of, record };
}

export interface RecordsPage {
  /** The key they stand under; `undefined` where there is nothing any more. */
  readonly key: SubjectKey | undefined;
  /** Each record with all of its versions. */
  readonly versions: readonly RecordVersion[];
  /** The cursor to go on with. */
  readonly next?: string;
}

/** The versions of the first so many records; they come record by record. */
function firstRecords(versions: readonly RecordVersion[], most: number): readonly RecordVersion[] {
  const ids = new Set([...new Set(versions.map(({ id }) => id))].slice(0, most));
  return versions.filter(({ id }) => ids.has(id));
}

/**
 * A page of everything recorded under the keys of one subject, key by key and in the order of the records' ids, which
 * nothing changes: one Query of at most one page of versions, however much there is. A page can be short, or empty, and
 * still go on.
 *
 * @throws DomainError `invalid-request` for a cursor of another list.
 */
export async function pageRecords(
  records: Pick<RecordStore, 'listPage'>,
  keys: readonly SubjectKey[],
  {
    binding,
    cursor,
    most,
  }: {
    readonly binding: string;
    readonly cursor?: string | undefined;
    readonly most?: number;
  },
): Promise<RecordsPage> {
  const place = cursor === undefined ? undefined : placeOf(binding, cursor);
  const [here, after] = inLastingOrder(keys).filter(({ mark }) => place === undefined || mark >= place.of);
  if (here === undefined) return { key: undefined, versions: [] };
  const from = here.mark === place?.of && place.record !== START ? place.record : undefined;
  const page = await records.listPage(here.key, from);
  const versions = most === undefined ? page.versions : firstRecords(page.versions, most);
  const next = versions.length < page.versions.length ? versions.at(-1)?.id : page.next;
  const goesOn =
    next === undefined ? after && { of: after.mark, record: START } : { of: here.mark, record: next };
  return { key: here.key, versions, ...(goesOn && { next: cursorFrom(binding, goesOn) }) };
}
