import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Instant } from '../domain/time/instant.ts';
import { cursorFrom, type Page, positionOf } from './cursor.ts';
import { epochSecondOf } from './expiry.ts';
import { keys } from './keys.ts';

const PAGE_SIZE = 20;

/** In which filings somebody is named, whoever filed them: ids alone. */
export function createNamedStore(client: DynamoDBDocumentClient, table: string) {
  return {
    /** The same again is the same item. */
    add: async (subject: SubjectKey, submittedAt: string, filing: string): Promise<void> => {
      await client.send(new PutCommand({ TableName: table, Item: keys.named(subject, submittedAt, filing) }));
    },

    /** Shown no more, and dropped by the table. */
    drop: async (subject: SubjectKey, submittedAt: string, filing: string, at: Instant): Promise<void> => {
      const Item = { ...keys.named(subject, submittedAt, filing), expiresAt: epochSecondOf(at) };
      await client.send(new PutCommand({ TableName: table, Item }));
    },

    /** Ids of filings, the newest first. A page can be short, or empty, and still go on. */
    async list(subject: SubjectKey, caller: string, cursor?: string): Promise<Page<string>> {
      const { pk } = keys.named(subject, '', '');
      const binding = `named#${caller}#${subject}`;
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ScanIndexForward: false,
          ConsistentRead: true,
          Limit: PAGE_SIZE,
          ...(cursor !== undefined && {
            ExclusiveStartKey: { pk, ...positionOf(binding, cursor, ['sk']) },
          }),
        }),
      );
      const standing = Items.filter(({ expiresAt }) => expiresAt === undefined);
      const entries = standing.map(({ sk }) => String(sk).slice(String(sk).indexOf('#') + 1));
      return {
        entries,
        ...(LastEvaluatedKey && { next: cursorFrom(binding, { sk: String(LastEvaluatedKey.sk) }) }),
      };
    },
  };
}

export type NamedStore = ReturnType<typeof createNamedStore>;
