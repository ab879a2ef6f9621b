import { type End, laterEnd } from './end.ts';

/** A record and the day it is ranked by. */
export interface Ranked {
  readonly record: string;
  readonly day: End;
}

/**
 * The few records with the latest day, and the day of the next one. Where one of the kept has ended, all that are
 * not kept have ended before it; whether any of those still holds follows from `next` alone. So the few stay
 * exact on every later day, however many were ranked.
 */
export interface Ranking<Entry extends Ranked = Ranked> {
  /** Latest day first; equal days by record id. */
  readonly kept: readonly Entry[];
  /** The latest day among those not kept; `undefined` when all are kept. */
  readonly next?: End;
}

export const emptyRanking: Ranking<never> = { kept: [] };

const byDayThenRecord = (a: Ranked, b: Ranked): number => {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1;
  if (a.record === b.record) return 0;
  return a.record < b.record ? -1 : 1;
};

function rank<Entry extends Ranked>(
  entries: readonly Entry[],
  size: number,
  left: End | undefined,
): Ranking<Entry> {
  const sorted = entries.toSorted(byDayThenRecord);
  const next = laterEnd(sorted[size]?.day, left);
  return { kept: sorted.slice(0, size), ...(next !== undefined && { next }) };
}

/** Adds an entry whose record is not in the ranking yet. */
export const withEntry = <Entry extends Ranked>(
  ranking: Ranking<Entry>,
  entry: Entry,
  size: number,
): Ranking<Entry> => rank([...ranking.kept, entry], size, ranking.next);

/** One ranking of what several rank; no record may stand in two of them. */
export const mergeRankings = <Entry extends Ranked>(
  rankings: readonly Ranking<Entry>[],
  size: number,
): Ranking<Entry> =>
  rank(
    rankings.flatMap(({ kept }) => kept),
    size,
    rankings.map(({ next }) => next).reduce(laterEnd, undefined),
  );
