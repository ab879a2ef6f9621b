import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { latestEnd, type Watch, type WatchHit, watchedKeys } from '../domain/credit/watch.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import { endOfDayInChina } from '../domain/time/instant.ts';
import { addDays, type PlainDate } from '../domain/time/plain-date.ts';
import { getAll } from './batch-get.ts';
import { cursorFrom, type Page, positionOf } from './cursor.ts';
import { epochSecondOf } from './expiry.ts';
import { type Key, keys } from './keys.ts';
import type { Write } from './transaction.ts';

const PAGE_SIZE = 50;
const KEPT_DAYS = 30;
const HITS_KEPT_DAYS = 180;
/** There is at most one watch of a subject for each authority, and not as many authorities. */
const MOST_WATCHERS = 1000;
const MARKS_AT_ONCE = 100;

const text = z.string();
const storedWatch = z.looseObject({
  id: text,
  authority: text,
  subject: text,
  otherKey: z.optional(text),
  purpose: text,
  basis: text,
  askedBy: text,
  lookup: text,
  since: text,
  until: text,
  endedAt: z.optional(text),
});
const storedMark = z.object({ subject: text });
const storedHit = z.looseObject({
  watch: text,
  authority: text,
  purpose: text,
  record: z.optional(text),
  version: z.optional(z.int()),
  kind: text,
  jurisdiction: text,
  at: text,
});

type Item = Record<string, unknown>;
const bare = <T>(schema: z.ZodMiniType, item: unknown): T => {
  const { pk: _pk, sk: _sk, expiresAt: _expiresAt, ...rest } = z.parse(schema, item) as Item;
  return rest as T;
};
const watchFrom = (item: unknown): Watch => bare(storedWatch, item);

/** A version of a record is told once to an authority, and once for each watch whatever else there is. */
const whatOf = ({ record, version, kind, watch }: WatchHit): string =>
  version === undefined
    ? [kind, record ?? '', watch].join('#')
    : [record, String(version).padStart(6, '0')].join('#');

/** What authorities watch, by authority and by subject, and what they are told of it. Dropped by the table in time. */
export function createWatchStore(client: DynamoDBDocumentClient, table: string) {
  async function page<T>(
    pk: string,
    from: (item: unknown) => T,
    { binding, cursor, newestFirst }: PageAsked,
  ): Promise<Page<T>> {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        ScanIndexForward: !newestFirst,
        Limit: PAGE_SIZE,
        ExclusiveStartKey: cursor === undefined ? undefined : { pk, ...positionOf(binding, cursor, ['sk']) },
      }),
    );
    return {
      entries: Items.map(from),
      ...(LastEvaluatedKey && { next: cursorFrom(binding, { sk: String(LastEvaluatedKey.sk) }) }),
    };
  }

  const put = (key: Key, watch: Watch): Write => ({
    condition: 'watch-kept',
    item: {
      Put: {
        TableName: table,
        Item: {
          ...key,
          ...watch,
          expiresAt: epochSecondOf(endOfDayInChina(addDays(watch.until, KEPT_DAYS))),
        },
      },
    },
  });

  /** Kept as long as a watch can be that begins on the day: so whoever else watches the subject loses no mark by it. */
  const mark = (subject: SubjectKey, on: PlainDate): Write => ({
    condition: 'watch-kept',
    item: {
      Put: {
        TableName: table,
        Item: {
          ...keys.watched(subject),
          subject,
          expiresAt: epochSecondOf(endOfDayInChina(addDays(latestEnd(on), KEPT_DAYS))),
        },
      },
    },
  });

  return {
    /** By authority, and by the subject under each key of theirs at hand, to be written together. */
    keep: (watch: Watch, on: PlainDate): readonly Write[] => [
      put(keys.watch(watch.authority, watch.id), watch),
      ...watchedKeys(watch).flatMap((key) => [put(keys.watcher(key, watch.authority), watch), mark(key, on)]),
    ],

    /**
     * Those of some keys that anybody watches, or did a while ago. Most are watched by nobody, and a hundred marks are read
     * in one call, where watchers take one for each key.
     */
    async findWatched(subjects: readonly SubjectKey[]): Promise<ReadonlySet<SubjectKey>> {
      const found = new Set<SubjectKey>();
      for (let from = 0; from < subjects.length; from += MARKS_AT_ONCE) {
        const asked = subjects.slice(from, from + MARKS_AT_ONCE).map(keys.watched);
        for (const item of await getAll(client, table, asked))
          found.add(z.parse(storedMark, item).subject as SubjectKey);
      }
      return found;
    },

    async find(authority: string, id: string): Promise<Watch | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.watch(authority, id), ConsistentRead: true }),
      );
      return Item && watchFrom(Item);
    },

    /** How many an authority has, counted up to a number. */
    async countUpTo(authority: string, most: number): Promise<number> {
      const { Count = 0 } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': keys.watch(authority, '').pk },
          Select: 'COUNT',
          Limit: most,
        }),
      );
      return Count;
    },

    list: (authority: string, asked: Omit<PageAsked, 'newestFirst'>): Promise<Page<Watch>> =>
      page(keys.watch(authority, '').pk, watchFrom, { ...asked, newestFirst: false }),

    /** Whoever watches a subject, or did a while ago. */
    async listWatchers(subject: SubjectKey): Promise<readonly Watch[]> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': keys.watcher(subject, '').pk },
          ConsistentRead: true,
          Limit: MOST_WATCHERS,
        }),
      );
      return Items.map(watchFrom);
    },

    /** Told once; again changes nothing. */
    async tell(hit: WatchHit): Promise<void> {
      const notToldYet = 'attribute_not_exists(pk)';
      const day = epochSecondOf(hit.at);
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: {
              ...keys.watchHit(hit.authority, hit.at, whatOf(hit)),
              ...hit,
              expiresAt: day + HITS_KEPT_DAYS * 86_400,
            },
            ConditionExpression: notToldYet,
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },

    listHits: (authority: string, asked: Omit<PageAsked, 'newestFirst'>): Promise<Page<WatchHit>> =>
      page(keys.watchHit(authority, '' as WatchHit['at'], '').pk, (item) => bare<WatchHit>(storedHit, item), {
        ...asked,
        newestFirst: true,
      }),
  };
}

interface PageAsked {
  readonly binding: string;
  readonly cursor?: string | undefined;
  readonly newestFirst: boolean;
}

export type WatchStore = ReturnType<typeof createWatchStore>;
