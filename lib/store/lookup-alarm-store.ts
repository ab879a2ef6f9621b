import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type LookupAlarm, lookupAlarmKinds } from '../domain/subject/lookup-alarm.ts';
import type { Instant } from '../domain/time/instant.ts';
import { cursorFrom, type Page, positionOf } from './cursor.ts';
import { keys } from './keys.ts';
import { createRaiseAlarm } from './raise-alarm.ts';

const PAGE_SIZE = 50;

const text = z.string();
const stored = z.object({
  at: z.custom<Instant>((value) => typeof value === 'string'),
  kind: z.enum(lookupAlarmKinds),
  caller: text,
  authority: text,
  purpose: text,
  lookup: text,
  period: z.exactOptional(z.enum(['hour', 'day'])),
  count: z.int(),
  limit: z.exactOptional(z.int()),
});

/** Alarms about look-ups, by the month (UTC) in which they were raised. */
export function createLookupAlarmStore(client: DynamoDBDocumentClient, table: string) {
  return {
    raise: createRaiseAlarm(client, table),

    /** Newest first. */
    async listMonth(month: string, caller: string, cursor?: string): Promise<Page<LookupAlarm>> {
      const { pk } = keys.alarm(month, '' as Instant, '', '');
      const binding = `listLookupAlarms#${caller}#${month}`;
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ScanIndexForward: false,
          Limit: PAGE_SIZE,
          ExclusiveStartKey:
            cursor === undefined ? undefined : { pk, ...positionOf(binding, cursor, ['sk']) },
        }),
      );
      return {
        entries: Items.map((item): LookupAlarm => z.parse(stored, item)),
        ...(LastEvaluatedKey && { next: cursorFrom(binding, { sk: String(LastEvaluatedKey.sk) }) }),
      };
    },
  };
}

export type LookupAlarmStore = ReturnType<typeof createLookupAlarmStore>;
