import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { DisclosureEnd } from '../domain/credit/disclosure-end.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { getAll } from './batch-get.ts';
import { keys } from './keys.ts';

const text = z.string();
const day = z.custom<PlainDate>((value) => typeof value === 'string');
const stored = z.object({
  record: text,
  version: z.int(),
  class: text,
  jurisdiction: text,
  issuedBy: text,
  authorityKind: z.enum(['registration', 'court', 'credit-platform']),
  endedOn: day,
});
const position = z.object({
  day,
  shard: z.int(),
  after: z.exactOptional(text),
  begunAt: z.custom<Instant>((value) => typeof value === 'string'),
});

/** An end out of a stream; `undefined` for every other item of the table. */
export const endOfImage = (image: Readonly<Record<string, unknown>>): DisclosureEnd | undefined =>
  String(image.pk).startsWith('ENDED#') ? z.parse(stored, image) : undefined;

/** Where a walk over the days goes on: in which shard of a day, after which place, and when that day was begun. */
export type WalkPosition = z.output<typeof position>;

export type EndNamed = Pick<DisclosureEnd, 'record' | 'endedOn'>;

/** Ends of disclosure that were told of, and how far the days are walked. Nothing is read from either to decide anything. */
export function createEndStore(client: DynamoDBDocumentClient, table: string) {
  return {
    /** Those of the ends, at most a hundred, that are told of. */
    async findTold(ends: readonly EndNamed[]): Promise<readonly EndNamed[]> {
      if (ends.length === 0) return [];
      const items = await getAll(
        client,
        table,
        ends.map(({ record, endedOn }) => keys.ended(record, endedOn)),
      );
      return items.map((item) => z.parse(stored, item));
    },

    /** False where it stands there already. */
    async tell(end: DisclosureEnd): Promise<boolean> {
      const notToldYet = 'attribute_not_exists(pk)';
      const item = { ...keys.ended(end.record, end.endedOn), ...end };
      try {
        await client.send(new PutCommand({ TableName: table, Item: item, ConditionExpression: notToldYet }));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    async findPosition(): Promise<WalkPosition | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.endWalk(), ConsistentRead: true }),
      );
      return Item && z.parse(position, Item);
    },

    async keepPosition(next: WalkPosition): Promise<void> {
      await client.send(new PutCommand({ TableName: table, Item: { ...keys.endWalk(), ...next } }));
    },
  };
}

export type EndStore = ReturnType<typeof createEndStore>;
