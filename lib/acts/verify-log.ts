import * as z from 'zod/mini';
import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { canonicalJson } from '../crypto/canonical-hash.ts';
import { dayLeaf, type LogKey, shardLeaf, verifyDayRoot } from '../crypto/log-proof.ts';
import { leafOf } from '../crypto/lookup-leaf.ts';
import { type Hash, rootOf } from '../crypto/merkle.ts';
import { addDays, type PlainDate } from '../domain/time/plain-date.ts';
import { CHUNK, type LogRootStore, type SignedDay } from '../store/log-root-store.ts';
import { SHARDS } from '../store/lookup-append.ts';
import { type LookupLogStore, Misfiled } from '../store/lookup-log-store.ts';

export interface VerifyLogDeps {
  readonly lookupLog: Pick<LookupLogStore, 'pagesOf'>;
  readonly logRoots: Pick<
    LogRootStore,
    'allRootsUpTo' | 'findBegin' | 'findSealed' | 'findShard' | 'findLeaves'
  >;
  /** Public keys, current and former ones. */
  readonly keys: readonly LogKey[];
}

export type LogFault =
  /** The statement is not signed by a key at hand. */
  | { readonly kind: 'bad-signature' }
  /** What is signed is not what is kept beside it. */
  | { readonly kind: 'other-statement' }
  /** A day is missing, or the log does not begin where it says. */
  | { readonly kind: 'gap'; readonly expected: PlainDate }
  /** The roots of the days do not give the root of the log. */
  | { readonly kind: 'broken-chain' }
  /** The entries that stand there now do not give the root of the day. */
  | { readonly kind: 'other-root' }
  | { readonly kind: 'missing' | 'added'; readonly shard: number; readonly count: number }
  /** An entry that was not sealed so; `place` is its key. */
  | { readonly kind: 'changed'; readonly shard: number; readonly place: string };

export interface DayVerdict {
  readonly jurisdiction: string;
  readonly day: PlainDate;
  readonly entries: number;
  readonly faults: readonly LogFault[];
}

const text = (hash: Hash): string => Buffer.from(hash).toString('base64url');
const EMPTY = text(rootOf([]));

interface ReadShard {
  readonly leaves: readonly Hash[];
  readonly places: readonly string[];
  readonly unreadable: boolean;
}

/** An entry that cannot be read any more was changed: the rest of its shard is not read then. */
async function readShard(
  { lookupLog }: VerifyLogDeps,
  at: { readonly jurisdiction: string; readonly day: PlainDate; readonly shard: number },
): Promise<ReadShard> {
  const leaves: Hash[] = [];
  const places: string[] = [];
  try {
    for await (const page of lookupLog.pagesOf(at))
      for (const lookup of page) {
        leaves.push(leafOf(lookup));
        places.push(`${lookup.at}#${lookup.id}`);
      }
    return { leaves, places, unreadable: false };
  } catch (error) {
    if (!(error instanceof Misfiled || error instanceof z.core.$ZodError)) throw error;
    return { leaves, places, unreadable: true };
  }
}

/** What differs from the sealed leaves. They only help to tell where: the verdict rests on the signed root. */
async function differences(
  { logRoots }: VerifyLogDeps,
  at: { readonly jurisdiction: string; readonly day: PlainDate; readonly shard: number },
  { leaves, places, unreadable }: ReadShard,
): Promise<readonly LogFault[]> {
  const { shard } = at;
  if (unreadable) return [{ kind: 'changed', shard, place: places.at(-1) ?? 'first' }];
  const tree = await logRoots.findShard(at);
  const sealed = new Set<string>();
  for (let chunk = 0; chunk * CHUNK < (tree?.size ?? 0); chunk += 1)
    for (const leaf of await logRoots.findLeaves(at, chunk)) sealed.add(text(leaf));
  const now = new Set(leaves.map(text));
  const strangers = leaves.flatMap((leaf, index) => (sealed.has(text(leaf)) ? [] : [places[index] ?? '']));
  const gone = [...sealed].filter((leaf) => !now.has(leaf)).length;
  const changed = strangers.slice(0, gone);
  return [
    ...changed.map((place) => ({ kind: 'changed', shard, place }) as const),
    ...(gone > changed.length ? [{ kind: 'missing', shard, count: gone - changed.length } as const] : []),
    ...(strangers.length > gone ? [{ kind: 'added', shard, count: strangers.length - gone } as const] : []),
  ];
}

async function faultsOfEntries(deps: VerifyLogDeps, root: SignedDay): Promise<readonly LogFault[]> {
  const { jurisdiction, day } = root;
  const faults: LogFault[] = [];
  const trees: Hash[] = [];
  for (let shard = 0; shard < SHARDS; shard += 1) {
    const at = { jurisdiction, day, shard };
    const read = await readShard(deps, at);
    const shardRoot = text(rootOf(read.leaves));
    trees.push(shardLeaf({ shard, size: read.leaves.length, root: shardRoot }));
    const tree = await deps.logRoots.findShard(at);
    if (read.unreadable || (tree?.root ?? EMPTY) !== shardRoot)
      faults.push(...(await differences(deps, at, read)));
  }
  return text(rootOf(trees)) === root.root ? faults : [{ kind: 'other-root' }, ...faults];
}

async function faultsOfStatement(root: SignedDay, keys: readonly LogKey[]): Promise<readonly LogFault[]> {
  const { statement, ...kept } = root;
  const signed = await verifyDayRoot(statement, keys);
  if (signed === undefined) return [{ kind: 'bad-signature' }];
  return canonicalJson(signed) === canonicalJson(kept) ? [] : [{ kind: 'other-statement' }];
}

/**
 * Checks the log of both sides whole: every sealed day's entries against its root, every root against its signature,
 * and all roots against one another. Says of each day what is wrong with it.
 */
export function createVerifyLog(deps: VerifyLogDeps) {
  return async function* verify(last: PlainDate): AsyncGenerator<DayVerdict> {
    for (const { code: jurisdiction } of jurisdictions) {
      const days = await deps.logRoots.allRootsUpTo(jurisdiction, last);
      const leaves = days.map(dayLeaf);
      let expected = (await deps.logRoots.findBegin(jurisdiction)) ?? days[0]?.day;
      if (expected === undefined) continue;
      for (const [index, root] of days.entries()) {
        const { day, entries, log } = root;
        const chained = log.size === index + 1 && log.root === text(rootOf(leaves.slice(0, index + 1)));
        const faults: readonly LogFault[] = [
          ...(day === expected ? [] : [{ kind: 'gap', expected } as const]),
          ...(chained ? [] : [{ kind: 'broken-chain' } as const]),
          ...(await faultsOfStatement(root, deps.keys)),
          ...(await faultsOfEntries(deps, root)),
        ];
        yield { jurisdiction, day, entries, faults };
        expected = addDays(day, 1);
      }
      /* Sealed, and its signed root is gone, or was never made: a run that broke off there is ended by the next. */
      const unsigned = await deps.logRoots.findSealed(jurisdiction, expected);
      if (unsigned !== undefined && expected <= last)
        yield { jurisdiction, day: expected, entries: unsigned.entries, faults: [{ kind: 'gap', expected }] };
    }
  };
}

export type VerifyLog = ReturnType<typeof createVerifyLog>;
