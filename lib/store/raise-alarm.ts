import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { LookupAlarm } from '../domain/subject/lookup-alarm.ts';
import { keys } from './keys.ts';

/** Writes alarms, each under the month (UTC) in which it is raised. Raising the same again changes nothing. */
export function createRaiseAlarm(client: DynamoDBDocumentClient, table: string) {
  return async (alarm: LookupAlarm, signal?: AbortSignal): Promise<void> => {
    const { at, kind, caller } = alarm;
    const key = keys.alarm(at.slice(0, 7), at, kind, caller);
    const put = new PutCommand({ TableName: table, Item: { ...key, ...alarm } });
    await client.send(put, { ...(signal && { abortSignal: signal }) });
  };
}
