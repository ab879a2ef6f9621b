import type {
  AttributeValue,
  DynamoDBStreamsClient,
  _Record as StreamRecord,
} from '@aws-sdk/client-dynamodb-streams';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type Key, keys } from './keys.ts';

/** Where a stream has what could not be delivered, as Lambda tells it: places, both inclusive, and nothing of what is there. */
export interface StreamPlace {
  readonly streamArn: string;
  readonly shardId: string;
  readonly startSequenceNumber: string;
  readonly endSequenceNumber: string;
}

/** A new image by its place. */
export interface PlacedImage {
  readonly sequence: string;
  readonly image: Readonly<Record<string, unknown>>;
}

const keptKeys = z.object({ keys: z.array(z.object({ pk: z.string(), sk: z.string() })) });

/** A batch has at most a hundred changes, between which are some that the function does not take. */
const PAGES = 20;

/** The stream forgets after 24 hours; the embedded engine when it is started anew. */
const FORGOTTEN = new Set(['TrimmedDataAccessException', 'ResourceNotFoundException']);

const isForgotten = (error: unknown): boolean => error instanceof Error && FORGOTTEN.has(error.name);

/** A value as the client of tables reads it. Sets are of no use here and are refused. */
function plain(value: AttributeValue): unknown {
  if (value.S !== undefined) return value.S;
  if (value.N !== undefined) return Number(value.N);
  if (value.BOOL !== undefined) return value.BOOL;
  if (value.NULL !== undefined) return null;
  if (value.B !== undefined) return value.B;
  if (value.L !== undefined) return value.L.map(plain);
  if (value.M !== undefined) return plainImage(value.M);
  throw new TypeError(`A stream image holds ${Object.keys(value)}`);
}

const plainImage = (image: Readonly<Record<string, AttributeValue>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(image).map(([name, value]) => [name, plain(value)]));

const sequenceOf = ({ dynamodb }: StreamRecord): string => dynamodb?.SequenceNumber ?? '0';

/** What was set aside of one table's stream: read again where it stands, or by key once the stream has forgotten it. */
export function createSetAsideStore(client: DynamoDBDocumentClient, table: string) {
  let connected: Promise<DynamoDBStreamsClient> | undefined;
  const streams = async () => {
    const sdk = await import('@aws-sdk/client-dynamodb-streams');
    connected ??= Promise.resolve(new sdk.DynamoDBStreamsClient());
    return { sdk, stream: await connected };
  };

  async function recordsAt(place: StreamPlace): Promise<readonly StreamRecord[]> {
    const { sdk, stream } = await streams();
    const { GetRecordsCommand, GetShardIteratorCommand } = sdk;
    const start = await stream.send(
      new GetShardIteratorCommand({
        StreamArn: place.streamArn,
        ShardId: place.shardId,
        ShardIteratorType: 'AT_SEQUENCE_NUMBER',
        SequenceNumber: place.startSequenceNumber,
      }),
    );
    const [first, last] = [BigInt(place.startSequenceNumber), BigInt(place.endSequenceNumber)];
    const found: StreamRecord[] = [];
    let iterator = start.ShardIterator;
    for (let page = 0; page < PAGES && iterator !== undefined; page += 1) {
      const { Records = [], NextShardIterator } = await stream.send(
        new GetRecordsCommand({ ShardIterator: iterator, Limit: 100 }),
      );
      const places = Records.map((record) => BigInt(sequenceOf(record)));
      found.push(...Records.filter((_, at) => first <= (places[at] ?? 0n) && (places[at] ?? 0n) <= last));
      /* A page can be empty before the end. */
      if ((places.at(-1) ?? 0n) >= last) break;
      iterator = NextShardIterator;
    }
    return found;
  }

  return {
    /** The new images there; `undefined` where the stream has forgotten them. Removals have none. */
    async readAt(place: StreamPlace): Promise<readonly PlacedImage[] | undefined> {
      const records = await recordsAt(place).catch((error: unknown) => {
        if (isForgotten(error)) return [];
        throw error;
      });
      if (records.length === 0) return undefined;
      return records.flatMap((record) => {
        const image = record.dynamodb?.NewImage;
        return image === undefined ? [] : [{ sequence: sequenceOf(record), image: plainImage(image) }];
      });
    },

    /** Keeps the keys of the items, by which they are found when the stream has forgotten. */
    async keepKeys(place: StreamPlace, kept: readonly Key[]): Promise<void> {
      await client.send(
        new PutCommand({
          TableName: table,
          Item: { ...keys.setAside(place.startSequenceNumber), keys: kept },
        }),
      );
    },

    async findKeys(place: StreamPlace): Promise<readonly Key[]> {
      const { Item } = await client.send(
        new GetCommand({
          TableName: table,
          Key: keys.setAside(place.startSequenceNumber),
          ConsistentRead: true,
        }),
      );
      return Item === undefined ? [] : z.parse(keptKeys, Item).keys;
    },

    /** Items as they stand now: what follows from a change follows from a later one of the same thing as well. */
    async readByKeys(wanted: readonly Key[]): Promise<readonly PlacedImage[]> {
      const read = await Promise.all(
        wanted.map(({ pk, sk }) =>
          client.send(new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true })),
        ),
      );
      return read.flatMap(({ Item }, at) =>
        Item === undefined ? [] : [{ sequence: String(at), image: Item }],
      );
    },
  };
}

export type SetAsideStore = ReturnType<typeof createSetAsideStore>;
