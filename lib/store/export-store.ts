import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type CreditExport, type ExportPart, exportLimits } from '../domain/credit/export.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { getAll } from './batch-get.ts';
import type { Page } from './cursor.ts';
import { epochSecondOf } from './expiry.ts';
import { keys } from './keys.ts';
import { listAskedFor } from './list-asked-for.ts';
import { packedText, packText, unpackText } from './packed-text.ts';
import type { Write } from './transaction.ts';

const text = z.string();
const instant = z.custom<Instant>((value) => typeof value === 'string');
const day = z.custom<PlainDate>((value) => typeof value === 'string');
const stored = z.object({
  id: text,
  version: z.int(),
  state: z.enum(['settling', 'walking', 'finished', 'too-large']),
  authority: text,
  askedAt: instant,
  asOf: day,
  knownAt: instant,
  keptUntil: instant,
  changes: z.array(z.object({ side: text, after: z.int() })),
  walk: z.exactOptional(z.object({ handedInBy: text, day, cursor: z.exactOptional(text) })),
  parts: z.int(),
  records: z.int(),
  counts: z.array(
    z.object({
      class: text,
      state: z.enum(['in-force', 'shielded', 'ended', 'repaired', 'annulled']),
      records: z.int(),
    }),
  ),
});
const storedPart = z.object({ name: text, sha256: text, bytes: z.int(), rows: z.int() });
const storedManifest = z.object({ token: packedText });
const asked = z.object({ exports: z.int() });

/** Exports, their parts and manifests. All of it is dropped by the table when its files are. */
export function createExportStore(client: DynamoDBDocumentClient, table: string) {
  const expiry = ({ keptUntil }: CreditExport) => ({ expiresAt: epochSecondOf(keptUntil) });

  const get = async (key: ReturnType<typeof keys.creditExport>) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }));
    return Item;
  };

  return {
    /** How many an authority asked for on a day. */
    async countOn(authority: string, on: PlainDate): Promise<number> {
      const item = await get(keys.exportsOf(authority, on));
      return item === undefined ? 0 : z.parse(asked, item).exports;
    },

    /** A new one, the authority's count for its day, and its place in the list of its authority. */
    create: (created: CreditExport, counted: number): readonly Write[] => [
      {
        condition: 'export-is-new',
        item: {
          Put: {
            TableName: table,
            Item: { ...keys.creditExport(created.id), ...created, ...expiry(created) },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      },
      {
        condition: 'exports-unchanged',
        item: {
          Put: {
            TableName: table,
            Item: {
              ...keys.exportsOf(created.authority, created.asOf),
              exports: counted + 1,
              ...expiry(created),
            },
            ConditionExpression: 'attribute_not_exists(pk) OR #exports = :counted',
            ExpressionAttributeNames: { '#exports': 'exports' },
            ExpressionAttributeValues: { ':counted': counted },
          },
        },
      },
      {
        condition: 'export-is-unlisted',
        item: {
          Put: {
            TableName: table,
            Item: {
              ...keys.askedFor('EXPORT', created.authority, created.askedAt, created.id),
              ...expiry(created),
            },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      },
    ],

    /** Those an authority asked for and that are kept at `at`, the newest first. A page can be short and still go on. */
    async listOf(
      authority: string,
      at: Instant,
      binding: string,
      cursor?: string,
    ): Promise<Page<CreditExport>> {
      const { pk } = keys.exportsOf(authority, '' as PlainDate);
      const listed = await listAskedFor(client, table, { pk, beginning: 'EXPORT#', binding, cursor });
      const items = await getAll(client, table, listed.entries.map(keys.creditExport));
      const byId = new Map(items.map((item) => z.parse(stored, item)).map((told) => [told.id, told]));
      const found = listed.entries.flatMap((id) => byId.get(id) ?? []);
      return { ...listed, entries: found.filter(({ keptUntil }) => keptUntil > at) };
    },

    /** Passes over one that is kept no longer at `at`: the table drops it later. */
    async find(id: string, at: Instant): Promise<CreditExport | undefined> {
      const item = await get(keys.creditExport(id));
      if (item === undefined) return undefined;
      const found = z.parse(stored, item);
      return found.keptUntil > at ? found : undefined;
    },

    /** Replaces the version before this one. */
    replace: (next: CreditExport): Write<'export-unchanged'> => ({
      condition: 'export-unchanged',
      item: {
        Put: {
          TableName: table,
          Item: { ...keys.creditExport(next.id), ...next, ...expiry(next) },
          ConditionExpression: '#version = :read',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':read': next.version - 1 },
        },
      },
    }),

    addPart: (of: CreditExport, number: number, part: ExportPart): Write<'part-is-new'> => ({
      condition: 'part-is-new',
      item: {
        Put: {
          TableName: table,
          Item: { ...keys.exportPart(of.id, number), ...part, ...expiry(of) },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    }),

    /** All of them, in order: as many as a manifest names are less than a page of 1 MB. */
    async listParts(id: string): Promise<readonly ExportPart[]> {
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :parts)',
          ExpressionAttributeValues: { ':pk': keys.exportPart(id, 0).pk, ':parts': 'PART#' },
          ConsistentRead: true,
          Limit: exportLimits.mostParts,
        }),
      );
      return Items.map((item) => z.parse(storedPart, item));
    },

    keepManifest: (of: CreditExport, token: string): Write<'manifest-is-new'> => ({
      condition: 'manifest-is-new',
      item: {
        Put: {
          TableName: table,
          Item: { ...keys.exportManifest(of.id), token: packText(token), ...expiry(of) },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    }),

    async findManifest(id: string): Promise<string | undefined> {
      const item = await get(keys.exportManifest(id));
      return item && unpackText(z.parse(storedManifest, item).token);
    },
  };
}

export type ExportStore = ReturnType<typeof createExportStore>;
