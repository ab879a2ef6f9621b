import type { IdentityDocument } from './identity-document.ts';
import type { NamedSubject } from './named-subject.ts';

/** How many subjects one caller may look up, and from when on somebody should look at it. */
export interface LookupQuota {
  readonly hour: number;
  readonly day: number;
  /** Of all look-ups for the purpose together. */
  readonly purposeDay?: number;
  /** An alarm at this share of a limit. */
  readonly sharePercent: number;
  /** An alarm at so many persons of one look-up whose numbers follow one another. */
  readonly sequentialPersons: number;
}

/** The last digits of a number, within which a run of guesses goes: of a citizen's, sequence and check digit. */
const VARIED = 4;

const beginningOf = ({ kind, number }: IdentityDocument): string => `${kind}|${number.slice(0, -VARIED)}`;

/**
 * The most persons of one look-up whose numbers differ in their end alone: of citizens, born on one day in one place.
 * Real work meets few of them at once; whoever tries numbers out meets many.
 */
export function longestRun(subjects: readonly NamedSubject[]): number {
  const numbers = new Map<string, Set<string>>();
  for (const subject of subjects) {
    if (subject.kind !== 'person') continue;
    const beginning = beginningOf(subject.document);
    numbers.set(beginning, (numbers.get(beginning) ?? new Set()).add(subject.document.number));
  }
  return Math.max(0, ...[...numbers.values()].map(({ size }) => size));
}

/** True where a count passed a share of a limit with its last addition. */
export const justPassed = (
  { before, after }: { readonly before: number; readonly after: number },
  limit: number,
  sharePercent: number,
): boolean => before * 100 < limit * sharePercent && after * 100 >= limit * sharePercent;
