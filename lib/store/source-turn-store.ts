import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { SourceTurn } from '../domain/credit/source-turn.ts';
import type { Instant } from '../domain/time/instant.ts';
import { keys } from './keys.ts';

const instant = z.custom<Instant>((value) => typeof value === 'string');
const stored = z.object({
  source: z.string(),
  jurisdiction: z.string(),
  owner: z.string(),
  number: z.int(),
  kind: z.enum(['stale', 'restored']),
  completeUpTo: instant,
  maximumLagHours: z.int(),
  at: instant,
});

/** A turn of a source out of a stream; `undefined` for every other item of the table. */
export const turnOfImage = (image: Readonly<Record<string, unknown>>): SourceTurn | undefined =>
  String(image.pk).startsWith('SOURCETURNS#') ? z.parse(stored, image) : undefined;

/** When sources became stale and when they were complete again; each turn once. */
export function createSourceTurnStore(client: DynamoDBDocumentClient, table: string) {
  return {
    async findLast(source: string): Promise<SourceTurn | undefined> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': keys.sourceTurn(source, 0).pk },
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: 1,
        }),
      );
      return Items[0] && z.parse(stored, Items[0]);
    },

    /** False where somebody told of this turn at the same moment. */
    async tell(turn: SourceTurn): Promise<boolean> {
      const turnIsNew = 'attribute_not_exists(pk)';
      const item = { ...keys.sourceTurn(turn.source, turn.number), ...turn };
      try {
        await client.send(new PutCommand({ TableName: table, Item: item, ConditionExpression: turnIsNew }));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
  };
}

export type SourceTurnStore = ReturnType<typeof createSourceTurnStore>;
