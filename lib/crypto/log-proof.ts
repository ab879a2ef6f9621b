import type { JWK } from 'jose';
import type { Instant } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { canonicalJson } from './canonical-hash.ts';
import { verifyCompact } from './jws.ts';
import { commitmentTo, type LeafContent, lookupLeaf, type Opened } from './lookup-leaf.ts';
import { type Hash, isConsistent, leafHash, rootByInclusion, type Tree } from './merkle.ts';
import { isOfRetiredKey } from './verification-keys.ts';

/** `typ` of the JWS over a day's root. */
export const LOG_ROOT_TYPE = 'tongbiao-log-root+jwt';

/** One shard of a day's log: a tree over its entries in the order of their keys. */
export interface ShardTree {
  readonly shard: number;
  readonly size: number;
  readonly root: string;
}

/** What is signed of a finished day: its own root, and the root of all days up to it, in their order. */
export interface DayRoot {
  readonly jurisdiction: string;
  readonly day: PlainDate;
  readonly entries: number;
  /** Over the trees of the shards. */
  readonly root: string;
  /** So many days, and the root of the tree of which each of them is a leaf. */
  readonly log: { readonly size: number; readonly root: string };
  readonly sealedAt: Instant;
}

/** A place in a tree and the way up from it. */
export interface Place {
  readonly index: number;
  readonly size: number;
  readonly path: readonly string[];
}

/** That one look-up stands in the log, for whoever it concerns; others in it stay hidden. */
export interface LookupProof {
  readonly content: LeafContent;
  readonly caller?: Opened;
  readonly subject?: Opened & { readonly index: number; readonly path: readonly string[] };
  readonly entry: Place & { readonly shard: number };
  readonly shards: Place;
  /** The day's root, signed. */
  readonly statement: string;
}

const text = (hash: Hash): string => Buffer.from(hash).toString('base64url');
export const hashOf = (base64url: string): Hash => Buffer.from(base64url, 'base64url');

export const shardLeaf = ({ shard, size, root }: ShardTree): Hash =>
  leafHash(canonicalJson({ form: 'tongbiao-log-shard/1', shard, size, root }));

export const dayLeaf = ({ jurisdiction, day, entries, root }: Omit<DayRoot, 'log' | 'sealedAt'>): Hash =>
  leafHash(canonicalJson({ form: 'tongbiao-log-day/1', jurisdiction, day, entries, root }));

export const treeOf = ({ log }: DayRoot): Tree => ({ size: log.size, root: hashOf(log.root) });

/** A public key as `GET /standards/keys` tells it; a former one with the end of its time. */
export type LogKey = JWK & { readonly retiredAt?: string };

/** A day's signed root; `undefined` where the signature does not hold, or is of a key that was retired before the day was sealed. */
export async function verifyDayRoot(
  statement: string,
  keys: readonly LogKey[],
): Promise<DayRoot | undefined> {
  const verified = await verifyCompact(statement, LOG_ROOT_TYPE, keys);
  if (!verified.valid) return undefined;
  const root = verified.payload as DayRoot;
  return isOfRetiredKey(keys, verified.keyId, root.sealedAt) ? undefined : root;
}

const climb = (leaf: Hash, { index, size, path }: Place): Hash | undefined =>
  rootByInclusion(leaf, { index, size, path: path.map(hashOf) });

const equal = (hash: Hash | undefined, base64url: string): boolean =>
  hash !== undefined && text(hash) === base64url;

export type ProofFault = 'bad-statement' | 'other-day' | 'caller' | 'subject' | 'not-in-log';

/** Checks a proof by itself and the public keys; nothing is asked of the service. */
export async function faultOfProof(
  proof: LookupProof,
  keys: readonly LogKey[],
): Promise<ProofFault | undefined> {
  const { content, caller, subject, entry, shards } = proof;
  const root = await verifyDayRoot(proof.statement, keys);
  if (root === undefined) return 'bad-statement';
  const { jurisdiction, on } = content.lookup;
  if (root.jurisdiction !== jurisdiction || root.day !== on) return 'other-day';
  if (caller !== undefined && !equal(commitmentTo('caller', caller), content.caller)) return 'caller';
  if (subject !== undefined) {
    const place = { index: subject.index, size: content.subjects.count, path: subject.path };
    if (!equal(climb(commitmentTo('subject', subject), place), content.subjects.root)) return 'subject';
  }
  const shardRoot = climb(lookupLeaf(content), entry);
  if (shardRoot === undefined || shards.index !== entry.shard) return 'not-in-log';
  const leaf = shardLeaf({ shard: entry.shard, size: entry.size, root: text(shardRoot) });
  return equal(climb(leaf, shards), root.root) ? undefined : 'not-in-log';
}

/** True where a later day's log holds all days of an earlier one's, unchanged. */
export const continues = (earlier: DayRoot, later: DayRoot, path: readonly string[]): boolean =>
  earlier.jurisdiction === later.jurisdiction &&
  isConsistent(treeOf(earlier), treeOf(later), path.map(hashOf));
