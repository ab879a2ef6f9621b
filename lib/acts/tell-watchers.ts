import { hitOf } from '../domain/credit/watch.ts';
import { recordOfImage } from '../store/record-store.ts';
import type { WatchStore } from '../store/watch-store.ts';
import type { Projection } from './fan-out.ts';

/** Tells whoever watches a subject that something was recorded about it. What ends by time alone is not recorded. */
export const createTellWatchers = ({ watches }: { readonly watches: WatchStore }): Projection => ({
  name: 'watches',
  project: async (image) => {
    const version = recordOfImage(image);
    if (version === undefined) return;
    const watchers = await watches.listWatchers(version.subject);
    await Promise.all(
      watchers.map((watch) => {
        const hit = hitOf(watch, version);
        return hit === undefined ? undefined : watches.tell(hit);
      }),
    );
  },
});
