import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { TransactionCanceledException, TransactionInProgressException } from '@aws-sdk/client-dynamodb';
import {
  type DynamoDBDocumentClient,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { DomainError } from '../domain/errors.ts';

type TransactItem = NonNullable<TransactWriteCommandInput['TransactItems']>[number];

/** One write of a transaction; `condition` names what must hold for it, in the domain's words. */
export interface Write<Condition extends string = string> {
  readonly condition: Condition;
  readonly item: TransactItem;
}

/** Nothing was written: these conditions did not hold. */
export class ConditionsFailed extends Error {
  override readonly name = 'ConditionsFailed';
  readonly conditions: readonly string[];

  constructor(conditions: readonly string[], cause: unknown) {
    super(conditions.join(', '), { cause });
    this.conditions = conditions;
  }
}

/** Writes all or nothing; bound to a client once. */
export type WriteAll = (writes: readonly Write[]) => Promise<void>;

const ATTEMPTS = 6;
const MAY_PASS = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/** What the SDK gives up on after its own retries. */
const THROTTLED = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
]);

const isThrottled = (error: unknown): boolean => error instanceof Error && THROTTLED.has(error.name);

const backOff = (attempt: number): Promise<void> => pause(Math.random() * 20 * 2 ** attempt);

/**
 * Writes all or nothing. What is sent again because its answer was lost bears the same token, so that the table knows
 * it for the same: while the first one is still being carried out, it is asked about it again.
 *
 * @throws ConditionsFailed naming the conditions that did not hold;
 *   DomainError `too-busy` when others kept writing the same items, the table took no more, or did not come to an end.
 */
export async function writeAll(client: DynamoDBDocumentClient, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  const TransactItems = writes.map(({ item }) => item);
  let ClientRequestToken = randomUUID();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    try {
      await client.send(new TransactWriteCommand({ TransactItems, ClientRequestToken }));
      return;
    } catch (error) {
      if (isThrottled(error)) throw new DomainError('too-busy', { cause: error });
      if (error instanceof TransactionInProgressException) {
        await backOff(attempt);
        continue;
      }
      if (!(error instanceof TransactionCanceledException)) throw error;
      const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
      const failed = writes.filter((_, index) => codes[index] === 'ConditionalCheckFailed');
      if (failed.length > 0)
        throw new ConditionsFailed([...new Set(failed.map((write) => write.condition))], error);
      if (!codes.some((code) => MAY_PASS.has(code))) throw error;
      ClientRequestToken = randomUUID();
      await backOff(attempt);
    }
  }
  throw new DomainError('too-busy');
}

/** `writeAll` bound to a client. */
export const writeAllWith =
  (client: DynamoDBDocumentClient): WriteAll =>
  (writes) =>
    writeAll(client, writes);
