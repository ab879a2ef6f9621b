import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import {
  type AddressedNotice,
  type HandedOver,
  type InboxNotice,
  inboxNoticeKinds,
} from '../domain/registration/inbox-notice.ts';
import type { Instant } from '../domain/time/instant.ts';
import { cursorFrom, type Page, positionOf } from './cursor.ts';
import { keys } from './keys.ts';

const PAGE_SIZE = 20;
/** Comes after every position of a list: instants have four digits of a year. */
const AFTER_ALL = ':';

const text = z.string();
const stored = z.looseObject({
  kind: z.enum(inboxNoticeKinds),
  at: text,
  filing: text,
  version: z.int(),
  item: text,
  authority: text,
});

function fromItem(item: Record<string, unknown>): InboxNotice {
  const { pk: _pk, sk: _sk, expiresAt: _expiresAt, ...notice } = z.parse(stored, item);
  return notice as unknown as InboxNotice;
}

const handedOver = z.looseObject({
  id: text,
  version: z.int(),
  item: text,
  submittedBy: text,
  registration: z.looseObject({
    code: z.optional(text),
    handover: z.looseObject({ from: text, closedAt: text }),
  }),
});

/** The filing among the new images of the table's stream whose file is handed over; `undefined` for any other item. */
export function handedOverFrom(image: Readonly<Record<string, unknown>>): HandedOver | undefined {
  if (!String(image.pk).startsWith('FILING#') || image.sk !== 'FILING') return undefined;
  const { registration } = image as { registration?: { handover?: { closedAt?: unknown } } };
  if (registration?.handover?.closedAt === undefined) return undefined;
  return z.parse(handedOver, image) as unknown as HandedOver;
}

/** Which notices of an inbox are asked for. */
export interface InboxQuestion {
  /** The inboxes, read as one. */
  readonly owners: readonly string[];
  /** Nothing that happened before. */
  readonly from: Instant;
  /** Names the route and the caller that a cursor is for. */
  readonly binding: string;
  readonly cursor?: string | undefined;
}

/** What people are told of filings, by who is told. Notices are added once, and dropped by the table when their time is over. */
export function createInboxStore(client: DynamoDBDocumentClient, table: string) {
  /** The newest of one inbox before a position, one more than a page. */
  const read = async (owner: string, from: Instant, before: string) => {
    const { Items = [] } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :before',
        ExpressionAttributeValues: {
          ':pk': keys.inboxNotice(owner, from, '', 0, '').pk,
          ':from': from,
          ':before': before,
        },
        ConsistentRead: true,
        ScanIndexForward: false,
        /* The position itself is read again, and one tells whether there is more. */
        Limit: PAGE_SIZE + 2,
      }),
    );
    return Items.filter(({ sk }) => sk !== before);
  };
  return {
    /** Written again, a notice stays what it is: also where it had been written and the answer was lost. */
    async add({ owner, notice }: AddressedNotice, expiresAt: number): Promise<void> {
      const notToldYet = 'attribute_not_exists(pk)';
      const { at, filing, version, kind } = notice;
      try {
        await client.send(
          new PutCommand({
            TableName: table,
            Item: { ...keys.inboxNotice(owner, at, filing, version, kind), ...notice, expiresAt },
            ConditionExpression: notToldYet,
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },

    /** Newest first, of all these inboxes together. */
    async list({ owners, from, binding, cursor }: InboxQuestion): Promise<Page<InboxNotice>> {
      const before = cursor === undefined ? AFTER_ALL : (positionOf(binding, cursor, ['sk']).sk ?? '');
      if (before < from) return { entries: [] };
      const found = await Promise.all(owners.map((owner) => read(owner, from, before)));
      const bySk = new Map(found.flat().map((item) => [String(item.sk), item]));
      const all = [...bySk.keys()].toSorted().toReversed();
      const page = all.slice(0, PAGE_SIZE);
      const last = page.at(-1);
      return {
        entries: page.map((sk) => fromItem(bySk.get(sk) ?? {})),
        ...(all.length > PAGE_SIZE && last !== undefined && { next: cursorFrom(binding, { sk: last }) }),
      };
    },
  };
}

export type InboxStore = ReturnType<typeof createInboxStore>;
