import { coverageOf, type Source } from '../domain/credit/coverage.ts';
import type { SourceCoverage } from '../domain/subject/standing-evidence.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { Completeness, SourceStore } from '../store/source-store.ts';

const KEPT_MS = 30_000;
const RETRIED_AFTER_MS = 1_000;

interface Read {
  readonly at: number;
  readonly completeness: Completeness;
}

const unread = (sources: readonly Source[]): readonly SourceCoverage[] =>
  sources.map(({ id }) => ({ source: id, state: 'unread' }));

/**
 * Tells how far sources are complete, reading at most every 30 s: what is kept is never ahead, since completeness
 * only grows. A kept answer that is not `fresh` is read again, at most once a second, so that a heartbeat that
 * came in is not passed over.
 *
 * What it tells must have been read before the standings are: a record published after a heartbeat says nothing
 * against it.
 */
export function createReadCoverage(
  { sources }: { readonly sources: SourceStore },
  onFault: (fault: unknown) => void = () => undefined,
) {
  let kept: Read | undefined;
  let underWay: Promise<void> | undefined;

  const readAgain = (now: number, signal: AbortSignal): Promise<void> => {
    underWay ??= sources
      .readAll(signal)
      .then((completeness) => {
        kept = { at: now, completeness };
      })
      .catch(onFault)
      .finally(() => {
        underWay = undefined;
      });
    return underWay;
  };

  const judge = (needed: readonly Source[], horizon: Instant): readonly SourceCoverage[] =>
    kept === undefined
      ? unread(needed)
      : needed.map((source) => coverageOf(source, kept?.completeness.get(source.id), horizon));

  return {
    async now(
      needed: readonly Source[],
      asked: { readonly at: Instant; readonly horizon: Instant },
      signal: AbortSignal,
    ): Promise<readonly SourceCoverage[]> {
      const now = Date.parse(asked.at);
      const age = kept === undefined ? Number.POSITIVE_INFINITY : Math.abs(now - kept.at);
      const coverage = judge(needed, asked.horizon);
      const certain = coverage.every(({ state }) => state === 'fresh');
      if (certain ? age < KEPT_MS : age < RETRIED_AFTER_MS) return coverage;
      await readAgain(now, signal);
      return judge(needed, asked.horizon);
    },

    /** By what was read last, without reading: what has come in since is not told. */
    kept: judge,

    /** By the heartbeats that had come in at an instant. */
    asKnown: (
      needed: readonly Source[],
      { knownAt, horizon }: { readonly knownAt: Instant; readonly horizon: Instant },
      signal: AbortSignal,
    ): Promise<readonly SourceCoverage[]> =>
      Promise.all(
        needed.map(async (source): Promise<SourceCoverage> => {
          try {
            const heartbeat = await sources.findAsKnown(source.id, knownAt, signal);
            return coverageOf(source, heartbeat?.completeUpTo, horizon);
          } catch (fault) {
            onFault(fault);
            return { source: source.id, state: 'unread' };
          }
        }),
      ),
  };
}

export type ReadCoverage = ReturnType<typeof createReadCoverage>;
