import type { PlainDate } from '../time/plain-date.ts';

/**
 * The first day on which something no longer holds. `open` ends only by a decision; as text it comes after every
 * day, so that two ends compare as strings.
 */
export type End = PlainDate | 'open';

/** A span of days: the first counts, `until` does not. */
export interface Period {
  readonly from: PlainDate;
  readonly until: End;
}

export const endsAfter = (end: End | undefined, day: PlainDate): boolean => end !== undefined && day < end;

/** The later of two ends; `undefined` stands for nothing that could end. */
export function laterEnd(a: End | undefined, b: End | undefined): End | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a < b ? b : a;
}
