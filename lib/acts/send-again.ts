import type { Key } from '../store/keys.ts';
import type { SetAsideStore, StreamPlace } from '../store/set-aside-store.ts';
import type { StreamedItem } from './fan-out.ts';

export interface SendAgainDeps {
  readonly setAside: SetAsideStore;
  /** What the stream itself is handed to. */
  readonly project: (items: readonly StreamedItem[]) => Promise<readonly string[]>;
}

/** Nothing is left by which it could be found: somebody has to look. */
class NothingToSend extends Error {
  override readonly name = 'NothingToSend';
}

/**
 * Does anew what could not be done when the stream brought it. Where it fails again, the keys of the items are kept while
 * the stream still remembers, so that it can be done whenever the cause is mended, and not only within 24 hours.
 *
 * @param keys of the items, where whoever set them aside knew them.
 * @returns whether all of it is done.
 * @throws NothingToSend where the stream has forgotten, and nobody kept the keys.
 */
export const createSendAgain =
  ({ setAside, project }: SendAgainDeps) =>
  async (place: StreamPlace, keys: readonly Key[] = []): Promise<boolean> => {
    const streamed = await setAside.readAt(place);
    if (streamed !== undefined) {
      const failed = new Set(await project(streamed));
      const bad = streamed.filter(({ sequence }) => failed.has(sequence));
      if (bad.length > 0) await setAside.keepKeys(place, bad);
      return bad.length === 0;
    }
    const known = keys.length > 0 ? keys : await setAside.findKeys(place);
    const items = await setAside.readByKeys(known);
    if (items.length === 0) throw new NothingToSend();
    return (await project(items)).length === 0;
  };

export type SendAgain = ReturnType<typeof createSendAgain>;
