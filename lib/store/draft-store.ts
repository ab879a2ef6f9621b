import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { DomainError } from '../domain/errors.ts';
import type { Draft } from '../domain/registration/draft.ts';
import { intakeLimits } from '../domain/registration/intake-limits.ts';
import { getAll } from './batch-get.ts';
import { epochSecondOf } from './expiry.ts';
import { keys } from './keys.ts';
import type { Write } from './transaction.ts';

/** The ids of a caller's drafts, and the version they were read at; 0 is none yet. */
export interface DraftList {
  readonly owner: string;
  readonly version: number;
  readonly ids: readonly string[];
  /** The epoch second at which it may be dropped: never before the last of its drafts. */
  readonly expiresAt: number;
}

export interface DraftWithContent {
  readonly draft: Draft;
  readonly sealed: string;
}

const envelope = {
  id: z.string(),
  version: z.int(),
  owner: z.string(),
  item: z.string(),
  savedAt: z.string(),
  keptUntil: z.string(),
};
const stored = z.discriminatedUnion('state', [
  z.object({ state: z.enum(['open', 'discarded']), ...envelope }),
  z.object({ state: z.literal('filed'), filing: z.string(), ...envelope }),
]);
const storedContent = z.object({ version: z.int(), sealed: z.string() });
const storedList = z.object({
  version: z.int(),
  ids: z.array(z.string()),
  expiresAt: z._default(z.int(), 0),
});

const fromItem = (item: Record<string, unknown>): Draft => z.parse(stored, item) as Draft;

const ATTEMPTS = 5;

/** What callers are filling in. Every key begins with its owner: nobody reads another's, whatever id they name. */
export function createDraftStore(client: DynamoDBDocumentClient, table: string) {
  const put = (draft: Draft, condition: string, rule: Record<string, unknown>): Write => ({
    condition,
    item: {
      Put: {
        TableName: table,
        Item: {
          ...keys.draft(draft.owner, draft.id),
          ...draft,
          expiresAt: epochSecondOf(draft.keptUntil),
        },
        ...rule,
      } as NonNullable<Write['item']['Put']>,
    },
  });
  /** Written with the draft's own item, whose condition speaks for both. */
  const content = ({ owner, id, version, keptUntil }: Draft, sealed: string): Write => ({
    condition: 'draft-content-kept',
    item: {
      Put: {
        TableName: table,
        Item: { ...keys.draftContent(owner, id), version, sealed, expiresAt: epochSecondOf(keptUntil) },
      },
    },
  });
  /** Kept for as long again as its newest draft, so that it is not written each time one is saved. */
  const putList = (
    { owner, version, expiresAt }: DraftList,
    ids: readonly string[],
    { keptUntil }: Draft,
  ): Write<'drafts-unchanged'> => ({
    condition: 'drafts-unchanged',
    item: {
      Put: {
        TableName: table,
        Item: {
          ...keys.drafts(owner),
          version: version + 1,
          ids,
          expiresAt: Math.max(expiresAt, epochSecondOf(keptUntil) + intakeLimits.draft.keptDays * 86_400),
        },
        ConditionExpression: 'attribute_not_exists(pk) OR #version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': version },
      },
    },
  });
  return {
    /** A new draft in the list of its owner. */
    create: (list: DraftList, draft: Draft, sealed: string): readonly Write[] => [
      putList(list, [...list.ids, draft.id], draft),
      put(draft, 'draft-is-new', { ConditionExpression: 'attribute_not_exists(pk)' }),
      content(draft, sealed),
    ],
    /** Replaces the version before this one. What a closed draft said is overwritten by nothing. */
    replace: (draft: Draft, sealed: string): readonly Write[] => [
      put(draft, 'draft-unchanged', {
        ConditionExpression: '#version = :read',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':read': draft.version - 1 },
      }),
      content(draft, draft.state === 'open' ? sealed : ''),
    ],
    /** Nothing, or the list kept longer, where a draft in it is now kept longer than the list is. */
    outlast: (list: DraftList, draft: Draft): readonly Write[] =>
      list.ids.includes(draft.id) && list.expiresAt < epochSecondOf(draft.keptUntil)
        ? [putList(list, list.ids, draft)]
        : [],
    async list(owner: string): Promise<DraftList> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.drafts(owner), ConsistentRead: true }),
      );
      const list = Item === undefined ? { version: 0, ids: [], expiresAt: 0 } : z.parse(storedList, Item);
      return { owner, ...list };
    },
    /** Those of a list, in no order; some may have ended. */
    findMany: async ({ owner, ids }: Pick<DraftList, 'owner' | 'ids'>): Promise<readonly Draft[]> =>
      (
        await getAll(
          client,
          table,
          ids.map((id) => keys.draft(owner, id)),
        )
      ).map(fromItem),
    async find(owner: string, id: string): Promise<Draft | undefined> {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.draft(owner, id), ConsistentRead: true }),
      );
      return Item && fromItem(Item);
    },
    /** With what it says, both of one version. */
    async findWithContent(owner: string, id: string): Promise<DraftWithContent | undefined> {
      const key = keys.draft(owner, id);
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const items = await getAll(client, table, [key, keys.draftContent(owner, id)]);
        const own = items.find(({ sk }) => sk === key.sk);
        const other = items.find(({ sk }) => sk !== key.sk);
        if (own === undefined || other === undefined) return undefined;
        const draft = fromItem(own);
        const { version, sealed } = z.parse(storedContent, other);
        if (version === draft.version) return { draft, sealed };
      }
      throw new DomainError('too-busy');
    },
  };
}

export type DraftStore = ReturnType<typeof createDraftStore>;
