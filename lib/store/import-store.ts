import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import {
  type DoneChunk,
  fileRefusals,
  type Import,
  type ImportsOfDay,
  importEncodings,
  importFormats,
} from '../domain/credit/import.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { getAll } from './batch-get.ts';
import type { Page } from './cursor.ts';
import { epochSecondOf } from './expiry.ts';
import { keys } from './keys.ts';
import { listAskedFor } from './list-asked-for.ts';
import type { Write } from './transaction.ts';

const counts = z.object({
  accepted: z.int(),
  duplicate: z.int(),
  'already-held': z.int(),
  refused: z.int(),
});
const envelope = {
  id: z.string(),
  version: z.int(),
  authority: z.string(),
  requestedBy: z.exactOptional(z.string()),
  createdAt: z.string(),
  format: z.enum(importFormats),
  encoding: z.enum(importEncodings),
  bytes: z.int(),
  sha256: z.string(),
  round: z._default(z.int(), 1),
};
const cut = { rows: z.int(), chunks: z.int(), startedAt: z.string() };
const stored = z.discriminatedUnion('state', [
  z.object({ state: z.literal('awaiting-upload'), ...envelope }),
  z.object({ state: z.literal('splitting'), startedAt: z.string(), ...envelope }),
  z.object({ state: z.literal('running'), ...cut, ...envelope }),
  z.object({ state: z.literal('finished'), finishedAt: z.string(), counts, ...cut, ...envelope }),
  z.object({
    state: z.literal('refused'),
    refusedAt: z.string(),
    refusal: z.object({
      code: z.enum(fileRefusals),
      line: z.exactOptional(z.int()),
      values: z.exactOptional(z.record(z.string(), z.union([z.string(), z.number()]))),
    }),
    ...envelope,
  }),
]);
const storedChunk = z.object({
  chunk: z.int(),
  counts,
  finishedAt: z.string(),
  round: z._default(z.int(), 1),
});

const ofDay = z.object({ files: z.int(), bytes: z.int() });

const fromItem = (item: unknown): Import => z.parse(stored, item) as Import;

/** Sums of a day are looked at on that day alone. */
const SECONDS_COUNTED = 3 * 86_400;

/** More than there can be (`importLimits`); one page holds them all. */
const MOST_CHUNKS = 2_000;

/** Imports of files, and their parts that are done; the rows are elsewhere (`import-files.ts`). */
export function createImportStore(client: DynamoDBDocumentClient, table: string) {
  return {
    async find(id: string): Promise<Import | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.import(id), ConsistentRead: true }),
      );
      return Item && fromItem(Item);
    },
    /** How much an authority told on a day. */
    async countOn(authority: string, day: PlainDate): Promise<ImportsOfDay> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.importsOf(authority, day), ConsistentRead: true }),
      );
      return { authority, day, ...(Item === undefined ? { files: 0, bytes: 0 } : z.parse(ofDay, Item)) };
    },
    /** A new one, its place in the list of its authority, and the authority's sums of the day. */
    create: (told: Import, { authority, day, files, bytes }: ImportsOfDay): readonly Write[] => [
      {
        condition: 'import-is-new',
        item: {
          Put: {
            TableName: table,
            Item: { ...keys.import(told.id), ...told },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      },
      {
        condition: 'import-is-unlisted',
        item: {
          Put: {
            TableName: table,
            Item: keys.askedFor('IMPORT', authority, told.createdAt, told.id),
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      },
      {
        condition: 'imports-unchanged',
        item: {
          Put: {
            TableName: table,
            Item: {
              ...keys.importsOf(authority, day),
              files: files + 1,
              bytes: bytes + told.bytes,
              expiresAt: epochSecondOf(told.createdAt) + SECONDS_COUNTED,
            },
            ConditionExpression: 'attribute_not_exists(pk) OR #files = :read',
            ExpressionAttributeNames: { '#files': 'files' },
            ExpressionAttributeValues: { ':read': files },
          },
        },
      },
    ],
    /** Those an authority asked for, the newest first. */
    async listOf(authority: string, binding: string, cursor?: string): Promise<Page<Import>> {
      const { pk } = keys.importsOf(authority, '' as PlainDate);
      const listed = await listAskedFor(client, table, { pk, beginning: 'IMPORT#', binding, cursor });
      const items = await getAll(client, table, listed.entries.map(keys.import));
      const byId = new Map(items.map(fromItem).map((told) => [told.id, told]));
      return { ...listed, entries: listed.entries.flatMap((id) => byId.get(id) ?? []) };
    },
    /** Replaces the version before this one. */
    replace: (told: Import): Write<'import-unchanged'> => ({
      condition: 'import-unchanged',
      item: {
        Put: {
          TableName: table,
          Item: { ...keys.import(told.id), ...told },
          ConditionExpression: '#version = :read',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':read': told.version - 1 },
        },
      },
    }),
    async isDone(id: string, chunk: number, round: number): Promise<boolean> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.importChunk(id, chunk), ConsistentRead: true }),
      );
      return Item !== undefined && z.parse(storedChunk, Item).round >= round;
    },
    /** A part that was done twice in one round is told as it was the first time. */
    addDone: (id: string, done: DoneChunk, round: number): Write<'chunk-is-open'> => ({
      condition: 'chunk-is-open',
      item: {
        Put: {
          TableName: table,
          Item: { ...keys.importChunk(id, done.chunk), ...done, round },
          ConditionExpression: 'attribute_not_exists(#round) OR #round < :round',
          ExpressionAttributeNames: { '#round': 'round' },
          ExpressionAttributeValues: { ':round': round },
        },
      },
    }),
    /** The parts that are done of an import as it stands, and not of an earlier round of it. */
    async listDone({ id, round }: Pick<Import, 'id' | 'round'>): Promise<readonly DoneChunk[]> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :chunks)',
          ExpressionAttributeValues: { ':pk': keys.import(id).pk, ':chunks': 'CHUNK#' },
          ConsistentRead: true,
          Limit: MOST_CHUNKS,
        }),
      );
      return Items.flatMap((item) => {
        const { round: of, ...done } = z.parse(storedChunk, item);
        return of === round ? [done as DoneChunk] : [];
      });
    },
  };
}

export type ImportStore = ReturnType<typeof createImportStore>;
