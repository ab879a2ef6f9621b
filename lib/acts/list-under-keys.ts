import type { SubjectKey } from '../domain/subject/subject-key.ts';
import { cursorFrom, foreignCursor, type Page } from '../store/cursor.ts';

const START = 'start';

interface Place {
  readonly at: number;
  readonly inner: string | undefined;
}

/** @throws DomainError `invalid-request` for a cursor of another list. */
function placeOf(binding: string, cursor: string | undefined): Place {
  if (cursor === undefined) return { at: 0, inner: undefined };
  try {
    const [at, inner] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [number, string];
    const begins = inner === cursorFrom(`${binding}#${at}`, { from: START });
    return { at, inner: begins ? undefined : inner };
  } catch (cause) {
    throw foreignCursor(cause);
  }
}

const cursorAt = (at: number, inner: string): string =>
  Buffer.from(JSON.stringify([at, inner])).toString('base64url');

/**
 * A list of what stands under each key of one caller, key by key. Whoever has one key, as nearly everybody, has the cursors
 * of the list itself. A page can be short, or empty, and still go on.
 */
export async function listUnderKeys<T>(
  keys: readonly SubjectKey[],
  binding: string,
  cursor: string | undefined,
  list: (key: SubjectKey, cursor?: string) => Promise<Page<T>>,
): Promise<Page<T>> {
  const [first, ...others] = keys;
  if (first === undefined) return { entries: [] };
  if (others.length === 0) return list(first, cursor);
  const { at, inner } = placeOf(binding, cursor);
  const key = keys[at];
  if (key === undefined) throw foreignCursor();
  const { entries, next } = await list(key, inner);
  if (next !== undefined) return { entries, next: cursorAt(at, next) };
  if (at + 1 >= keys.length) return { entries };
  return { entries, next: cursorAt(at + 1, cursorFrom(`${binding}#${at + 1}`, { from: START })) };
}
