import type { WatchSources } from '../../../lib/acts/watch-sources.ts';
import type { Source } from '../../../lib/domain/credit/coverage.ts';
import type { Count } from '../../../lib/edge/metrics.ts';
import { scheduleHandler } from '../../../lib/edge/schedule.ts';

export const createHandler = (watch: WatchSources, sources: () => readonly Source[], count: Count) =>
  scheduleHandler('watch-sources', async (moment) => {
    const watched = await watch(sources(), moment);
    count({ SourcesStale: watched.stale.length + watched.neverStarted.length });
    return watched;
  });
