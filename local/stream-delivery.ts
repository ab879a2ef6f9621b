import { setTimeout as pause } from 'node:timers/promises';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';

/** The Lambda function behind a table's stream; it tells which items of a batch failed. */
export type StreamHandler = (
  event: DynamoDBStreamEvent,
  context: Context,
  // biome-ignore lint/suspicious/noConfusingVoidType: a handler that reports nothing has handled all
) => Promise<DynamoDBBatchResponse | void>;

export interface Delivery {
  readonly handler: StreamHandler;
  /** Everything up to and with this sequence number is done with. */
  readonly consumed: (sequenceNumber: string) => void;
  /** A record that failed every time; it is kept elsewhere and the stream goes on. */
  readonly setAside: (record: DynamoDBRecord, reason: string) => void;
  readonly signal: AbortSignal;
  /** @default 8 */
  readonly attempts?: number;
  /** @default 100; doubles with each attempt, up to 5 s */
  readonly firstPauseMs?: number;
}

const sequenceOf = (record: DynamoDBRecord | undefined): string => record?.dynamodb?.SequenceNumber ?? '';

interface Failure {
  /** Place in the batch of the first record that failed. */
  readonly at: number;
  readonly reason: string;
  /** The function threw: any record of the batch may be the one. */
  readonly whole: boolean;
}

async function invoke(
  handler: StreamHandler,
  batch: readonly DynamoDBRecord[],
): Promise<Failure | undefined> {
  try {
    const answer = await handler({ Records: [...batch] }, {} as Context);
    const failed = new Set((answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier));
    if (failed.size === 0) return undefined;
    const at = batch.findIndex((record) => failed.has(sequenceOf(record)));
    return { at: Math.max(0, at), reason: 'reported as failed', whole: at < 0 };
  } catch (error) {
    return { at: 0, reason: error instanceof Error ? error.name : typeof error, whole: true };
  }
}

/**
 * Hands records to a function in their order, each at least once, as Lambda does with a stream: what a function
 * reports as failed is tried again from there, a batch it throws on is halved until the record at fault stands
 * alone, and a record that fails every time is set aside.
 */
export async function deliver(records: readonly DynamoDBRecord[], delivery: Delivery): Promise<void> {
  const { handler, consumed, setAside, signal, attempts = 8, firstPauseMs = 100 } = delivery;
  let rest = records;
  let size = records.length;
  let tried = 0;
  while (rest.length > 0 && !signal.aborted) {
    const batch = rest.slice(0, size);
    const failure = await invoke(handler, batch);
    const done = failure === undefined ? batch.length : failure.at;
    if (done > 0) {
      consumed(sequenceOf(batch[done - 1]));
      rest = rest.slice(done);
      size = rest.length;
      tried = 0;
    }
    if (failure === undefined) continue;
    if (failure.whole && batch.length > 1) {
      size = Math.ceil(batch.length / 2);
      continue;
    }
    tried += 1;
    const [head, ...others] = rest;
    if (tried >= attempts && head !== undefined) {
      setAside(head, failure.reason);
      consumed(sequenceOf(head));
      rest = others;
      size = rest.length;
      tried = 0;
    } else
      await pause(Math.min(5_000, firstPauseMs * 2 ** (tried - 1)), undefined, { signal }).catch(
        () => undefined,
      );
  }
}
