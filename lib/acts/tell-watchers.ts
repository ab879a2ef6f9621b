import { hitOf } from '../domain/credit/watch.ts';
import { recordOfImage } from '../store/record-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import type { WatchStore } from '../store/watch-store.ts';
import type { Projection } from './fan-out.ts';
import { readWhole } from './read-under-all-keys.ts';

const DEADLINE_MS = 5_000;

/** Tells whoever watches a subject that something was recorded about it. What ends by time alone is not recorded. */
export const createTellWatchers = ({
  watches,
  standings,
}: {
  readonly watches: WatchStore;
  readonly standings: Pick<StandingStore, 'readHalves'>;
}): Projection => ({
  name: 'watches',
  project: async (image) => {
    const version = recordOfImage(image);
    if (version === undefined) return;
    /* Whoever watches it by another key of its own watches the same subject. */
    const all = await readWhole([version.subject], standings, AbortSignal.timeout(DEADLINE_MS));
    const keys = all.map(({ key }) => key);
    const watchers = (await Promise.all(keys.map((key) => watches.listWatchers(key)))).flat();
    await Promise.all(
      watchers.map((watch) => {
        const hit = hitOf(watch, version, keys);
        return hit === undefined ? undefined : watches.tell(hit);
      }),
    );
  },
});
