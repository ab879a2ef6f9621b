import { jurisdictions } from '../../catalog/jurisdictions.ts';
import { signCompact } from '../crypto/jws.ts';
import { dayLeaf, LOG_ROOT_TYPE, type ShardTree, shardLeaf } from '../crypto/log-proof.ts';
import { type Hash, rootOf } from '../crypto/merkle.ts';
import type { Signer } from '../crypto/signer.ts';
import { endOfDayInChina, type Instant, instantOf, type Moment } from '../domain/time/instant.ts';
import { addDays, type PlainDate } from '../domain/time/plain-date.ts';
import { rootName } from '../store/evidence-files.ts';
import type { SealedDay, SignedDay } from '../store/log-root-store.ts';
import { SHARDS } from '../store/lookup-append.ts';
import { type GrowShardDeps, growShard } from './grow-shard.ts';

export interface SealLogDeps extends GrowShardDeps {
  readonly logSigner: Signer;
}

/**
 * A day is sealed this long after it has ended in China. A look-up takes its day from the clock when it arrives, has
 * three seconds for its entry and at most a minute to live, so nothing of the day can still be under way by then.
 */
export const SEAL_AFTER_MS = 3_600_000;

/** The most days of one side that one run seals; the next run goes on. */
const MOST_DAYS_A_RUN = 100;

/** From when on a day may be sealed. */
export const sealableFrom = (day: PlainDate): Instant =>
  instantOf(new Date(Date.parse(endOfDayInChina(day)) + SEAL_AFTER_MS));

const text = (hash: Hash): string => Buffer.from(hash).toString('base64url');

/**
 * Seals what one day of one side holds. What it is sealed as is written before it is signed, so that a run that is
 * repeated or runs beside another signs the same and nothing else.
 */
async function sealDay(
  deps: SealLogDeps,
  { jurisdiction, day }: { readonly jurisdiction: string; readonly day: PlainDate },
  earlier: readonly SignedDay[],
  sealedAt: Instant,
): Promise<SignedDay> {
  const { logRoots, logSigner } = deps;
  /* One after the other: memory is that of one shard, and what a run has no time for is a few whole shards. */
  const trees: ShardTree[] = [];
  for (let shard = 0; shard < SHARDS; shard += 1)
    trees.push(await growShard(deps, { jurisdiction, day, shard }));
  const entries = trees.reduce((sum, { size }) => sum + size, 0);
  const own = { jurisdiction, day, entries, root: text(rootOf(trees.map(shardLeaf))) };
  const leaves = [...earlier, own].map(dayLeaf);
  const log = { size: leaves.length, root: text(rootOf(leaves)) };
  const sealed: SealedDay = await logRoots.sealDay({ ...own, log, sealedAt });
  const signed = { ...sealed, statement: await signCompact(logSigner, LOG_ROOT_TYPE, sealed) };
  /* A root that is published has its copies: where the bucket takes none, the next run tries the day again. */
  await deps.evidence.put(rootName(jurisdiction, day), JSON.stringify(signed));
  await logRoots.publish(signed);
  return signed;
}

/** What a run sealed. */
export type Sealed = readonly {
  readonly jurisdiction: string;
  readonly day: PlainDate;
  readonly entries: number;
}[];

/**
 * Seals every finished day of both sides' logs that is not sealed yet, in order and without a gap. It may run as
 * often as one likes, and beside itself. The log begins with the last day the first run can seal, so that there is
 * a root from then on.
 */
export function createSealLog(deps: SealLogDeps) {
  return async ({ at, on }: Moment): Promise<Sealed> => {
    const done: SignedDay[] = [];
    const yesterday = addDays(on, -1);
    const lastSealable = sealableFrom(yesterday) <= at ? yesterday : addDays(yesterday, -1);
    for (const { code: jurisdiction } of jurisdictions) {
      const first = await deps.logRoots.beginOn(jurisdiction, lastSealable);
      const earlier = [...(await deps.logRoots.allRootsUpTo(jurisdiction, on))];
      let day = earlier.at(-1) === undefined ? first : addDays(earlier.at(-1)?.day ?? first, 1);
      for (let count = 0; sealableFrom(day) <= at && count < MOST_DAYS_A_RUN; count += 1) {
        const signed = await sealDay(deps, { jurisdiction, day }, earlier, at);
        earlier.push(signed);
        done.push(signed);
        day = addDays(day, 1);
      }
    }
    return done.map(({ jurisdiction, day, entries }) => ({ jurisdiction, day, entries }));
  };
}

export type SealLog = ReturnType<typeof createSealLog>;
