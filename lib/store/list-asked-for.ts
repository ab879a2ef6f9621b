import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { cursorFrom, foreignCursor, type Page, positionOf } from './cursor.ts';

const PAGE_SIZE = 20;

/** Places in a partition of an authority's: `<beginning><instant>#<id>`. */
export interface AskedFor {
  readonly pk: string;
  readonly beginning: string;
  /** Names the route and the caller that a cursor is for. */
  readonly binding: string;
  readonly cursor?: string | undefined;
}

/** The ids of what an authority asked for, the newest first, by page. */
export async function listAskedFor(
  client: DynamoDBDocumentClient,
  table: string,
  { pk, beginning, binding, cursor }: AskedFor,
): Promise<Page<string>> {
  const bound = `${binding}#${pk}`;
  const after = cursor === undefined ? undefined : positionOf(bound, cursor, ['sk']);
  /* The table does not go on from a position outside of what it is asked for. */
  if (after !== undefined && !after.sk?.startsWith(beginning)) throw foreignCursor();
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :beginning)',
      ExpressionAttributeValues: { ':pk': pk, ':beginning': beginning },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: PAGE_SIZE,
      ExclusiveStartKey: after && { pk, ...after },
    }),
  );
  return {
    entries: Items.map(({ sk }) => String(sk).split('#').at(-1) ?? ''),
    ...(LastEvaluatedKey && { next: cursorFrom(bound, { sk: String(LastEvaluatedKey.sk) }) }),
  };
}
