import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  type _Record as StreamRecord,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { StreamCheckpoints } from './stream-checkpoints.ts';

const BATCH = 100;
/** How long an iterator that brings nothing is believed alone. */
const BELIEVED_MS = 1_000;

/** Where reading goes on in a shard, and when that was last got from a place in the stream and not from an iterator before it. */
interface Kept {
  readonly iterator: string;
  readonly placedAt: number;
}

async function shardsOf(client: DynamoDBStreamsClient, stream: string): Promise<readonly Shard[]> {
  const shards: Shard[] = [];
  let after: string | undefined;
  do {
    const command = new DescribeStreamCommand({ StreamArn: stream, ExclusiveStartShardId: after });
    const { StreamDescription } = await client.send(command);
    shards.push(...(StreamDescription?.Shards ?? []));
    after = StreamDescription?.LastEvaluatedShardId;
  } while (after !== undefined);
  return shards;
}

/** Sequence numbers are whole numbers of any length; as text `9` would come after `10`. */
const isAfter = (record: StreamRecord, position: string | undefined): boolean =>
  position === undefined || BigInt(record.dynamodb?.SequenceNumber ?? 0) > BigInt(position);

/**
 * Reads one stream from where its checkpoints stand. Shards are read parents first; one is at its end when it
 * gives no further iterator, whatever its description says (the embedded engine gives an open shard an end).
 */
export function createStreamReader(
  client: DynamoDBStreamsClient,
  stream: string,
  checkpoints: StreamCheckpoints,
) {
  const iterators = new Map<string, Kept>();
  let open: readonly string[] = [];
  let describedAt = Number.NEGATIVE_INFINITY;

  const isDone = (shard: string): boolean => checkpoints.get(stream, shard).done === true;

  async function describe(): Promise<void> {
    const shards = await shardsOf(client, stream);
    const known = new Set(shards.map(({ ShardId }) => ShardId));
    const mayStart = ({ ParentShardId }: Shard): boolean =>
      ParentShardId === undefined || !known.has(ParentShardId) || isDone(ParentShardId);
    open = shards
      .filter(mayStart)
      .flatMap(({ ShardId }) => (ShardId !== undefined && !isDone(ShardId) ? [ShardId] : []));
    describedAt = performance.now();
  }

  /** By the place up to which the shard was consumed. */
  async function placedIterator(shard: string): Promise<string | undefined> {
    const { after } = checkpoints.get(stream, shard);
    const from =
      after === undefined
        ? { ShardIteratorType: 'TRIM_HORIZON' as const }
        : { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: after };
    const asked = { StreamArn: stream, ShardId: shard };
    const { ShardIterator } = await client
      .send(new GetShardIteratorCommand({ ...asked, ...from }))
      .catch((error: unknown) => {
        if (!(error instanceof TrimmedDataAccessException)) throw error;
        return client.send(new GetShardIteratorCommand({ ...asked, ShardIteratorType: 'TRIM_HORIZON' }));
      });
    return ShardIterator;
  }

  /**
   * Reads on in one shard; `consume` returns when its records are done with. True where there were any.
   *
   * An iterator leads over gaps that a place alone would be stuck at; but there are engines that put another stream
   * under it (one that undoes a transaction by putting a copy of the table back), after which it brings nothing for
   * ever. So now and then the place is tried beside it, and where it brings nothing either the iterator goes on.
   */
  async function readShard(
    shard: string,
    consume: (
      records: readonly StreamRecord[],
      consumed: (sequenceNumber: string) => void,
      shard: string,
    ) => Promise<void>,
  ): Promise<boolean> {
    const kept = iterators.get(shard);
    const now = performance.now();
    const isBelieved = kept !== undefined && now - kept.placedAt < BELIEVED_MS;
    const iterator = isBelieved ? kept.iterator : await placedIterator(shard);
    const placedAt = isBelieved ? kept.placedAt : now;
    iterators.delete(shard);
    if (iterator === undefined) return false;
    const { Records = [], NextShardIterator } = await client.send(
      new GetRecordsCommand({ ShardIterator: iterator, Limit: BATCH }),
    );
    const { after } = checkpoints.get(stream, shard);
    const fresh = Records.filter((record) => isAfter(record, after));
    let last = after;
    const consumed = (sequenceNumber: string): void => {
      last = sequenceNumber;
      checkpoints.set(stream, shard, { after: sequenceNumber });
    };
    await consume(fresh, consumed, shard);
    const wholly = fresh.length === 0 || last === fresh.at(-1)?.dynamodb?.SequenceNumber;
    if (wholly && NextShardIterator !== undefined) {
      const isPlaceInVain = !isBelieved && kept !== undefined && fresh.length === 0;
      iterators.set(shard, { iterator: isPlaceInVain ? kept.iterator : NextShardIterator, placedAt });
    }
    if (wholly && NextShardIterator === undefined) {
      checkpoints.set(stream, shard, { ...(last !== undefined && { after: last }), done: true });
      describedAt = Number.NEGATIVE_INFINITY;
    }
    return fresh.length > 0;
  }

  return {
    /** One round over the open shards; true where any had records. */
    async read(consume: Parameters<typeof readShard>[1]): Promise<boolean> {
      if (performance.now() - describedAt > 30_000) await describe();
      let any = false;
      for (const shard of open) {
        try {
          any = (await readShard(shard, consume)) || any;
        } catch (error) {
          if (!(error instanceof ExpiredIteratorException)) throw error;
        }
      }
      return any;
    },
  };
}
