import { type Course, courses, DEPARTURE, type FairnessCell, GROUND, TOOK } from './contribution.ts';
import { type DurationBucket, quantileBucket } from './duration-buckets.ts';
import type { Tally } from './tally.ts';

/** A count as the public is told it: small ones would tell of single filings. */
export type ToldCount = number | { readonly fewerThan: number } | { readonly atLeast: number };

export interface FairnessDetails {
  readonly courses: Readonly<Record<Course, ToldCount>>;
  /**
   * Of the filings that were decided and mend no other one, how many in a hundred were registered, to the next five; left out
   * where too few were decided. Counts would give away what of the courses is told as few.
   */
  readonly firstTimeRightPercent?: number;
  /** From submission to an officer's decision; left out where too few were decided. */
  readonly timeToDecision?: { readonly median: DurationBucket; readonly p90: DurationBucket };
  readonly late: ToldCount;
  readonly extended: ToldCount;
  readonly refusalsByGround: readonly { readonly rule: string; readonly count: ToldCount }[];
  readonly departures: readonly { readonly code: string; readonly count: ToldCount }[];
}

export interface FairnessRow extends FairnessCell {
  readonly filed: ToldCount;
  /** Left out where too few were filed. */
  readonly details?: FairnessDetails;
}

const isSmall = (count: number, fewest: number): boolean => count > 0 && count < fewest;

const told = (count: number, fewest: number): ToldCount =>
  isSmall(count, fewest) ? { fewerThan: fewest } : count;

/** What stands under names of one beginning, by the rest of the name. */
const under = (beginning: string, tally: Tally): readonly (readonly [string, number])[] =>
  Object.entries(tally)
    .filter(([name]) => name.startsWith(beginning))
    .map(([name, count]) => [name.slice(beginning.length), count] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));

/**
 * How many were filed. Where a part is told as few, the sum is told by the other parts alone: the difference would give the
 * part away.
 */
function filedCount(tally: Tally, fewest: number): ToldCount {
  const filed = tally.filed ?? 0;
  if (isSmall(filed, fewest)) return { fewerThan: fewest };
  const parts = courses.map((course) => tally[course] ?? 0);
  const shown = parts.filter((count) => !isSmall(count, fewest));
  if (shown.length === parts.length) return filed;
  return {
    atLeast: Math.max(
      fewest,
      shown.reduce((sum, count) => sum + count, 0),
    ),
  };
}

function timeToDecision(tally: Tally, fewest: number): FairnessDetails['timeToDecision'] {
  const counts = new Map(under(TOOK, tally).map(([bucket, count]) => [Number(bucket), count]));
  const decided = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const [median, p90] = [quantileBucket(counts, 0.5), quantileBucket(counts, 0.9)];
  return decided < fewest || median === undefined || p90 === undefined ? undefined : { median, p90 };
}

const PERCENT_STEP = 5;

function firstTimeRight({ firstRight = 0, firstNotRight = 0 }: Tally, fewest: number): number | undefined {
  const firsts = firstRight + firstNotRight;
  if (firsts === 0 || firsts < fewest) return undefined;
  return Math.round((firstRight * 100) / firsts / PERCENT_STEP) * PERCENT_STEP;
}

/** What the public is told of a cell. */
export function reportOf(cell: FairnessCell, tally: Tally, fewest: number): FairnessRow {
  const filed = filedCount(tally, fewest);
  if (isSmall(tally.filed ?? 0, fewest)) return { ...cell, filed };
  const of = (name: string): ToldCount => told(tally[name] ?? 0, fewest);
  const time = timeToDecision(tally, fewest);
  const right = firstTimeRight(tally, fewest);
  return {
    ...cell,
    filed,
    details: {
      courses: Object.fromEntries(courses.map((course) => [course, of(course)])) as Record<Course, ToldCount>,
      ...(right !== undefined && { firstTimeRightPercent: right }),
      ...(time && { timeToDecision: time }),
      late: of('late'),
      extended: of('extended'),
      refusalsByGround: under(GROUND, tally).map(([rule, count]) => ({ rule, count: told(count, fewest) })),
      departures: under(DEPARTURE, tally).map(([code, count]) => ({ code, count: told(count, fewest) })),
    },
  };
}
