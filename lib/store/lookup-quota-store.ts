import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { LookupQuota } from '../domain/subject/lookup-quota.ts';
import type { Moment } from '../domain/time/instant.ts';
import { keys } from './keys.ts';

/** What is to be counted: subjects of one look-up of one caller. */
export interface Counting extends Moment {
  readonly id: string;
  readonly caller: string;
  readonly purpose: string;
  readonly subjects: number;
  /** The look-up bears a sign of numbers being tried out. */
  readonly sign: boolean;
}

/** After counting: the sums with this look-up, or the limit it would have passed. */
export type Counted =
  | { readonly within: true; readonly hour: number; readonly day: number; readonly signs: number }
  | { readonly within: false; readonly period: 'hour' | 'day'; readonly limit: number };

const SECONDS_KEPT = 3 * 86_400;

const number = z._default(z.number(), 0);

/**
 * How much each caller looked up, by day: one item for each caller and day, so that no caller waits for another. It
 * lapses after three days (TTL).
 */
export function createLookupQuotaStore(client: DynamoDBDocumentClient, table: string) {
  return {
    /**
     * Counts a look-up unless that would pass a limit. One write unit. A repetition by the SDK whose first attempt had
     * arrived finds its look-up counted, and does not count it again.
     */
    async count(counting: Counting, quota: LookupQuota, signal: AbortSignal): Promise<Counted> {
      const { id, caller, purpose, subjects, sign, at, on } = counting;
      const hour = `h${at.slice(11, 13)}`;
      const ofPurpose = `p-${purpose}`;
      const sumsOf = (attributes: Record<string, unknown> = {}) => ({
        hour: z.parse(number, attributes[hour]),
        day: z.parse(number, attributes.total),
        purpose: z.parse(number, attributes[ofPurpose]),
        signs: z.parse(number, attributes.signs),
      });
      const purposeDay = quota.purposeDay ?? quota.day;
      const withinQuota = [
        '(attribute_not_exists(#total) OR #total <= :day)',
        '(attribute_not_exists(#hour) OR #hour <= :hour)',
        '(attribute_not_exists(#purpose) OR #purpose <= :purpose)',
        '(attribute_not_exists(#last) OR #last <> :id)',
      ].join(' AND ');
      const tooMany = Math.min(quota.hour, quota.day, purposeDay) < subjects;
      if (tooMany) return { within: false, ...refusal({ hour: 0, day: 0, purpose: 0 }, subjects, quota) };
      try {
        const { Attributes } = await client.send(
          new UpdateCommand({
            TableName: table,
            Key: keys.quota(caller, on),
            UpdateExpression:
              'ADD #total :n, #hour :n, #purpose :n, #signs :sign SET #last = :id, #expires = :expires',
            ConditionExpression: withinQuota,
            ExpressionAttributeNames: {
              '#total': 'total',
              '#hour': hour,
              '#purpose': ofPurpose,
              '#signs': 'signs',
              '#last': 'last',
              '#expires': 'expiresAt',
            },
            ExpressionAttributeValues: {
              ':n': subjects,
              ':sign': sign ? 1 : 0,
              ':id': id,
              ':day': quota.day - subjects,
              ':hour': quota.hour - subjects,
              ':purpose': purposeDay - subjects,
              ':expires': Math.floor(Date.parse(at) / 1000) + SECONDS_KEPT,
            },
            ReturnValues: 'ALL_NEW',
            ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
          }),
          { abortSignal: signal },
        );
        return { within: true, ...sumsOf(Attributes) };
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const old = Object.fromEntries(
          Object.entries(error.Item ?? {}).map(([name, value]) => [
            name,
            value.N === undefined ? value.S : Number(value.N),
          ]),
        );
        if (old.last === id) return { within: true, ...sumsOf(old) };
        return { within: false, ...refusal(sumsOf(old), subjects, quota) };
      }
    },
  };
}

/** The limit that is passed; where it is a day's and an hour's, the day's, as it lasts. */
function refusal(
  sums: { readonly hour: number; readonly day: number; readonly purpose: number },
  subjects: number,
  { hour, day, purposeDay = day }: LookupQuota,
): { readonly period: 'hour' | 'day'; readonly limit: number } {
  if (sums.day + subjects > day) return { period: 'day', limit: day };
  if (sums.purpose + subjects > purposeDay) return { period: 'day', limit: purposeDay };
  return { period: 'hour', limit: hour };
}

export type LookupQuotaStore = ReturnType<typeof createLookupQuotaStore>;
