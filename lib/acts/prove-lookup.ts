import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { type LookupProof, shardLeaf } from '../crypto/log-proof.ts';
import { whenOf } from '../crypto/lookup-id.ts';
import { leafContentOf, lookupLeaf, openCaller, openSubject } from '../crypto/lookup-leaf.ts';
import { type Hash, inclusionPath, rootOf } from '../crypto/merkle.ts';
import { DomainError } from '../domain/errors.ts';
import { type Caller, ownKeys } from '../domain/subject/caller.ts';
import type { LoggedLookup } from '../domain/subject/logged-lookup.ts';
import { CHUNK, type LogRootStore } from '../store/log-root-store.ts';
import { SHARDS, shardOf } from '../store/lookup-append.ts';
import type { LookupLogStore } from '../store/lookup-log-store.ts';
import { knownByLinks, type LinkDeps } from './known-by-links.ts';
import { sealableFrom } from './seal-log.ts';

export interface ProofDeps extends LinkDeps {
  readonly lookupLog: Pick<LookupLogStore, 'find'>;
  readonly logRoots: LogRootStore;
}

const text = (hash: Hash): string => Buffer.from(hash).toString('base64url');
const EMPTY = text(rootOf([]));
const texts = (hashes: readonly Hash[]): readonly string[] => hashes.map(text);

/** The chunk an entry would stand in: the last that does not begin after it. */
const chunkOf = (firsts: readonly string[], place: string): number =>
  firsts.findLastIndex((first) => first <= place);

/**
 * Where an entry stands in the sealed tree of its shard; `undefined` where it does not. Reads two items, however many
 * entries the day has.
 */
export async function placeInShard(logRoots: LogRootStore, lookup: LoggedLookup) {
  const { jurisdiction, on: day, id, at } = lookup;
  const shard = shardOf(id);
  const tree = await logRoots.findShard({ jurisdiction, day, shard });
  const chunk = tree === undefined ? -1 : chunkOf(tree.firsts, `${at}#${id}`);
  if (tree === undefined || chunk < 0) return undefined;
  const leaves = await logRoots.findLeaves({ jurisdiction, day, shard }, chunk);
  const leaf = text(lookupLeaf(leafContentOf(lookup)));
  const within = leaves.findIndex((each) => text(each) === leaf);
  if (within < 0) return undefined;
  const path = [...inclusionPath(within, leaves), ...inclusionPath(chunk, tree.chunkRoots)];
  return { shard, index: chunk * CHUNK + within, size: tree.size, path: texts(path) };
}

/**
 * Proves that a look-up stands in the log of its day (包含证明), to its subject, to whoever asked, and to auditors.
 * Each is shown their own part: the subject themself, the others who asked. Where the token names no key that was looked up,
 * it is read what its keys are linked with: a look-up of before keeps the key it was made by.
 *
 * @throws DomainError `not-found` for whom it does not concern; `log-not-sealed` before its day is sealed; `too-busy`.
 */
export function createProveLookup({ lookupLog, logRoots, standings }: ProofDeps) {
  const find = async (id: string): Promise<LoggedLookup | undefined> => {
    const found = await Promise.all(
      jurisdictions.map(({ code }) => lookupLog.find({ jurisdiction: code, id, ...whenOf(id) })),
    );
    return found.find((each) => each !== undefined);
  };
  const openedTo = (who: Caller, lookup: LoggedLookup) =>
    ownKeys(who).flatMap((key) => openSubject(lookup, key) ?? [])[0];
  const openTo = async (caller: Caller, lookup: LoggedLookup) => {
    const told = openedTo(caller, lookup);
    if (told !== undefined || caller.subjectKey === undefined) return told;
    return openedTo(await knownByLinks(caller, lookup.subjects, standings), lookup);
  };
  return async (caller: Caller, id: string): Promise<LookupProof> => {
    const lookup = await find(id);
    if (lookup === undefined) throw new DomainError('not-found');
    const subject = await openTo(caller, lookup);
    const mayKnowWho = caller.id === lookup.caller || caller.roles.includes('auditor');
    if (subject === undefined && !mayKnowWho) throw new DomainError('not-found');
    const { jurisdiction, on: day } = lookup;
    const root = await logRoots.findRoot(jurisdiction, day);
    if (root === undefined)
      throw new DomainError('log-not-sealed', { values: { day, sealedFrom: sealableFrom(day) } });
    const entry = await placeInShard(logRoots, lookup);
    if (entry === undefined) throw new Error('An entry is missing in the tree of its sealed day');
    const shards = await Promise.all(
      Array.from({ length: SHARDS }, async (_, shard) => {
        const tree = await logRoots.findShard({ jurisdiction, day, shard });
        return shardLeaf({ shard, size: tree?.size ?? 0, root: tree?.root ?? EMPTY });
      }),
    );
    return {
      content: leafContentOf(lookup),
      ...(mayKnowWho && { caller: openCaller(lookup) }),
      ...(subject && { subject }),
      entry,
      shards: { index: entry.shard, size: SHARDS, path: texts(inclusionPath(entry.shard, shards)) },
      statement: root.statement,
    };
  };
}

export type ProveLookup = ReturnType<typeof createProveLookup>;
