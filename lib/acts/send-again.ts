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

const keyOf = ({ image }: StreamedItem): Key => ({ pk: String(image.pk), sk: String(image.sk) });

/**
 * Does anew what could not be done when the stream brought it: from the stream, or by the items as they stand now where the
 * stream has forgotten, or where the items were what had to be mended. What fails again has its keys kept while the stream
 * still remembers, so that it can be done whenever the cause is mended, and not only within 24 hours.
 *
 * @param keys of the items, where whoever set them aside knew them.
 * @returns whether all of it is done.
 * @throws NothingToSend where the stream has forgotten, and nobody kept the keys.
 */
export function createSendAgain({ setAside, project }: SendAgainDeps) {
  async function sendByKeys(keys: readonly Key[]): Promise<boolean> {
    const items = await setAside.readByKeys(keys);
    if (items.length === 0) throw new NothingToSend();
    return items.length === keys.length && (await project(items)).length === 0;
  }
  return async (place: StreamPlace, keys: readonly Key[] = []): Promise<boolean> => {
    const streamed = await setAside.readAt(place);
    if (streamed === undefined) return sendByKeys(keys.length > 0 ? keys : await setAside.findKeys(place));
    const failed = new Set(await project(streamed));
    const bad = streamed.filter(({ sequence }) => failed.has(sequence)).map(keyOf);
    if (bad.length === 0) return true;
    await setAside.keepKeys(place, bad);
    return sendByKeys(bad);
  };
}

export type SendAgain = ReturnType<typeof createSendAgain>;
