import { setTimeout as pause } from 'node:timers/promises';
import { jurisdictions } from '../../catalog/jurisdictions.ts';
import type { ChangeType, NumberedChange } from '../domain/changes/change.ts';
import { DomainError } from '../domain/errors.ts';
import type { ChangeStore } from '../store/change-store.ts';

export interface ChangesAsked {
  readonly side: string;
  /** The number that was seen last; 0 for none. */
  readonly after: number;
  readonly limit: number;
  /** Seconds to wait where there is nothing yet. */
  readonly wait: number;
  /** @default all */
  readonly types?: readonly ChangeType[] | undefined;
  readonly subject?: string | undefined;
  readonly authority?: string | undefined;
}

export interface ChangesPage {
  readonly changes: readonly NumberedChange[];
  /** The number to go on from; past all that was looked at, also where nothing of it was asked for. */
  readonly next: number;
  /** There is more to be had at once. */
  readonly more: boolean;
}

/** Looked at by one request, however few of them are asked for. */
const MOST_EXAMINED = 500;
/** Read at once where some are sorted out. */
const EXAMINED_AT_ONCE = 100;
const POLL_MS = 500;

const wanted =
  ({ types, subject, authority }: ChangesAsked) =>
  ({ change }: NumberedChange): boolean =>
    (types === undefined || types.includes(change.type)) &&
    (subject === undefined || change.subject === subject) &&
    (authority === undefined || change.authority === authority);

const isFiltered = ({ types, subject, authority }: ChangesAsked): boolean =>
  types !== undefined || subject !== undefined || authority !== undefined;

const refused = (path: string, code: string, values: Readonly<Record<string, string | number>>) =>
  new DomainError('invalid-request', { defects: [{ path, code, values }] });

/**
 * The changes of one side after a number, waiting for some where there are none. Whoever goes on from `next` misses
 * nothing and is told nothing twice.
 *
 * @throws DomainError `invalid-request` for a side that there is not, or a number that was never given: whoever has such a
 *   one has it from another side or from a store that was since put back, and would wait for ever.
 */
export function createListChanges({
  changes,
}: {
  readonly changes: Pick<ChangeStore, 'listAfter' | 'getLast'>;
}) {
  async function page(asked: ChangesAsked): Promise<ChangesPage> {
    const isWanted = wanted(asked);
    const found: NumberedChange[] = [];
    let next = asked.after;
    while (next - asked.after < MOST_EXAMINED) {
      const left = MOST_EXAMINED - (next - asked.after);
      const atOnce = isFiltered(asked) ? EXAMINED_AT_ONCE : asked.limit - found.length;
      const read = await changes.listAfter(asked.side, next, Math.min(left, atOnce));
      if (read.length === 0) return { changes: found, next, more: false };
      for (const each of read) {
        if (isWanted(each)) found.push(each);
        next = each.number;
        if (found.length === asked.limit) return { changes: found, next, more: true };
      }
    }
    return { changes: found, next, more: true };
  }

  return async (asked: ChangesAsked): Promise<ChangesPage> => {
    const sides = jurisdictions.map(({ code }) => code);
    if (!sides.includes(asked.side))
      throw refused('query:/side', 'unknown-side', { sides: sides.join(', ') });
    const until = performance.now() + asked.wait * 1_000;
    let told = await page(asked);
    if (told.next === asked.after && asked.after > 0) {
      const last = await changes.getLast(asked.side);
      if (asked.after > last) throw refused('query:/after', 'number-not-given', { last });
    }
    while (told.changes.length === 0 && !told.more && performance.now() + POLL_MS < until) {
      await pause(POLL_MS);
      told = await page({ ...asked, after: told.next });
    }
    return told;
  };
}

export type ListChanges = ReturnType<typeof createListChanges>;
