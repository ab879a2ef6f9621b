import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Instant } from '../domain/time/instant.ts';
import { keys } from './keys.ts';
import { packedText, packText, unpackText } from './packed-text.ts';
import type { Write } from './transaction.ts';

/**
 * What a request under an `Idempotency-Key` was answered. A plain hash of a body that names persons could be tried
 * out number by number: so the hash is keyed (see `askedOnce`), or taken over a command in which keyed hashes stand
 * for persons.
 */
export interface AnsweredRequest {
  readonly bodyHash: string;
  readonly status: number;
  /** The body as JSON, as it went out. */
  readonly body: string;
  readonly language?: string | undefined;
}

const KEPT_SECONDS = 86_400;

const stored = z.object({
  bodyHash: z.string(),
  status: z.int(),
  body: packedText,
  language: z.optional(z.string()),
  expiresAt: z.int(),
});

const secondsOf = (at: Instant): number => Math.floor(Date.parse(at) / 1000);

/** Answered requests, kept for a day in the table their command writes. */
export function createRequestStore(client: DynamoDBDocumentClient, table: string) {
  return {
    /** Passes over what has expired at `at`: the table drops it later, at a time of its own. */
    async find(caller: string, key: string, at: Instant): Promise<AnsweredRequest | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.request(caller, key), ConsistentRead: true }),
      );
      if (Item === undefined) return undefined;
      const { expiresAt, body, ...answered } = z.parse(stored, Item);
      return expiresAt > secondsOf(at) ? { ...answered, body: unpackText(body) } : undefined;
    },
    /** To be written with the command itself; fails as `request-is-new` while an earlier one is kept. */
    remember: (
      caller: string,
      key: string,
      answered: AnsweredRequest,
      at: Instant,
    ): Write<'request-is-new'> => ({
      condition: 'request-is-new',
      item: {
        Put: {
          TableName: table,
          Item: {
            ...keys.request(caller, key),
            ...answered,
            body: packText(answered.body),
            expiresAt: secondsOf(at) + KEPT_SECONDS,
          },
          ConditionExpression: 'attribute_not_exists(pk) OR #expiresAt <= :now',
          ExpressionAttributeNames: { '#expiresAt': 'expiresAt' },
          ExpressionAttributeValues: { ':now': secondsOf(at) },
        },
      },
    }),
  };
}

export type RequestStore = ReturnType<typeof createRequestStore>;
