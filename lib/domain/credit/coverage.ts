import type { Bilingual, Provenance } from '../standard/provenance.ts';
import type { SourceCoverage } from '../subject/standing-evidence.ts';
import { endOfDayInChina, type Instant, instantOf } from '../time/instant.ts';
import type { PlainDate } from '../time/plain-date.ts';

/** A feed of records (信息来源): of which side and classes, and who may say how far it is complete. */
export interface Source {
  readonly id: string;
  readonly jurisdiction: string;
  readonly classes: readonly string[];
  readonly name: Bilingual;
  /** The authority that may send its heartbeat, beside its side's credit platform. */
  readonly owner: string;
  /** The most hours its completeness may lie behind what is asked. */
  readonly maximumLagHours: number;
  readonly provenance: Provenance;
}

/** Up to when a question needs its sources complete: the day it asks about, or what was known, whichever ended first. */
export function horizonOf(asOf: PlainDate, knownAt: Instant): Instant {
  const endOfDay = endOfDayInChina(asOf);
  return endOfDay < knownAt ? endOfDay : knownAt;
}

/** How a source stands against a horizon. Only the source itself ever moves `completeUpTo`. */
export function coverageOf(
  source: Source,
  completeUpTo: Instant | undefined,
  horizon: Instant,
): SourceCoverage {
  if (completeUpTo === undefined) return { source: source.id, state: 'never-started' };
  const needed = instantOf(new Date(Date.parse(horizon) - source.maximumLagHours * 3_600_000));
  return { source: source.id, completeUpTo, state: completeUpTo < needed ? 'stale' : 'fresh' };
}

/** Up to when all of the sources are complete; `undefined` when one of them cannot say. */
export function earliestCoverage(coverage: readonly SourceCoverage[]): Instant | undefined {
  const times = coverage.map(({ completeUpTo }) => completeUpTo);
  if (times.length === 0 || times.includes(undefined)) return undefined;
  return times.toSorted()[0];
}
