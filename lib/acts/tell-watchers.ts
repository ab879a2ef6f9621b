import { hitOf, type Told, toldOfDispute, toldOfSuccession, toldOfVersion } from '../domain/credit/watch.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import { disputeOfImage } from '../store/dispute-store.ts';
import { recordOfImage } from '../store/record-store.ts';
import type { StandingStore } from '../store/standing-store.ts';
import { successionOfImage } from '../store/succession-store.ts';
import type { WatchStore } from '../store/watch-store.ts';
import type { Projection, StreamedItem } from './fan-out.ts';
import { readWhole } from './read-under-all-keys.ts';

const DEADLINE_MS = 5_000;

interface ToldOf {
  readonly subject: SubjectKey;
  readonly told: readonly Told[];
}

function toldIn(image: StreamedItem['image']): ToldOf | undefined {
  const version = recordOfImage(image);
  if (version !== undefined) return { subject: version.subject, told: [toldOfVersion(version)] };
  const dispute = disputeOfImage(image);
  if (dispute !== undefined) return { subject: dispute.subject, told: toldOfDispute(dispute) };
  const said = successionOfImage(image);
  return said && { subject: said.subject, told: [toldOfSuccession(said.succession)] };
}

/**
 * Tells whoever watches a subject that something was recorded about it: what happened to a record, that one is disputed or the
 * dispute answered, that another code took the place of its own. What ends by time alone is not recorded.
 */
export const createTellWatchers = ({
  watches,
  standings,
}: {
  readonly watches: WatchStore;
  readonly standings: Pick<StandingStore, 'readHalves'>;
}): Projection => ({
  name: 'watches',
  project: async (image) => {
    const { subject, told = [] } = toldIn(image) ?? {};
    if (subject === undefined) return;
    /* Whoever watches it by another key of its own watches the same subject. */
    const all = await readWhole([subject], standings, AbortSignal.timeout(DEADLINE_MS));
    const keys = all.map(({ key }) => key);
    const watchers = (await Promise.all(keys.map((key) => watches.listWatchers(key)))).flat();
    const hits = watchers.flatMap((watch) => told.flatMap((one) => hitOf(watch, one, keys) ?? []));
    await Promise.all(hits.map((hit) => watches.tell(hit)));
  },
});
