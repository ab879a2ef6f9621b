/**
 * Upper bounds in working hours, each included; what took longer than the last is in a bucket without one. Fine where law
 * sets its days (a review of three working days is 24 hours, extended 48), coarse beyond. They are fixed: counts that were
 * taken by other bounds cannot be added up with these.
 */
const BOUNDS = [1, 2, 4, 8, 12, 16, 20, 24, 32, 40, 48, 64, 80, 120, 160, 240, 400, 800] as const;

/** Between which working hours something lies: `over` is not included, `upTo` is. */
export interface DurationBucket {
  readonly over: number;
  readonly upTo?: number;
}

/** Number of the bucket of a time in minutes. */
export function bucketOf(minutes: number): number {
  const at = BOUNDS.findIndex((hours) => minutes <= hours * 60);
  return at === -1 ? BOUNDS.length : at;
}

function boundsOf(bucket: number): DurationBucket {
  const upTo = BOUNDS[bucket];
  return { over: BOUNDS[bucket - 1] ?? 0, ...(upTo !== undefined && { upTo }) };
}

/**
 * The bucket in which a quantile lies, by nearest rank: of a hundred the median is the fiftieth. Nothing is interpolated:
 * where in its bucket it lies is not known. `undefined` of none.
 *
 * @param counts how many lie in each bucket, by its number.
 */
export function quantileBucket(
  counts: ReadonlyMap<number, number>,
  quantile: number,
): DurationBucket | undefined {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const rank = Math.ceil(total * quantile);
  let seen = 0;
  for (const bucket of [...counts.keys()].toSorted((a, b) => a - b)) {
    seen += counts.get(bucket) ?? 0;
    if (seen >= rank) return boundsOf(bucket);
  }
  return undefined;
}
