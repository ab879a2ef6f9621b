import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Caller } from '../domain/subject/caller.ts';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { keys } from './keys.ts';
import type { Write } from './transaction.ts';

/** An officer whom an authority has seen act for it: an opaque id and, for recusal alone, a keyed hash. */
export interface KnownOfficer {
  readonly id: string;
  readonly recusalKey?: SubjectKey;
  readonly otherKeys?: readonly SubjectKey[];
}

const stored = z.looseObject({
  officer: z.string(),
  recusalKey: z.optional(z.string()),
  otherKeys: z.optional(z.array(z.string())),
});

/** Who has acted for which authority, as their tokens said: there is no other register of officers here. */
export function createOfficerStore(client: DynamoDBDocumentClient, table: string) {
  return {
    /** To be written with what they did; the same officer again is the same item. Who they are is not forgotten by a token that does not say. */
    seen: (
      authority: string,
      { id, otherKeys, ...caller }: Pick<Caller, 'id' | 'recusalKey' | 'subjectKey' | 'otherKeys'>,
      on: PlainDate,
    ): Write<'officer-seen'> => {
      const own = caller.recusalKey ?? caller.subjectKey;
      const named = { officer: id, seenOn: on, recusalKey: own, ...(otherKeys && { otherKeys }) };
      const item =
        own === undefined
          ? { ...keys.unnamedOfficer(authority, id), officer: id, seenOn: on }
          : { ...keys.officer(authority, id), ...named };
      return { condition: 'officer-seen', item: { Put: { TableName: table, Item: item } } };
    },
    async find(authority: string, id: string): Promise<KnownOfficer | undefined> {
      const [named, unnamed] = await Promise.all(
        [keys.officer(authority, id), keys.unnamedOfficer(authority, id)].map((Key) =>
          client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true })),
        ),
      );
      const Item = named?.Item ?? unnamed?.Item;
      if (Item === undefined) return undefined;
      const { officer, recusalKey, otherKeys } = z.parse(stored, Item);
      return {
        id: officer,
        ...(recusalKey !== undefined && { recusalKey: recusalKey as SubjectKey }),
        ...(otherKeys && { otherKeys: otherKeys as SubjectKey[] }),
      };
    },
  };
}

export type OfficerStore = ReturnType<typeof createOfficerStore>;
