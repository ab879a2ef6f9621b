/** Latencies in buckets a twelfth apart, so that a load of any length takes the same memory. */
export function latencies() {
  const buckets = new Map<number, number>();
  let count = 0;
  let longest = 0;
  const STEP = Math.log(13 / 12);
  return {
    add: (ms: number): void => {
      const bucket = Math.round(Math.log(Math.max(ms, 0.1)) / STEP);
      buckets.set(bucket, (buckets.get(bucket) ?? 0) + 1);
      count += 1;
      longest = Math.max(longest, ms);
    },
    /** The latency that this part of all was within, in milliseconds. */
    within: (part: number): number => {
      let left = count * part;
      for (const [bucket, entries] of [...buckets].toSorted(([a], [b]) => a - b)) {
        left -= entries;
        if (left <= 0) return Math.exp(bucket * STEP);
      }
      return longest;
    },
    longest: () => longest,
    count: () => count,
  };
}

/** How often each of a few things happened, by item. */
export function tally() {
  const rows = new Map<string, Map<string, number>>();
  return {
    add: (row: string, what: string): void => {
      const counts = rows.get(row) ?? new Map<string, number>();
      counts.set(what, (counts.get(what) ?? 0) + 1);
      rows.set(row, counts);
    },
    rows: (): readonly (readonly [string, Readonly<Record<string, number>>])[] =>
      [...rows]
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([row, counts]) => [
          row,
          Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))),
        ]),
    has: (row: string): boolean => rows.has(row),
  };
}
