import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import {
  type ListingCase,
  type ListingState,
  type ListingStep,
  lastStep,
  listingActKinds,
  listingStateOf,
  stepOf,
  versionOf,
} from '../domain/credit/listing-case.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import { cursorFrom, foreignCursor, type Page, positionOf } from './cursor.ts';
import { storedSubject } from './dispute-store.ts';
import { keys } from './keys.ts';
import type { Write } from './transaction.ts';

const text = z.string();
const storedStep = z.looseObject({
  kind: z.enum(listingActKinds),
  number: z.int(),
  on: text,
  at: text,
  by: text,
});
const stored = z.object({
  id: text,
  list: text,
  subject: storedSubject,
  codeCheck: z.exactOptional(z.enum(['failed', 'legacy'])),
  authority: text,
  jurisdiction: text,
  /* Steps are written by `toItem` alone; what every one has is looked at, the rest follows from its kind. */
  steps: z.array(storedStep),
});

const fromItem = (item: unknown): ListingCase => {
  const { steps, ...listing } = z.parse(stored, item);
  return { ...listing, steps: steps as unknown as readonly ListingStep[] };
};

const PAGE_SIZE = 20;
/** Pages a subject's own list is read on; far more cases than anybody has. */
const MOST_OF_SUBJECT = 100;

/** A listing that ended stays among those that were listed: whether it has is only known when it is read. */
const groupOf = (state: ListingState): string => (state === 'removed' ? 'listed' : state);

/** Listing cases: by id, by authority and state, by subject. Steps are added beside the case and never changed. */
export function createListingStore(client: DynamoDBDocumentClient, table: string) {
  async function find(id: string): Promise<ListingCase | undefined> {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: keys.listingCase(id), ConsistentRead: true }),
    );
    return Item && fromItem(Item);
  }

  return {
    find,

    /**
     * A case with the steps that were added to it, with everything by which it is found; a new one where these are all
     * it has.
     */
    put(next: ListingCase, added = 1): readonly Write[] {
      const version = versionOf(next);
      const step = lastStep(next);
      const state = groupOf(listingStateOf(next));
      const firstAt = next.steps[0]?.at ?? step.at;
      const item = { ...next, version };
      const asked = stepOf(next, 'consent-asked');
      const put = (Item: Record<string, unknown>, condition = 'listing-unchanged'): Write => ({
        condition,
        item: { Put: { TableName: table, Item } },
      });
      return [
        {
          condition: 'listing-unchanged',
          item: {
            Put: {
              TableName: table,
              Item: {
                ...keys.listingCase(next.id),
                ...keys.listingsOf(next.authority, state, firstAt, next.id),
                ...item,
              },
              ...(version === added
                ? { ConditionExpression: 'attribute_not_exists(pk)' }
                : {
                    ConditionExpression: '#version = :read',
                    ExpressionAttributeNames: { '#version': 'version' },
                    ExpressionAttributeValues: { ':read': version - added },
                  }),
            },
          },
        },
        ...next.steps
          .slice(-added)
          .map((one) => put({ ...keys.listingStep(next.id, one.number), ...one, listing: next.id })),
        ...(asked === undefined
          ? []
          : [
              put({
                ...keys.listingConsent(next.id),
                ...keys.listingsOf(asked.of, state, firstAt, next.id),
                ...item,
              }),
            ]),
        /* From the notice on, or from the decision where there is none, the subject knows of it. */
        ...(step.kind === 'notified' || step.kind === 'listed'
          ? [put({ ...keys.listingOfSubject(next.subject, next.id), listing: next.id })]
          : []),
      ];
    },

    /** Of an authority, its own and those whose consent it was asked for; by state, the oldest of each first. */
    async listOfAuthority(
      authority: string,
      state: ListingState | undefined,
      binding: string,
      cursor?: string,
    ): Promise<Page<ListingCase>> {
      const hash = `LISTINGS#${authority}`;
      const prefix = state === undefined ? '' : `${groupOf(state)}#`;
      const names = ['pk', 'sk', 'authoritySk'];
      /* The table does not go on from a position outside of the range it is asked for. */
      const after = (given: string) => {
        const position = positionOf(binding, given, names);
        if (!position.authoritySk?.startsWith(prefix)) throw foreignCursor();
        return { ...position, authorityPk: hash };
      };
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'authority',
          KeyConditionExpression:
            prefix === ''
              ? 'authorityPk = :hash'
              : 'authorityPk = :hash AND begins_with(authoritySk, :prefix)',
          ExpressionAttributeValues: { ':hash': hash, ...(prefix !== '' && { ':prefix': prefix }) },
          Limit: PAGE_SIZE,
          ...(cursor !== undefined && { ExclusiveStartKey: after(cursor) }),
        }),
      );
      const position =
        LastEvaluatedKey && Object.fromEntries(names.map((name) => [name, String(LastEvaluatedKey[name])]));
      return { entries: Items.map(fromItem), ...(position && { next: cursorFrom(binding, position) }) };
    },

    /** Those a subject knows of. */
    async listOfSubject(subject: SubjectKey): Promise<readonly ListingCase[]> {
      const { pk } = keys.listingOfSubject(subject, '');
      const { Items = [] } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :listings)',
          ExpressionAttributeValues: { ':pk': pk, ':listings': 'LISTING#' },
          ConsistentRead: true,
          Limit: MOST_OF_SUBJECT,
        }),
      );
      const found = await Promise.all(Items.map(({ listing }) => find(String(listing))));
      return found.filter((listing) => listing !== undefined);
    },
  };
}

export type ListingStore = ReturnType<typeof createListingStore>;
