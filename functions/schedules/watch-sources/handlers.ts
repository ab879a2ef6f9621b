import type { WatchSources } from '../../../lib/acts/watch-sources.ts';
import type { Source } from '../../../lib/domain/credit/coverage.ts';
import { scheduleHandler } from '../../../lib/edge/schedule.ts';

export const createHandler = (watch: WatchSources, sources: () => readonly Source[]) =>
  scheduleHandler('watch-sources', (moment) => watch(sources(), moment));
