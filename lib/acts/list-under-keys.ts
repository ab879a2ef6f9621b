import { createHash } from 'node:crypto';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import { cursorFrom, foreignCursor, type Page } from '../store/cursor.ts';

/** A key and what a cursor calls it: no URL names the key of a person. */
export interface MarkedKey {
  readonly key: SubjectKey;
  readonly mark: string;
}

/**
 * Keys in an order that is theirs alone. One that is linked meanwhile, or no longer, changes nothing in how the others
 * follow one another: whoever goes on from a key, also from one that is gone, misses none that was there all the while.
 */
export const inLastingOrder = (keys: readonly SubjectKey[]): readonly MarkedKey[] =>
  [...new Set(keys)]
    .map((key) => ({ key, mark: createHash('sha256').update(key).digest('base64url').slice(0, 16) }))
    .toSorted((a, b) => (a.mark < b.mark ? -1 : 1));

interface Place {
  readonly at: string;
  readonly inner: string | undefined;
}

/** That a cursor is of this list; the cursor of the list of a key goes with it, and is bound by that. */
const boundTo = (binding: string, at: string): string => cursorFrom(`${binding}#${at}`, { at });

/** @throws DomainError `invalid-request` for a cursor of another list. */
function placeOf(binding: string, cursor: string): Place {
  let told: unknown;
  try {
    told = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (cause) {
    throw foreignCursor(cause);
  }
  if (!Array.isArray(told) || told.length !== 3) throw foreignCursor();
  const [at, bound, inner]: readonly unknown[] = told;
  if (typeof at !== 'string' || typeof inner !== 'string' || bound !== boundTo(binding, at))
    throw foreignCursor();
  return { at, inner: inner === '' ? undefined : inner };
}

/** Without `inner` it goes on at the beginning of what stands under the key. */
const cursorAt = (binding: string, at: string, inner = ''): string =>
  Buffer.from(JSON.stringify([at, boundTo(binding, at), inner])).toString('base64url');

/** A list of what stands under each key of one caller, key by key. A page can be short, or empty, and still go on. */
export async function listUnderKeys<T>(
  keys: readonly SubjectKey[],
  binding: string,
  cursor: string | undefined,
  list: (key: SubjectKey, cursor?: string) => Promise<Page<T>>,
): Promise<Page<T>> {
  const place = cursor === undefined ? undefined : placeOf(binding, cursor);
  const [here, after] = inLastingOrder(keys).filter(({ mark }) => place === undefined || mark >= place.at);
  if (here === undefined) return { entries: [] };
  const { entries, next } = await list(here.key, here.mark === place?.at ? place.inner : undefined);
  if (next !== undefined) return { entries, next: cursorAt(binding, here.mark, next) };
  if (after === undefined) return { entries };
  return { entries, next: cursorAt(binding, after.mark) };
}
