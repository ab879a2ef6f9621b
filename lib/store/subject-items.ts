import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import { type Key, keys } from './keys.ts';
import type { Write } from './transaction.ts';

/** 200 MB, which as many disputes or requests as a subject may have stay below, were each of the longest kind. */
const PAGES = 200;

/** More stands beside the records of a subject than one request may read. */
export class TooManyItems extends Error {
  override readonly name = 'TooManyItems';
}

/** What stands in a subject's partition under a beginning, consistently read. */
export async function listBeside(
  client: DynamoDBDocumentClient,
  table: string,
  subject: SubjectKey,
  beginning: 'DISPUTE#' | 'REPAIR#',
  /** Ids of records; without them, of all. */
  of?: { readonly first: string; readonly last: string },
): Promise<readonly Record<string, unknown>[]> {
  const { pk } = keys.dispute(subject, '', 0);
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        ...(of === undefined
          ? {
              KeyConditionExpression: 'pk = :pk AND begins_with(sk, :beginning)',
              ExpressionAttributeValues: { ':pk': pk, ':beginning': beginning },
            }
          : {
              KeyConditionExpression: 'pk = :pk AND sk BETWEEN :first AND :last',
              ExpressionAttributeValues: {
                ':pk': pk,
                ':first': `${beginning}${of.first}#`,
                ':last': `${beginning}${of.last}#~`,
              },
            }),
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    items.push(...Items);
    from = LastEvaluatedKey;
    if (from === undefined) return items;
  }
  throw new TooManyItems(`More than ${items.length} of ${beginning}`);
}

/** Puts an entity under the condition that nobody wrote its version, or a first one, before. */
export const putNext = (table: string, key: Key, entity: { readonly version: number }): Write['item'] => ({
  Put: {
    TableName: table,
    Item: { ...key, ...entity },
    ...(entity.version === 1
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :read',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':read': entity.version - 1 },
        }),
  },
});
