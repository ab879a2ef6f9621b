import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { LoggedLookup } from '../domain/subject/logged-lookup.ts';
import { keys } from './keys.ts';

export const SHARDS = 8;

/** Eight partitions for each side and day, so that no hot one limits how many may ask. */
export const shardOf = (id: string): number => (createHash('sha256').update(id).digest()[0] ?? 0) % SHARDS;

export const placeOf = ({
  jurisdiction,
  on,
  at,
  id,
}: Pick<LoggedLookup, 'jurisdiction' | 'on' | 'at' | 'id'>) =>
  keys.lookup(jurisdiction, on, shardOf(id), at, id);

/** Writes entries of the log of look-ups: all that those who look up need of it. */
export function createLookupAppend(client: DynamoDBDocumentClient, table: string) {
  /**
   * Durable once this returns. A repetition by the SDK whose first attempt had arrived finds itself already
   * written, and that counts as written.
   */
  return async (lookup: LoggedLookup, signal: AbortSignal): Promise<void> => {
    const notLoggedYet = 'attribute_not_exists(pk)';
    try {
      await client.send(
        new PutCommand({
          TableName: table,
          Item: { ...placeOf(lookup), ...lookup },
          ConditionExpression: notLoggedYet,
          ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
        }),
        { abortSignal: signal },
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      const { caller } = error.Item ?? {};
      if (caller?.S !== lookup.caller) throw error;
    }
  };
}

export type LookupAppend = ReturnType<typeof createLookupAppend>;
