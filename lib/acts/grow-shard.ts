import type { ShardTree } from '../crypto/log-proof.ts';
import { leafOf } from '../crypto/lookup-leaf.ts';
import { type Hash, rootOf } from '../crypto/merkle.ts';
import type { EvidenceFiles } from '../store/evidence-files.ts';
import { CHUNK, type GrownShard, type LogRootStore, type ShardOfDay } from '../store/log-root-store.ts';
import type { LookupLogStore } from '../store/lookup-log-store.ts';
import { createShardCopy } from './copy-shard.ts';

export interface GrowShardDeps {
  readonly lookupLog: Pick<LookupLogStore, 'pagesOf'>;
  readonly logRoots: LogRootStore;
  readonly evidence: EvidenceFiles;
  /** @default what `copy-shard.ts` has */
  readonly partCharacters?: number;
  /** How many entries at least are read again by the run after one that was cut off. @default 65 536, read in a few seconds */
  readonly entriesKept?: number;
}

const ENTRIES_KEPT = 64 * CHUNK;

const NOTHING: GrownShard = { after: '', size: 0, chunkRoots: [], firsts: [], leaves: [], parts: 0 };

const text = (hash: Hash): string => Buffer.from(hash).toString('base64url');

/**
 * Reads one shard whole, a page at a time, copies it, and keeps its tree once the copy stands. How far it has come is kept
 * where a part of the copy ends, so that a run that is cut off by its time is gone on with. A shard that an earlier run kept is
 * not read again; one without entries needs no keeping.
 */
export async function growShard(deps: GrowShardDeps, at: ShardOfDay): Promise<ShardTree> {
  const { lookupLog, logRoots, evidence, partCharacters, entriesKept = ENTRIES_KEPT } = deps;
  const { shard } = at;
  const [kept, grown = NOTHING] = await Promise.all([logRoots.findShard(at), logRoots.findGrown(at)]);
  if (kept !== undefined) return { shard, size: kept.size, root: kept.root };
  const chunkRoots = [...grown.chunkRoots];
  const firsts = [...grown.firsts];
  let chunk = [...grown.leaves];
  let [size, keptSize] = [grown.size, grown.size];
  const copy = createShardCopy(evidence, at, partCharacters, grown.parts);
  const close = async (): Promise<void> => {
    await logRoots.putLeaves(at, chunkRoots.length, chunk);
    chunkRoots.push(rootOf(chunk));
    chunk = [];
  };
  for await (const page of lookupLog.pagesOf(at, grown.after))
    for (const lookup of page) {
      const after = `${lookup.at}#${lookup.id}`;
      if (chunk.length === 0) firsts.push(after);
      chunk.push(leafOf(lookup));
      const parts = await copy.add(lookup);
      size += 1;
      if (chunk.length === CHUNK) await close();
      if (parts === undefined || size - keptSize < entriesKept) continue;
      await logRoots.keepGrown(at, { after, size, chunkRoots, firsts, leaves: chunk, parts });
      keptSize = size;
    }
  if (chunk.length > 0) await close();
  await copy.close();
  const root = text(rootOf(chunkRoots));
  if (size > 0) await logRoots.putShard(at, { size, root, chunkRoots, firsts });
  return { shard, size, root };
}
