import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Instant } from '../domain/time/instant.ts';
import { keys } from './keys.ts';
import type { Write } from './transaction.ts';

/** What a source last said of itself, and when. */
export interface Heartbeat {
  readonly source: string;
  readonly completeUpTo: Instant;
  readonly at: Instant;
  /** The authority that sent it. */
  readonly sentBy: string;
}

/** Up to when each source that ever started is complete. */
export type Completeness = ReadonlyMap<string, Instant>;

const instant = z.custom<Instant>((value) => typeof value === 'string');
const stored = z.object({ source: z.string(), completeUpTo: instant, at: instant, sentBy: z.string() });
const fromItem = (item: unknown): Heartbeat => z.parse(stored, item);

/** How far each source is complete, now and as it was known before. */
export function createSourceStore(client: DynamoDBDocumentClient, table: string) {
  return {
    /** All sources of both sides: a small partition, one consistent Query. */
    async readAll(signal: AbortSignal): Promise<Completeness> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': keys.source('').pk },
          ConsistentRead: true,
          Limit: 1000,
        }),
        { abortSignal: signal },
      );
      return new Map(Items.map(fromItem).map(({ source, completeUpTo }) => [source, completeUpTo]));
    },

    async find(source: string): Promise<Heartbeat | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.source(source), ConsistentRead: true }),
      );
      return Item && fromItem(Item);
    },

    /** The last heartbeat that had come in at an instant. */
    async findAsKnown(source: string, knownAt: Instant, signal: AbortSignal): Promise<Heartbeat | undefined> {
      const { pk, sk } = keys.heartbeat(source, knownAt);
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk <= :knownAt',
          ExpressionAttributeValues: { ':pk': pk, ':knownAt': sk },
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: 1,
        }),
        { abortSignal: signal },
      );
      return Items[0] && fromItem(Items[0]);
    },

    /**
     * A heartbeat, as the source's latest and for its history. Two of one millisecond share a place there: the
     * later one is ahead, or it would not have been written.
     */
    advance: (heartbeat: Heartbeat): readonly Write[] => [
      {
        condition: 'heartbeat-is-ahead',
        item: {
          Put: {
            TableName: table,
            Item: { ...keys.source(heartbeat.source), ...heartbeat },
            ConditionExpression: 'attribute_not_exists(pk) OR #completeUpTo < :new',
            ExpressionAttributeNames: { '#completeUpTo': 'completeUpTo' },
            ExpressionAttributeValues: { ':new': heartbeat.completeUpTo },
          },
        },
      },
      {
        condition: 'heartbeat-kept',
        item: {
          Put: {
            TableName: table,
            Item: { ...keys.heartbeat(heartbeat.source, heartbeat.at), ...heartbeat },
          },
        },
      },
    ],
  };
}

export type SourceStore = ReturnType<typeof createSourceStore>;
