import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { endedOn, type Fruitless, isFruitless } from '../domain/registration/erase-filing.ts';
import type { Filing, FilingEvent } from '../domain/registration/filing.ts';
import type { Moment } from '../domain/time/instant.ts';
import { addDays, type PlainDate } from '../domain/time/plain-date.ts';
import { keys } from './keys.ts';
import { createListFilings, type Within } from './list-filings.ts';
import { isLong, packedText, packText, unpackText } from './packed-text.ts';
import type { Write } from './transaction.ts';

const queueOf = (authority: string): string => `QUEUE#${authority}`;
const applicantOf = (caller: string): string => `APPLICANT#${caller}`;

/** A sum that a finding tells can be beyond the numbers that the client of the table takes; as text it is kept. */
const LARGE_NUMBER = /\d{16}|\de\+/;

/** What grows with a filing, apart and packed where it is much. */
function withPacked(filing: Filing): Record<string, unknown> {
  const { filed, findings, evidence, ...rest } = { evidence: undefined, ...filing };
  const text = JSON.stringify({ filed, findings, evidence });
  return isLong(text) || LARGE_NUMBER.test(text) ? { ...rest, packed: packText(text) } : { ...filing };
}

function withUnpacked({ packed, ...item }: Record<string, unknown>): Record<string, unknown> {
  return packed === undefined ? item : { ...item, ...JSON.parse(unpackText(z.parse(packedText, packed))) };
}

/** Who has to do something about a filing, by when: decide it, or hand over the file of whoever moved by it. */
function dueOf(filing: Filing): { readonly authority: string; readonly dueOn: string } | undefined {
  if (filing.state === 'in-review') return { authority: filing.decidedBy, dueOn: filing.due.dueOn };
  if (filing.state !== 'registered') return undefined;
  const { handover } = filing.registration;
  return handover === undefined || handover.closedOn !== undefined
    ? undefined
    : { authority: handover.from, dueOn: handover.dueOn };
}

const endedIn = (state: Filing['state'], month: string): string => `ENDED#${state}#${month}`;

/**
 * A filing stands in the queue of the authority that has to act on it; one that led to nothing, until it is erased,
 * under the month in which it was over.
 */
function queuePlaceOf(filing: Filing) {
  const due = dueOf(filing);
  if (due !== undefined) return { queuePk: queueOf(due.authority), queueSk: `${due.dueOn}#${filing.id}` };
  if (!isFruitless(filing) || filing.erasedOn !== undefined) return {};
  const day = endedOn(filing);
  return { queuePk: endedIn(filing.state, day.slice(0, 7)), queueSk: `${day}#${filing.id}` };
}

/** Every filing stands with its applicant. */
function toItem(filing: Filing): Record<string, unknown> {
  return {
    ...keys.filing(filing.id),
    ...withPacked(filing),
    applicantPk: applicantOf(filing.submittedBy),
    applicantSk: `${filing.submittedAt}#${filing.id}`,
    ...queuePlaceOf(filing),
  };
}

const due = z.object({ dueOn: z.string(), provisional: z.boolean() });
const ruling = z.looseObject({
  outcome: z.enum(['register', 'return', 'refuse']),
  by: z.string(),
  at: z.string(),
});
const envelope = {
  id: z.string(),
  version: z.int(),
  item: z.string(),
  standardVersion: z.string(),
  division: z.string(),
  submittedBy: z.string(),
  decidedBy: z.string(),
  sealedPersons: z.string(),
  persons: z.array(z.looseObject({ ref: z.string(), subject: z.string() })),
  findings: z.array(z.looseObject({ rule: z.string() })),
  admissible: z.array(z.enum(['register', 'return', 'refuse'])),
};
const stored = z.discriminatedUnion('state', [
  z.looseObject({ state: z.enum(['returned', 'refused']), ruling, ...envelope }),
  z.looseObject({
    state: z.literal('withdrawn'),
    withdrawal: z.looseObject({ by: z.string() }),
    ...envelope,
  }),
  z.looseObject({
    state: z.literal('in-review'),
    due,
    evidence: z.looseObject({ nameClaims: z.array(z.unknown()) }),
    ...envelope,
  }),
  z.looseObject({
    state: z.literal('registered'),
    ruling,
    registration: z.looseObject({ code: z.optional(z.string()) }),
    ...envelope,
  }),
]);

const INDEX_FIELDS = new Set(['pk', 'sk', 'queuePk', 'queueSk', 'applicantPk', 'applicantSk']);

/** A filing out of its item, however it was read. */
export function filingFrom(item: Record<string, unknown>): Filing {
  const fields = Object.entries(z.parse(stored, withUnpacked(item))).filter(
    ([name]) => !INDEX_FIELDS.has(name),
  );
  return Object.fromEntries(fields) as unknown as Filing;
}

/** The signed receipt out of the item of an event. */
export const receiptFrom = (item: Record<string, unknown>): string =>
  unpackText(z.parse(z.looseObject({ receipt: packedText }), item).receipt);

const MOST_COUNTED = 100;

/** `atLeast`: there may be more. */
export interface OverdueCount {
  readonly count: number;
  readonly atLeast: boolean;
}

const MARKS = ['correctedBy', 'erasedOn', 'restrictedOn'] as const;
type MarksOfEnded = { readonly [Mark in (typeof MARKS)[number]]?: string | undefined };
const asRead = (mark: string | undefined): string =>
  mark === undefined ? 'attribute_not_exists' : 'attribute_exists';

/** Filings and what happened to them. */
export function createFilingStore(client: DynamoDBDocumentClient, table: string) {
  const list = createListFilings(client, table, filingFrom);
  const put = (filing: Filing, read: number): Write => ({
    condition: 'filing-unchanged',
    item: {
      Put: {
        TableName: table,
        Item: toItem(filing),
        ConditionExpression: '#version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': read },
      },
    },
  });
  /**
   * What is said of a filing after its end, beside its version. Neither undoes what another said since it was read: what
   * was erased does not come back with its facts, nor what was restricted to sight.
   */
  const putEnded = (condition: Write['condition'], filing: Filing, read: MarksOfEnded): Write => ({
    condition,
    item: {
      Put: {
        TableName: table,
        Item: toItem(filing),
        ConditionExpression: [
          '#version = :read',
          ...MARKS.map((mark) => `${asRead(read[mark])}(#${mark})`),
        ].join(' AND '),
        ExpressionAttributeNames: {
          '#version': 'version',
          ...Object.fromEntries(MARKS.map((mark) => [`#${mark}`, mark])),
        },
        ExpressionAttributeValues: { ':read': filing.version },
      },
    },
  });
  return {
    create: (filing: Filing): Write => ({
      condition: 'filing-is-new',
      item: {
        Put: { TableName: table, Item: toItem(filing), ConditionExpression: 'attribute_not_exists(pk)' },
      },
    }),
    /** Replaces the version before this one. */
    replace: (filing: Filing): Write => put(filing, filing.version - 1),
    /** Nobody has to hand over the file of whoever moved by it any more. What was decided stays as it is. */
    closeHandover: (filing: Filing & { readonly state: 'registered' }, closed: Moment): Write => {
      const { handover, ...registration } = filing.registration;
      const { on: closedOn, at: closedAt } = closed;
      const over = handover && { handover: { ...handover, closedOn, closedAt } };
      return put({ ...filing, registration: { ...registration, ...over } }, filing.version);
    },
    /** Names the one filing that corrects it. What was decided stays as it is, and so does the version. */
    linkCorrection: (filing: Filing, correctedBy: string): Write =>
      putEnded('filing-uncorrected', { ...filing, correctedBy }, filing),
    /** The same version without its facts: nothing was decided anew. Whoever corrects it at that moment goes first. */
    erase: (filing: Fruitless): Write =>
      putEnded('filing-unerased', filing, { ...filing, erasedOn: undefined }),
    /** The same version, from now on kept and nothing else. */
    restrict: (filing: Fruitless): Write =>
      putEnded('filing-unrestricted', filing, { ...filing, restrictedOn: undefined }),
    /** The event that made this version of the filing. */
    append: (filing: Filing, event: FilingEvent): Write => ({
      condition: 'event-is-new',
      item: {
        Put: {
          TableName: table,
          Item: {
            ...keys.filingEvent(filing.id, filing.version),
            ...event,
            receipt: packText(event.receipt),
          },
          ConditionExpression: 'attribute_not_exists(pk)',
        },
      },
    }),
    async find(id: string): Promise<Filing | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.filing(id), ConsistentRead: true }),
      );
      return Item && filingFrom(Item);
    },
    async findReceipt(id: string, version: number): Promise<string | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.filingEvent(id, version), ConsistentRead: true }),
      );
      return Item && receiptFrom(Item);
    },
    /** Newest first. */
    listByApplicant: (caller: string, cursor?: string) =>
      list('applicant', applicantOf(caller), false, cursor),
    /** By due day, the most urgent first. */
    listQueue: (authority: string, cursor?: string, within?: Within) =>
      list('queue', queueOf(authority), true, cursor, within),
    /** Of one month, those without facts to come that were over on a day or before it, the earliest first. */
    listEnded: (state: Fruitless['state'], month: string, last: PlainDate, cursor?: string) =>
      list('queue', endedIn(state, month), true, cursor, {
        range: { compare: '<', than: addDays(last, 1) },
      }),
    /** How many are due before a day; no more than `MOST_COUNTED` are counted. */
    async countDueBefore(authority: string, on: PlainDate): Promise<OverdueCount> {
      const { Count = 0, LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'queue',
          KeyConditionExpression: 'queuePk = :queue AND queueSk < :on',
          ExpressionAttributeValues: { ':queue': queueOf(authority), ':on': on },
          Select: 'COUNT',
          Limit: MOST_COUNTED,
        }),
      );
      return { count: Count, atLeast: LastEvaluatedKey !== undefined };
    },
    /** The same version with another due day: nothing was done to the filing, its place in the queue is another. */
    redate: (filing: Filing): Write => put(filing, filing.version),
  };
}

export type FilingStore = ReturnType<typeof createFilingStore>;
