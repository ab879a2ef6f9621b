import { coverageOf, type Source } from '../domain/credit/coverage.ts';
import { turnOf } from '../domain/credit/source-turn.ts';
import type { SourceCoverage } from '../domain/subject/standing-evidence.ts';
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
  readonly neverStarted: readonly string[];
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
    const seen = watched.map((source) => {
      const { completeUpTo, state } = coverageOf(source, completeness.get(source.id), at);
      return { source, completeUpTo, state };
    });
    const told = await Promise.all(
      seen.map(async ({ source, completeUpTo, state }) => {
        if (completeUpTo === undefined || (state !== 'fresh' && state !== 'stale')) return [];
        const turn = turnOf(source, { completeUpTo, state }, await turns.findLast(source.id), at);
        return turn !== undefined && (await turns.tell(turn)) ? [source.id] : [];
      }),
    );
    const inState = (wanted: SourceCoverage['state']) =>
      seen.filter(({ state }) => state === wanted).map(({ source }) => source.id);
    return { stale: inState('stale'), neverStarted: inState('never-started'), told: told.flat() };
  };

export type WatchSources = ReturnType<typeof createWatchSources>;
