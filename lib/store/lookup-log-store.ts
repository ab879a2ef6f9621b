import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type LoggedLookup, type LookupTerms, termsOf } from '../domain/subject/logged-lookup.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { cursorFrom, type Page, positionOf } from './cursor.ts';
import { keys } from './keys.ts';
import { createLookupAppend, placeOf } from './lookup-append.ts';

/** One look-up as the subject of it may see it. */
export type SeenLookup = LookupTerms;

const PAGE_SIZE = 50;
const WRITES_AT_ONCE = 25;

const text = z.string();
const day = z.custom<PlainDate>((value) => typeof value === 'string');
const instant = z.custom<Instant>((value) => typeof value === 'string');
const seen = z.object({
  id: text,
  at: instant,
  on: day,
  authority: text,
  jurisdiction: text,
  purpose: text,
  basis: text,
  asOf: z.exactOptional(day),
  knownAt: z.exactOptional(instant),
});
const logged = z.extend(seen, {
  caller: text,
  subjects: z.array(z.custom<SubjectKey>((value) => typeof value === 'string')),
  salt: text,
});

/** An entry as it stands in the log, or in a copy of it. */
export const lookupFrom = (value: unknown): LoggedLookup => z.parse(logged, value);

/** An entry of the log whose content names another place than the one it stands in. */
export class Misfiled extends Error {
  override readonly name = 'Misfiled';
}

/**
 * The look-up among the new images of the table's stream. The stream also carries what the fan-out itself wrote,
 * which gives `undefined`.
 */
export function loggedLookupFrom(image: Readonly<Record<string, unknown>>): LoggedLookup | undefined {
  return String(image.pk).startsWith('LOG#') ? lookupFrom(image) : undefined;
}

/** The log of look-ups, and by subject who looked. */
export function createLookupLogStore(client: DynamoDBDocumentClient, table: string) {
  return {
    append: createLookupAppend(client, table),

    /**
     * One entry for each subject of a look-up. Writing it again changes nothing. Single puts: the right to write in
     * bulk would be one to delete.
     */
    async addSeen(lookup: LoggedLookup): Promise<void> {
      const { subjects } = lookup;
      const entry = termsOf(lookup);
      const add = (subject: SubjectKey) =>
        client.send(
          new PutCommand({ TableName: table, Item: { ...keys.seen(subject, entry.at, entry.id), ...entry } }),
        );
      for (let at = 0; at < subjects.length; at += WRITES_AT_ONCE)
        await Promise.all(subjects.slice(at, at + WRITES_AT_ONCE).map(add));
    },

    async find(
      place: Pick<LoggedLookup, 'jurisdiction' | 'on' | 'at' | 'id'>,
    ): Promise<LoggedLookup | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: placeOf(place), ConsistentRead: true }),
      );
      return Item && z.parse(logged, Item);
    },

    /**
     * One shard of a day's log in the order of its keys, page by page: for whoever seals or checks a finished day,
     * which is read whole, or from behind one of its entries (`at#id`) on. An entry that stands under another key than its own is a fault and throws.
     */
    async *pagesOf(
      shard: { readonly jurisdiction: string; readonly day: PlainDate; readonly shard: number },
      after = '',
    ): AsyncGenerator<readonly LoggedLookup[]> {
      const { pk } = keys.lookup(shard.jurisdiction, shard.day, shard.shard, '' as Instant, '');
      let from: Record<string, unknown> | undefined;
      do {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: 'pk = :pk AND sk > :after',
            ExpressionAttributeValues: { ':pk': pk, ':after': after === '' ? '0' : after },
            ConsistentRead: true,
            ExclusiveStartKey: from,
          }),
        );
        yield Items.map((item) => {
          const lookup = z.parse(logged, item);
          const place = placeOf(lookup);
          if (place.pk !== item.pk || place.sk !== item.sk) throw new Misfiled(String(item.sk));
          return lookup;
        });
        from = LastEvaluatedKey;
      } while (from !== undefined);
    },

    /** Newest first. `binding` names the route and the caller the cursor is for. */
    async listSeen(subject: SubjectKey, binding: string, cursor?: string): Promise<Page<SeenLookup>> {
      const { pk } = keys.seen(subject, '' as Instant, '');
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': pk },
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: PAGE_SIZE,
          ExclusiveStartKey:
            cursor === undefined ? undefined : { pk, ...positionOf(binding, cursor, ['sk']) },
        }),
      );
      const entries = Items.map((item) => z.parse(seen, item));
      return {
        entries,
        ...(LastEvaluatedKey && { next: cursorFrom(binding, { sk: String(LastEvaluatedKey.sk) }) }),
      };
    },
  };
}

export type LookupLogStore = ReturnType<typeof createLookupLogStore>;
