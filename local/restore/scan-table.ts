import type { AttributeValue, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/client-dynamodb';

export type RawItem = Readonly<Record<string, AttributeValue>>;

/** A table whole, a page at a time: for tools of an operator, never for what is deployed. */
export async function* pagesOfTable(
  client: DynamoDBClient,
  table: string,
): AsyncGenerator<readonly RawItem[]> {
  let from: Record<string, AttributeValue> | undefined;
  do {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new ScanCommand({ TableName: table, ConsistentRead: true, ExclusiveStartKey: from }),
    );
    yield Items;
    from = LastEvaluatedKey;
  } while (from !== undefined);
}
