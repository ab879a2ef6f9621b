import { keptFilings } from './kept-filings.ts';
import type { OpenStore } from './open-store.ts';
import { type Divergence, type Replayed, replayFiling } from './replay-filing.ts';

/** Counts of one version of one item, or of all. */
export interface Counts {
  readonly filings: number;
  readonly receipts: number;
  readonly swaps: number;
  readonly erased: number;
  readonly divergences: number;
}

/** What a replay of a whole store came to. */
export interface Replay {
  readonly store: string;
  readonly all: Counts;
  readonly byStandard: Readonly<Record<string, Counts>>;
  /** The first of them, up to `MOST_LISTED`. */
  readonly divergences: readonly Divergence[];
  readonly erased: readonly string[];
}

/** A store in which more than this is wrong needs no longer list. */
export const MOST_LISTED = 1_000;
const AT_ONCE = 16;

const NONE: Counts = { filings: 0, receipts: 0, swaps: 0, erased: 0, divergences: 0 };

const plus = (counts: Counts, { receipts, swaps, erased, divergences }: Replayed): Counts => ({
  filings: counts.filings + 1,
  receipts: counts.receipts + receipts,
  swaps: counts.swaps + swaps,
  erased: counts.erased + (erased ? 1 : 0),
  divergences: counts.divergences + divergences.length,
});

/** A few at once; each batch is done before the next is read, so that memory stays flat. */
async function* inBatches<T>(values: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let batch: T[] = [];
  for await (const value of values) {
    batch.push(value);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Replays everything of a store. `onProgress` is told how many filings are done. */
export async function replayStore(
  store: OpenStore,
  onProgress: (filings: number) => void = () => undefined,
): Promise<Replay> {
  let all = NONE;
  const byStandard = new Map<string, Counts>();
  const divergences: Divergence[] = [];
  const erased: string[] = [];
  for await (const batch of inBatches(keptFilings(store), AT_ONCE)) {
    for (const replayed of await Promise.all(batch.map((kept) => replayFiling(kept, store.receiptKeys)))) {
      all = plus(all, replayed);
      byStandard.set(replayed.standard, plus(byStandard.get(replayed.standard) ?? NONE, replayed));
      if (divergences.length < MOST_LISTED) divergences.push(...replayed.divergences);
      if (replayed.erased && erased.length < MOST_LISTED) erased.push(replayed.filing);
    }
    onProgress(all.filings);
  }
  const sorted = [...byStandard].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { store: store.name, all, byStandard: Object.fromEntries(sorted), divergences, erased };
}
