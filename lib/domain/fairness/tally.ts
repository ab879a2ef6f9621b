/** Counts by name; what is not named is none. */
export type Tally = Readonly<Record<string, number>>;

/**
 * A tally with one contribution taken out and another put in.
 *
 * @throws Error where it would fall below zero: what is taken out had never been put in.
 */
export function moved(tally: Tally, out: Tally, into: Tally): Tally {
  const names = new Set([tally, out, into].flatMap(Object.keys));
  const next: Record<string, number> = {};
  for (const name of [...names].toSorted()) {
    const count = (tally[name] ?? 0) - (out[name] ?? 0) + (into[name] ?? 0);
    if (count < 0) throw new Error(`A tally of ${name} would be ${count}`);
    if (count > 0) next[name] = count;
  }
  return next;
}

export const isSameTally = (a: Tally, b: Tally): boolean =>
  [...new Set([a, b].flatMap(Object.keys))].every((name) => (a[name] ?? 0) === (b[name] ?? 0));
