import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type Change, changeTypes, type NumberedChange } from '../domain/changes/change.ts';
import type { Instant } from '../domain/time/instant.ts';
import { getAll } from './batch-get.ts';
import { CHANGES_OF_SEGMENT, keys } from './keys.ts';
import type { Write } from './transaction.ts';

const text = z.string();
const stored = z.object({
  number: z.int(),
  change: z.object({
    id: text,
    side: text,
    type: z.enum(changeTypes),
    at: z.custom<Instant>((value) => typeof value === 'string'),
    subject: text,
    authority: text,
    data: z.record(text, z.unknown()),
  }),
});
const marker = z.object({ event: text, number: z.int() });
const counter = z.object({ last: z.int() });

/** Each change is written with its marker, beside the counter of the side; a transaction takes a hundred items. */
export const MOST_AT_ONCE = 49;

/** The feed of changes: each event once, in its place on its side. It stays, as who follows may come back late. */
export function createChangeStore(client: DynamoDBDocumentClient, table: string) {
  const put = (condition: string, item: Record<string, unknown>, read?: number): Write => ({
    condition,
    item: {
      Put: {
        TableName: table,
        Item: item,
        ...(read === undefined || read === 0
          ? { ConditionExpression: 'attribute_not_exists(pk)' }
          : {
              ConditionExpression: '#last = :read',
              ExpressionAttributeNames: { '#last': 'last' },
              ExpressionAttributeValues: { ':read': read },
            }),
      },
    },
  });
  return {
    /** The numbers that these events have already been given; at most a hundred are asked for. */
    async findNumbers(events: readonly string[]): Promise<ReadonlyMap<string, number>> {
      const found = await getAll(client, table, events.map(keys.sequenced));
      return new Map(
        found.map((item) => {
          const { event, number } = z.parse(marker, item);
          return [event, number];
        }),
      );
    },

    /** 0 where a side has no change yet. */
    async getLast(side: string): Promise<number> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.lastChange(side), ConsistentRead: true }),
      );
      return Item === undefined ? 0 : z.parse(counter, Item).last;
    },

    /** Gives the changes of one side the numbers after `last`: all of them together, and only where that is still the last. */
    append: (side: string, last: number, changes: readonly Change[]): readonly Write[] => [
      put('sequence-unchanged', { ...keys.lastChange(side), last: last + changes.length }, last),
      ...changes.flatMap((change, at) => {
        const number = last + at + 1;
        return [
          put('event-is-unsequenced', { ...keys.sequenced(change.id), event: change.id, number }),
          put('number-is-free', { ...keys.change(side, number), number, change }),
        ];
      }),
    ],

    /**
     * What comes after a number, up to so many and to the end of its partition, without a gap. A Query does not see a
     * transaction whole: it can show number 5 a moment before it shows 4. As there are no gaps, what stands behind
     * one is left for the next time, and nobody who goes on from what he was told passes anything over.
     */
    async listAfter(side: string, after: number, limit: number): Promise<readonly NumberedChange[]> {
      const first = keys.change(side, after + 1);
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk >= :first',
          ExpressionAttributeValues: { ':pk': first.pk, ':first': first.sk },
          Limit: Math.min(limit, CHANGES_OF_SEGMENT),
        }),
      );
      const read = Items.map((item) => z.parse(stored, item));
      const gap = read.findIndex(({ number }, at) => number !== after + at + 1);
      return gap < 0 ? read : read.slice(0, gap);
    },
  };
}

export type ChangeStore = ReturnType<typeof createChangeStore>;
