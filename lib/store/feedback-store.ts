import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type FeedbackCounts, noFeedback } from '../domain/measures/feedback-rate.ts';
import { type Key, keys } from './keys.ts';
import { putNext } from './subject-items.ts';
import type { Write } from './transaction.ts';

const count = z.int();
const counts = z.object({
  proposed: count,
  due: count,
  inTime: count,
  late: count,
  open: count,
  notApplicable: count,
});
/** `of`: the version of the task that was counted last. */
const stored = z.object({ counts, version: z.int(), of: z.optional(z.int()) });

export type KeptCounts = z.output<typeof stored>;

/** How tasks were answered, by authority, and what each task has added. */
export function createFeedbackStore(client: DynamoDBDocumentClient, table: string) {
  const get = async (key: Key): Promise<KeptCounts> => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return Item === undefined ? { counts: noFeedback, version: 0 } : z.parse(stored, Item);
  };
  const replace = (key: Key, read: KeptCounts, next: FeedbackCounts, of?: number): Write => ({
    condition: 'counts-unchanged',
    item: putNext(table, key, {
      counts: next,
      version: read.version + 1,
      ...(of !== undefined && { of }),
    } as KeptCounts),
  });
  return {
    ratesOf: (authority: string): Promise<KeptCounts> => get(keys.feedbackRates(authority)),
    countedOf: (task: string): Promise<KeptCounts> => get(keys.feedbackCounted(task)),
    replaceRates: (authority: string, read: KeptCounts, next: FeedbackCounts): Write =>
      replace(keys.feedbackRates(authority), read, next),
    replaceCounted: (task: string, read: KeptCounts, next: FeedbackCounts, of: number): Write =>
      replace(keys.feedbackCounted(task), read, next, of),
  };
}

export type FeedbackStore = ReturnType<typeof createFeedbackStore>;
