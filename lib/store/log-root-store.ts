import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Instant } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { keys } from './keys.ts';

/** The tree over one shard of a finished day. Its leaves are kept apart, in chunks of one size. */
export interface KeptShard {
  readonly size: number;
  readonly root: string;
  /** The root over each chunk; all but the last chunk are full. */
  readonly chunkRoots: readonly Uint8Array[];
  /** The first entry of each chunk, as `at#id`. */
  readonly firsts: readonly string[];
}

export interface SealedShard extends KeptShard {
  readonly shard: number;
}

/** What a day is sealed as; the signature is made over this and nothing else, however often it is tried. */
export interface SealedDay {
  readonly jurisdiction: string;
  readonly day: PlainDate;
  readonly entries: number;
  readonly root: string;
  readonly log: { readonly size: number; readonly root: string };
  readonly sealedAt: Instant;
}

export interface SignedDay extends SealedDay {
  /** Compact JWS. */
  readonly statement: string;
}

/** Entries of a chunk: their hashes take 32 kB. A shard may hold about four million entries. */
export const CHUNK = 1024;
const HASH_BYTES = 32;
const PAGE_SIZE = 50;
/** A hundred years. */
const MOST_DAYS = 36_600;

const text = z.string();
const day = z.custom<PlainDate>((value) => typeof value === 'string');
const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array);
const sealed = z.object({
  jurisdiction: text,
  day,
  entries: z.int(),
  root: text,
  log: z.object({ size: z.int(), root: text }),
  sealedAt: z.custom<Instant>((value) => typeof value === 'string'),
});
const signed = z.extend(sealed, { statement: text });
const grownShape = z.object({
  after: text,
  size: z.int(),
  chunkRoots: bytes,
  firsts: z.array(text),
  leaves: bytes,
  parts: z.int(),
});
const kept = z.object({ size: z.int(), root: text, chunkRoots: bytes, firsts: z.array(text) });

/** A day's root with its signature, as it is kept, or in a copy of it. */
export const signedDayFrom = (value: unknown): SignedDay => z.parse(signed, value);

const joined = (hashes: readonly Uint8Array[]): Uint8Array => Buffer.concat(hashes);
const apart = (all: Uint8Array): readonly Uint8Array[] =>
  Array.from({ length: all.length / HASH_BYTES }, (_, at) =>
    all.subarray(at * HASH_BYTES, at * HASH_BYTES + HASH_BYTES),
  );

/** How far a shard of a long day was read when a part of its copy ended. */
export interface GrownShard extends Pick<KeptShard, 'size' | 'chunkRoots' | 'firsts'> {
  /** The last entry that was read, as `at#id`. */
  readonly after: string;
  /** Of the chunk that is not full yet. */
  readonly leaves: readonly Uint8Array[];
  /** Of the copy. */
  readonly parts: number;
}

export interface ShardOfDay {
  readonly jurisdiction: string;
  readonly day: PlainDate;
  readonly shard: number;
}

/** Roots of the log of look-ups, and the trees below them. All that is sealed is written once and never changed. */
export function createLogRootStore(client: DynamoDBDocumentClient, table: string) {
  const get = async (Key: { readonly pk: string; readonly sk: string }) =>
    (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item;
  /** False where something stands there already, which stays. */
  const putOnce = async (Item: Record<string, unknown>): Promise<boolean> => {
    const notThereYet = 'attribute_not_exists(pk)';
    try {
      await client.send(new PutCommand({ TableName: table, Item, ConditionExpression: notThereYet }));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  const findBegin = async (jurisdiction: string): Promise<PlainDate | undefined> => {
    const item = await get(keys.logBegin(jurisdiction));
    return item && z.parse(z.object({ day }), item).day;
  };
  const page = async (jurisdiction: string, after: string, limit: number) => {
    const { pk } = keys.logRoot(jurisdiction, '');
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk > :after',
        ExpressionAttributeValues: { ':pk': pk, ':after': after === '' ? '0' : after },
        ConsistentRead: true,
        Limit: limit,
      }),
    );
    return {
      days: Items.map((item): SignedDay => z.parse(signed, item)),
      more: LastEvaluatedKey !== undefined,
    };
  };

  return {
    findBegin,

    /** The first day of a side's log: the first one said stays. */
    async beginOn(jurisdiction: string, first: PlainDate): Promise<PlainDate> {
      const found = await findBegin(jurisdiction);
      if (found !== undefined) return found;
      await putOnce({ ...keys.logBegin(jurisdiction), day: first });
      return (await findBegin(jurisdiction)) ?? first;
    },

    async putLeaves(at: ShardOfDay, chunk: number, leaves: readonly Uint8Array[]): Promise<void> {
      const key = keys.shardLeaves(at.jurisdiction, at.day, at.shard, chunk);
      await putOnce({ ...key, leaves: joined(leaves) });
    },

    async findLeaves(at: ShardOfDay, chunk: number): Promise<readonly Uint8Array[]> {
      const item = await get(keys.shardLeaves(at.jurisdiction, at.day, at.shard, chunk));
      return item === undefined ? [] : apart(z.parse(z.object({ leaves: bytes }), item).leaves);
    },

    async putShard(at: ShardOfDay, { chunkRoots, ...shard }: KeptShard): Promise<void> {
      const key = keys.shardTree(at.jurisdiction, at.day, at.shard);
      await putOnce({ ...key, ...shard, chunkRoots: joined(chunkRoots) });
    },

    async findShard(at: ShardOfDay): Promise<KeptShard | undefined> {
      const item = await get(keys.shardTree(at.jurisdiction, at.day, at.shard));
      if (item === undefined) return undefined;
      const { chunkRoots, ...shard } = z.parse(kept, item);
      return { ...shard, chunkRoots: apart(chunkRoots) };
    },

    /** Written over: where two runs go side by side either place is one to go on from. */
    async keepGrown(at: ShardOfDay, { chunkRoots, leaves, ...shard }: GrownShard): Promise<void> {
      const key = keys.grownShard(at.jurisdiction, at.day, at.shard);
      const Item = { ...key, ...shard, chunkRoots: joined(chunkRoots), leaves: joined(leaves) };
      await client.send(new PutCommand({ TableName: table, Item }));
    },

    async findGrown(at: ShardOfDay): Promise<GrownShard | undefined> {
      const item = await get(keys.grownShard(at.jurisdiction, at.day, at.shard));
      if (item === undefined) return undefined;
      const { chunkRoots, leaves, ...shard } = z.parse(grownShape, item);
      return { ...shard, chunkRoots: apart(chunkRoots), leaves: apart(leaves) };
    },

    /** Says what a day is sealed as, once: whoever comes later gets what was said first. */
    async sealDay(wanted: SealedDay): Promise<SealedDay> {
      const key = keys.logDay(wanted.jurisdiction, wanted.day);
      await putOnce({ ...key, ...wanted });
      return z.parse(sealed, await get(key));
    },

    async findSealed(jurisdiction: string, on: PlainDate): Promise<SealedDay | undefined> {
      const item = await get(keys.logDay(jurisdiction, on));
      return item && z.parse(sealed, item);
    },

    /** Where a signature stands already it stays; another one over the same says nothing else. */
    async publish(root: SignedDay): Promise<void> {
      await putOnce({ ...keys.logRoot(root.jurisdiction, root.day), ...root });
    },

    async findRoot(jurisdiction: string, on: PlainDate): Promise<SignedDay | undefined> {
      const item = await get(keys.logRoot(jurisdiction, on));
      return item && z.parse(signed, item);
    },

    /** Signed days after a day, the earliest first; `next` continues. */
    async listRoots(jurisdiction: string, after: PlainDate | undefined) {
      const { days, more } = await page(jurisdiction, after ?? '', PAGE_SIZE);
      const last = days.at(-1);
      return { days, ...(more && last && { next: last.day }) };
    },

    /** All signed days up to one: one leaf each of the tree of days, a small item a day. */
    async allRootsUpTo(jurisdiction: string, last: PlainDate): Promise<readonly SignedDay[]> {
      const days: SignedDay[] = [];
      let after = '';
      while (days.length < MOST_DAYS) {
        const read = await page(jurisdiction, after, 1_000);
        days.push(...read.days.filter((each) => each.day <= last));
        after = read.days.at(-1)?.day ?? '';
        if (!read.more || after >= last) break;
      }
      return days;
    },
  };
}

export type LogRootStore = ReturnType<typeof createLogRootStore>;
