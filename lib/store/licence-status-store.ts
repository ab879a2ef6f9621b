import { randomInt } from 'node:crypto';
import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import {
  licenceEnds,
  POSITIONS_PER_LIST,
  type StatusEntry,
  type StatusPosition,
} from '../domain/registration/licence-status.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { keys } from './keys.ts';
import type { Write } from './transaction.ts';

const storedEntry = z.object({
  index: z.int(),
  ended: z.optional(z.enum(licenceEnds)),
  closed: z.optional(z.literal(true)),
  suspensions: z.array(z.object({ from: z.string(), until: z.string() })),
});

/** Each of 1 MB, some eight thousand entries: more than all licences of any day. */
const MOST_PAGES = 10;

/**
 * Places in the lists of statuses, and what stands there. A place is drawn at random and claimed by the transaction that
 * issues the licence; only licences that are not plainly valid have an entry, and only entries are read for a list.
 */
export function createLicenceStatusStore(
  client: DynamoDBDocumentClient,
  table: string,
  draw: () => number = () => randomInt(POSITIONS_PER_LIST),
) {
  return {
    drawIndex: draw,
    claim: ({ list, index }: StatusPosition): Write => ({
      condition: 'status-place-is-free',
      item: {
        Put: {
          TableName: table,
          Item: { ...keys.statusPlace(list, index) },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    }),
    /** Written with the enterprise's own next version, by which two writers are kept apart. */
    mark: ({ list, index }: StatusPosition, entry: StatusEntry): Write => ({
      condition: 'enterprise-unchanged',
      item: { Put: { TableName: table, Item: { ...keys.statusEntry(list, index), ...entry } } },
    }),
    /** All licences of a day that are not plainly valid. */
    async listEntries(list: PlainDate): Promise<readonly StatusEntry[]> {
      const entries: StatusEntry[] = [];
      let after: Record<string, unknown> | undefined;
      for (let page = 0; page < MOST_PAGES; page += 1) {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :pk AND begins_with(sk, :entries)',
            ExpressionAttributeValues: { ':pk': keys.statusEntry(list, 0).pk, ':entries': 'ENTRY#' },
            ConsistentRead: true,
            ExclusiveStartKey: after,
          }),
        );
        entries.push(...Items.map((item) => z.parse(storedEntry, item) as unknown as StatusEntry));
        after = LastEvaluatedKey;
        if (after === undefined) return entries;
      }
      throw new Error(`The status list of ${list} is longer than any day can make it`);
    },
  };
}

export type LicenceStatusStore = ReturnType<typeof createLicenceStatusStore>;
