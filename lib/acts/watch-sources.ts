import { coverageOf, type Source } from '../domain/credit/coverage.ts';
import { turnOf } from '../domain/credit/source-turn.ts';
import type { Moment } from '../domain/time/instant.ts';
import type { SourceStore } from '../store/source-store.ts';
import type { SourceTurnStore } from '../store/source-turn-store.ts';

export interface WatchSourcesDeps {
  readonly sources: Pick<SourceStore, 'readAll'>;
  readonly turns: SourceTurnStore;
}

/** By source id. `told` are the turns that were told of by this run. */
export interface SourcesWatched {
  readonly stale: readonly string[];
  readonly told: readonly string[];
}

const READ_MS = 10_000;

/**
 * Looks which sources are stale by their own limit, and tells of each that became so or no longer is: once, as items that the
 * table's stream carries into the feed. It moves no source's time and decides no look-up: those judge coverage when they are asked.
 */
export const createWatchSources =
  ({ sources, turns }: WatchSourcesDeps) =>
  async (watched: readonly Source[], { at }: Moment): Promise<SourcesWatched> => {
    const completeness = await sources.readAll(AbortSignal.timeout(READ_MS));
    const seen = await Promise.all(
      watched.map(async (source) => {
        const { completeUpTo, state } = coverageOf(source, completeness.get(source.id), at);
        if (completeUpTo === undefined || (state !== 'fresh' && state !== 'stale')) return undefined;
        const turn = turnOf(source, { completeUpTo, state }, await turns.findLast(source.id), at);
        const isTold = turn !== undefined && (await turns.tell(turn));
        return { id: source.id, isStale: state === 'stale', isTold };
      }),
    );
    const found = seen.filter((one) => one !== undefined);
    return {
      stale: found.filter(({ isStale }) => isStale).map(({ id }) => id),
      told: found.filter(({ isTold }) => isTold).map(({ id }) => id),
    };
  };

export type WatchSources = ReturnType<typeof createWatchSources>;
