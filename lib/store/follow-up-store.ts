import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type FollowUp, isAwaited } from '../domain/registration/follow-up.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { cursorFrom, type Page, positionOf } from './cursor.ts';
import { keys } from './keys.ts';
import { putNext } from './subject-items.ts';
import type { Write } from './transaction.ts';

const PAGE_SIZE = 20;

const text = z.string();
const day = text as unknown as z.ZodMiniType<PlainDate>;
const instant = text as unknown as z.ZodMiniType<Instant>;
const due = z.object({ dueOn: day, provisional: z.boolean() });
const stored = z.object({
  filing: text,
  item: text,
  authority: text,
  submittedBy: text,
  promised: z.array(text),
  clock: z.object({ from: day, workingDays: z.int() }),
  due,
  handedIn: z.array(z.looseObject({ kind: text, sha256: text, on: day, at: instant, by: text })),
  closed: z.exactOptional(z.object({ on: day, at: instant, by: text, reason: text })),
  mootOn: z.exactOptional(day),
  changedAt: instant,
  version: z.int(),
});

const followUpFrom = (item: unknown): FollowUp => z.parse(stored, item) as unknown as FollowUp;

/** That somebody was reminded of what they promised, before the day or after it; of each once. */
export interface FollowUpReminder {
  readonly filing: string;
  readonly item: string;
  readonly authority: string;
  readonly submittedBy: string;
  readonly awaited: number;
  readonly dueOn: PlainDate;
  readonly overdue: boolean;
  readonly at: Instant;
  readonly on: PlainDate;
}
const storedReminder = z.object({
  filing: text,
  item: text,
  authority: text,
  submittedBy: text,
  awaited: z.int(),
  dueOn: day,
  overdue: z.boolean(),
  at: instant,
  on: day,
});

const inFiling = (image: Readonly<Record<string, unknown>>, beginning: string): boolean =>
  String(image.pk).startsWith('FILING#') && String(image.sk).startsWith(beginning);

/** Out of an image of the table's stream; `undefined` for any other item. */
export const followUpOfImage = (image: Readonly<Record<string, unknown>>): FollowUp | undefined =>
  inFiling(image, 'FOLLOWUP') ? followUpFrom(image) : undefined;
export const reminderOfImage = (image: Readonly<Record<string, unknown>>): FollowUpReminder | undefined =>
  inFiling(image, 'PROMISED#') ? (z.parse(storedReminder, image) as FollowUpReminder) : undefined;

/** What was promised with filings, beside each. While something is awaited it stands with its authority by its due day. */
export function createFollowUpStore(client: DynamoDBDocumentClient, table: string) {
  const placeOf = (followUp: FollowUp) =>
    isAwaited(followUp) ? keys.followUpsOf(followUp.authority, followUp.due.dueOn, followUp.filing) : {};
  return {
    /** A new one, or the next version of one that was read. */
    put: (followUp: FollowUp): Write<'follow-up-unchanged'> => ({
      condition: 'follow-up-unchanged',
      item: putNext(table, keys.followUp(followUp.filing), { ...followUp, ...placeOf(followUp) }),
    }),

    remind: (reminder: FollowUpReminder): Write<'reminder-is-new'> => ({
      condition: 'reminder-is-new',
      item: {
        Put: {
          TableName: table,
          Item: {
            ...keys.followUpReminder(
              reminder.filing,
              `${reminder.dueOn}#${reminder.overdue ? 'overdue' : 'due'}`,
            ),
            ...reminder,
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    }),

    async find(filing: string): Promise<FollowUp | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.followUp(filing), ConsistentRead: true }),
      );
      return Item && followUpFrom(Item);
    },

    /** Those of an authority that are awaited, the most urgent first; with `dueBy` those alone that are due up to that day. */
    async listAwaited(
      { authority, dueBy }: { readonly authority: string; readonly dueBy?: PlainDate },
      cursor?: string,
    ): Promise<Page<FollowUp>> {
      const { queuePk } = keys.followUpsOf(authority, '', '');
      const binding = ['followUps', queuePk, dueBy ?? ''].join('#');
      const names = ['pk', 'sk', 'queueSk'];
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'queue',
          KeyConditionExpression: `queuePk = :pk${dueBy === undefined ? '' : ' AND queueSk < :after'}`,
          ExpressionAttributeValues: {
            ':pk': queuePk,
            ...(dueBy !== undefined && { ':after': `${dueBy}$` }),
          },
          Limit: PAGE_SIZE,
          ExclusiveStartKey:
            cursor === undefined ? undefined : { ...positionOf(binding, cursor, names), queuePk },
        }),
      );
      const position =
        LastEvaluatedKey && Object.fromEntries(names.map((name) => [name, String(LastEvaluatedKey[name])]));
      return {
        entries: Items.map(followUpFrom),
        ...(position && { next: cursorFrom(binding, position) }),
      };
    },
  };
}

export type FollowUpStore = ReturnType<typeof createFollowUpStore>;
