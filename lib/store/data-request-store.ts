import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type DataRequest, dataRequestKinds, dataRequestOutcomes } from '../domain/subject/data-request.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import { cursorFrom, type Page, positionOf } from './cursor.ts';
import { epochSecondOf } from './expiry.ts';
import { keys } from './keys.ts';
import type { Write } from './transaction.ts';

const PAGE_SIZE = 20;
const DAY_SECONDS = 86_400;

const text = z.string();
const article = z.object({
  law: text,
  article: text,
  validFrom: text,
  validTo: z.exactOptional(text),
  confidence: text,
});
const stored = z.object({
  id: text,
  version: z.int(),
  kind: z.enum(dataRequestKinds),
  about: z.discriminatedUnion('of', [
    z.object({ of: z.literal('filing'), filing: text }),
    z.object({ of: z.literal('record'), record: text }),
    z.object({ of: z.literal('file'), jurisdiction: text }),
  ]),
  jurisdiction: text,
  subject: text,
  askedBy: text,
  askedAt: text,
  askedOn: text,
  sealed: text,
  due: z.object({ dueOn: text, provisional: z.boolean() }),
  decision: z.exactOptional(
    z.object({
      outcome: z.enum(dataRequestOutcomes),
      ground: text,
      article,
      reason: text,
      by: text,
      authority: text,
      at: text,
      on: text,
    }),
  ),
});

const fromItem = (item: unknown): DataRequest => z.parse(stored, item) as DataRequest;

interface Listing {
  readonly index: 'queue' | 'applicant';
  readonly hash: string;
  readonly forward: boolean;
  readonly caller: string;
  readonly cursor?: string | undefined;
}

/** Requests about one's own data. One that is open stands in the queue of its side; each stands with its subject. */
export function createDataRequestStore(client: DynamoDBDocumentClient, table: string, keptDays: number) {
  const toItem = (request: DataRequest): Record<string, unknown> => {
    const { id, subject, jurisdiction, askedAt, due, decision } = request;
    return {
      ...keys.dataRequest(id),
      ...request,
      ...keys.dataRequestsOf(subject, askedAt, id),
      ...(decision === undefined
        ? keys.dataRequestsDue(jurisdiction, due.dueOn, id)
        : { expiresAt: epochSecondOf(decision.at) + keptDays * DAY_SECONDS }),
    };
  };

  async function list({ index, hash, forward, caller, cursor }: Listing): Promise<Page<DataRequest>> {
    const names = ['pk', 'sk', `${index}Sk`];
    const binding = `dataRequests#${index}#${caller}#${hash}`;
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: index,
        KeyConditionExpression: '#hash = :hash',
        ExpressionAttributeNames: { '#hash': `${index}Pk` },
        ExpressionAttributeValues: { ':hash': hash },
        ScanIndexForward: forward,
        Limit: PAGE_SIZE,
        ExclusiveStartKey:
          cursor === undefined ? undefined : { ...positionOf(binding, cursor, names), [`${index}Pk`]: hash },
      }),
    );
    const position = (key: Record<string, unknown>) =>
      Object.fromEntries(names.map((name) => [name, String(key[name])]));
    return {
      entries: Items.map(fromItem),
      ...(LastEvaluatedKey && { next: cursorFrom(binding, position(LastEvaluatedKey)) }),
    };
  }

  return {
    create: (request: DataRequest): Write => ({
      condition: 'data-request-is-new',
      item: {
        Put: { TableName: table, Item: toItem(request), ConditionExpression: 'attribute_not_exists(pk)' },
      },
    }),

    /** Replaces the version before this one. */
    replace: (request: DataRequest): Write => ({
      condition: 'data-request-unchanged',
      item: {
        Put: {
          TableName: table,
          Item: toItem(request),
          ConditionExpression: '#version = :read',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':read': request.version - 1 },
        },
      },
    }),

    async find(id: string): Promise<DataRequest | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.dataRequest(id), ConsistentRead: true }),
      );
      return Item && fromItem(Item);
    },

    /** Newest first. */
    listOf: (subject: SubjectKey, caller: string, cursor?: string) => {
      const { applicantPk } = keys.dataRequestsOf(subject, '', '');
      return list({ index: 'applicant', hash: applicantPk, forward: false, caller, cursor });
    },

    /** Open ones of a side, the most urgent first. */
    listDue: (jurisdiction: string, caller: string, cursor?: string) => {
      const { queuePk } = keys.dataRequestsDue(jurisdiction, '', '');
      return list({ index: 'queue', hash: queuePk, forward: true, caller, cursor });
    },

    /** How many of the newest hundred are open: the index lags a moment behind, so a bound by this is not to the one. */
    async countOpen(subject: SubjectKey): Promise<number> {
      const { applicantPk } = keys.dataRequestsOf(subject, '', '');
      const { Count = 0 } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'applicant',
          KeyConditionExpression: 'applicantPk = :subject',
          FilterExpression: 'attribute_not_exists(decision)',
          ExpressionAttributeValues: { ':subject': applicantPk },
          ScanIndexForward: false,
          Select: 'COUNT',
          Limit: 100,
        }),
      );
      return Count;
    },
  };
}

export type DataRequestStore = ReturnType<typeof createDataRequestStore>;
