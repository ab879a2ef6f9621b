import type { Instant } from '../time/instant.ts';
import type { Source } from './coverage.ts';

/** That a source became stale by its own limit, or is complete again up to where it has to be (信息来源滞后、恢复). */
export interface SourceTurn {
  readonly source: string;
  readonly jurisdiction: string;
  readonly owner: string;
  /** 1 for the first time it became stale, 2 for its recovery, and so on. */
  readonly number: number;
  readonly kind: 'stale' | 'restored';
  readonly completeUpTo: Instant;
  readonly maximumLagHours: number;
  /** When it was seen. */
  readonly at: Instant;
}

/**
 * The turn that a source has taken since the last one, if any: it becomes stale once, however long that lasts and however
 * little it moves meanwhile. One that never started is no feed yet, and is not told of.
 */
export function turnOf(
  { id, jurisdiction, owner, maximumLagHours }: Source,
  seen: { readonly completeUpTo: Instant; readonly state: 'fresh' | 'stale' },
  last: SourceTurn | undefined,
  at: Instant,
): SourceTurn | undefined {
  const wasStale = last?.kind === 'stale';
  if (wasStale === (seen.state === 'stale')) return undefined;
  return {
    source: id,
    jurisdiction,
    owner,
    number: (last?.number ?? 0) + 1,
    kind: wasStale ? 'restored' : 'stale',
    completeUpTo: seen.completeUpTo,
    maximumLagHours,
    at,
  };
}
