import type { SourceCoverage, Verdict } from '../subject/standing-evidence.ts';
import type { StandingView } from './view-at.ts';

/** Why nothing certain can be said. */
export type UnknownReason =
  | 'read-failed'
  | 'too-many-codes'
  | 'coverage-unread'
  | 'source-stale'
  | 'source-never-started';

const reasonOf = {
  stale: 'source-stale',
  'never-started': 'source-never-started',
  unread: 'coverage-unread',
} as const satisfies Record<Exclude<SourceCoverage['state'], 'fresh'>, UnknownReason>;

/**
 * Everything that keeps a standing from being certain; `view` is `undefined` where it could not be read, which to ask again
 * does not help where the subject is known by more codes than are read (`hasTooManyKeys`).
 */
export function whyUncertain(
  view: StandingView | undefined,
  coverage: readonly SourceCoverage[],
  hasTooManyKeys = false,
): readonly UnknownReason[] {
  const ofSources = coverage.flatMap(({ state }) => (state === 'fresh' ? [] : [reasonOf[state]]));
  return [
    ...new Set<UnknownReason>([
      ...(view === undefined
        ? [hasTooManyKeys ? ('too-many-codes' as const) : ('read-failed' as const)]
        : []),
      ...ofSources,
    ]),
  ];
}

/**
 * `hit` where a disciplinary measure applies, however incomplete the sources: more records cannot take it away.
 * Without one, any uncertainty is `unknown`; only what was read whole, from complete sources, is `clear`.
 */
export function verdictOf(view: StandingView | undefined, coverage: readonly SourceCoverage[]): Verdict {
  if (view !== undefined && view.discipline.length > 0) return 'hit';
  return whyUncertain(view, coverage).length > 0 ? 'unknown' : 'clear';
}
