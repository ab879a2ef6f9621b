import { setTimeout as pause } from 'node:timers/promises';
import {
  BatchGetCommand,
  type BatchGetCommandOutput,
  type DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { emptyHalf, type Half } from '../domain/credit/half.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import { type Key, keys } from './keys.ts';
import { packHalf, unpackHalf } from './packed-half.ts';
import type { Write } from './transaction.ts';

/** A half, and the version it was read at; 0 is none yet. */
export interface VersionedHalf {
  readonly half: Half;
  readonly version: number;
}

/** Both halves of each subject; a subject that could not be read is missing, never empty. */
export type HalvesBySubject = ReadonlyMap<SubjectKey, readonly Half[]>;

const stored = z.looseObject({
  sk: z.string(),
  version: z.int(),
  shape: z.literal(2),
  half: z.instanceof(Uint8Array),
});

const toItem = (subject: SubjectKey, half: Half, version: number) => ({
  ...keys.standing(subject, half.jurisdiction),
  shape: 2,
  version,
  half: packHalf(half),
});

export const versionedHalfFrom = fromItem;

function fromItem(item: unknown): VersionedHalf {
  const { sk, version, half } = z.parse(stored, item);
  return { version, half: unpackHalf(sk, half) };
}

const KEYS_AT_ONCE = 100;
const ATTEMPTS = 5;

const chunksOf = <T>(values: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(values.length / size) }, (_, at) =>
    values.slice(at * size, (at + 1) * size),
  );

/** The read model of standings: one half per side, written only by that side. */
export function createStandingStore(
  client: DynamoDBDocumentClient,
  table: string,
  jurisdictions: readonly string[],
) {
  const subjectOf = (item: Record<string, unknown>): SubjectKey =>
    String(item.pk).slice('STANDING#'.length) as SubjectKey;

  /** The items that could be had; keys that stay unprocessed or fail are left out with all of their chunk. */
  async function readChunk(chunk: readonly Key[], signal: AbortSignal) {
    const items: Record<string, unknown>[] = [];
    let left: readonly Record<string, unknown>[] = chunk.map((key) => ({ ...key }));
    for (let attempt = 0; attempt < ATTEMPTS && left.length > 0; attempt += 1) {
      if (attempt > 0) await pause(Math.random() * 25 * 2 ** attempt, undefined, { signal });
      const answer: BatchGetCommandOutput = await client.send(
        new BatchGetCommand({ RequestItems: { [table]: { Keys: [...left], ConsistentRead: true } } }),
        { abortSignal: signal },
      );
      items.push(...(answer.Responses?.[table] ?? []));
      left = answer.UnprocessedKeys?.[table]?.Keys ?? [];
    }
    return { items, unread: left };
  }

  return {
    /** Both halves in one consistent Query. A half that is absent is an empty one. */
    async readHalves(subject: SubjectKey, signal: AbortSignal): Promise<readonly Half[]> {
      const { pk } = keys.standing(subject, '');
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ConsistentRead: true,
          Limit: jurisdictions.length,
        }),
        { abortSignal: signal },
      );
      return Items.map((item) => fromItem(item).half);
    },

    /**
     * The halves of up to 1 000 subjects, all requests side by side. A subject any of whose halves could not be
     * read is not in the answer, and what went wrong is told to `onFault`.
     */
    async readMany(
      subjects: readonly SubjectKey[],
      signal: AbortSignal,
      onFault: (fault: unknown) => void,
    ): Promise<HalvesBySubject> {
      const halves = new Map<SubjectKey, Half[]>(subjects.map((subject) => [subject, []]));
      const wanted = subjects.flatMap((subject) => jurisdictions.map((side) => keys.standing(subject, side)));
      const failed = new Set<SubjectKey>();
      await Promise.all(
        chunksOf(wanted, KEYS_AT_ONCE).map(async (chunk) => {
          try {
            const { items, unread } = await readChunk(chunk, signal);
            for (const key of unread) failed.add(subjectOf(key));
            for (const item of items) {
              const half = halfOrNothing(item, onFault);
              if (half === undefined) failed.add(subjectOf(item));
              else halves.get(subjectOf(item))?.push(half);
            }
          } catch (fault) {
            onFault(fault);
            for (const { pk } of chunk) failed.add(subjectOf({ pk }));
          }
        }),
      );
      for (const subject of failed) halves.delete(subject);
      return halves;
    },

    /** One side's half, to be replaced. */
    async getForUpdate(subject: SubjectKey, jurisdiction: string): Promise<VersionedHalf> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.standing(subject, jurisdiction), ConsistentRead: true }),
      );
      return Item === undefined ? { half: emptyHalf(jurisdiction), version: 0 } : fromItem(Item);
    },

    replace: (subject: SubjectKey, next: Half, read: VersionedHalf): Write<'half-unchanged'> => ({
      condition: 'half-unchanged',
      item: {
        Put: {
          TableName: table,
          Item: toItem(subject, next, read.version + 1),
          ...(read.version === 0
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: '#version = :read',
                ExpressionAttributeNames: { '#version': 'version' },
                ExpressionAttributeValues: { ':read': read.version },
              }),
        },
      },
    }),
  };
}

/** A half that cannot be read as one makes its subject unread; the other subjects of the batch are answered. */
function halfOrNothing(item: unknown, onFault: (fault: unknown) => void): Half | undefined {
  try {
    return fromItem(item).half;
  } catch (fault) {
    onFault(fault);
    return undefined;
  }
}

export type StandingStore = ReturnType<typeof createStandingStore>;
