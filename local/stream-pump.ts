import { setTimeout as pause } from 'node:timers/promises';
import { DescribeTableCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { NoEngine } from './engine.ts';
import type { StreamCheckpoints } from './stream-checkpoints.ts';
import { type Delivery, deliver, type StreamHandler } from './stream-delivery.ts';
import { lambdaRecord } from './stream-event.ts';
import { addFailure, failureOf } from './stream-failures.ts';
import { createStreamReader } from './stream-reader.ts';

/** One table's stream and the function behind it. */
export interface StreamConsumer {
  readonly table: string;
  readonly handler: StreamHandler;
}

export interface StreamPumpOptions {
  readonly tables: DynamoDBClient;
  readonly streams: DynamoDBStreamsClient;
  readonly consumers: readonly StreamConsumer[];
  readonly checkpoints: StreamCheckpoints;
  /** Records that failed every time are added to this file, one JSON object a line. */
  readonly failuresFile: string;
  readonly retries?: Pick<Delivery, 'attempts' | 'firstPauseMs'>;
}

const IDLE_MS = 200;
const FAULT_MS = 2_000;

async function streamOf(client: DynamoDBClient, table: string): Promise<string> {
  const { Table } = await client.send(new DescribeTableCommand({ TableName: table }));
  if (Table?.LatestStreamArn === undefined)
    throw new NoEngine(
      `表 ${table} 没有变更流，后续步骤须由变更流引发。Table ${table} has no stream, which what follows from a change comes by.`,
    );
  return Table.LatestStreamArn;
}

function setAsideIn(file: string, where: { table: string; streamArn: string; shardId: string }) {
  return (record: DynamoDBRecord, reason: string): void => {
    addFailure(file, failureOf(record, where, reason));
    const { SequenceNumber } = record.dynamodb ?? {};
    console.error(
      `stream of ${where.table}: record ${SequenceNumber} failed (${reason}) and was set aside in ${file}`,
    );
  };
}

/**
 * Carries what changes in the tables to the stream functions, as Lambda's event source mapping does in the cloud:
 * at least once, in order within a shard, from where it stood when it was last ended or killed.
 */
export async function startStreamPump(
  options: StreamPumpOptions,
): Promise<{ readonly stop: () => Promise<void> }> {
  const ending = new AbortController();
  const { signal } = ending;

  async function pump({ table, handler }: StreamConsumer, stream: string): Promise<void> {
    const reader = createStreamReader(options.streams, stream, options.checkpoints);
    while (!signal.aborted) {
      const rest = await reader
        .read((records, consumed, shard) =>
          deliver(
            records.map((record) => lambdaRecord(record, stream)),
            {
              handler,
              consumed,
              setAside: setAsideIn(options.failuresFile, { table, streamArn: stream, shardId: shard }),
              signal,
              ...options.retries,
            },
          ),
        )
        .then((any) => (any ? 0 : IDLE_MS))
        .catch((error: unknown) => {
          if (!signal.aborted)
            console.error(`stream of ${table}: ${error instanceof Error ? error.name : error}`);
          return FAULT_MS;
        });
      if (rest > 0) await pause(rest, undefined, { signal }).catch(() => undefined);
    }
  }

  const running = await Promise.all(
    options.consumers.map(async (consumer) => ({
      consumer,
      stream: await streamOf(options.tables, consumer.table),
    })),
  );
  const pumps = running.map(({ consumer, stream }) => pump(consumer, stream));
  return {
    stop: async () => {
      ending.abort();
      await Promise.all(pumps);
    },
  };
}
