import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { SubjectKey } from '../domain/subject/subject-key.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { cursorFrom, foreignCursor, type Page, positionOf } from './cursor.ts';
import { keys } from './keys.ts';
import { LIST_SHARDS } from './list-shards.ts';

/** A record that was published in a class; whether it still counts is told by its versions. */
export interface ListMember {
  readonly record: string;
  readonly subject: SubjectKey;
}

export interface ListQuestion {
  readonly list: string;
  /** The sides whose records are asked for. */
  readonly jurisdictions: readonly string[];
  /** Names the route and the filter that a cursor is for. */
  readonly binding: string;
  readonly cursor?: string | undefined;
}

const PAGE_SIZE = 20;
const stored = z.looseObject({
  id: z.string(),
  subject: z.custom<SubjectKey>((value) => typeof value === 'string'),
});

/** Who was ever published in a class, partition by partition, each in an order that nothing changes. */
export function createListStore(client: DynamoDBDocumentClient, table: string) {
  const read = async (listPk: string, after: string | undefined, limit: number) => {
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'list',
        KeyConditionExpression: after === undefined ? 'listPk = :pk' : 'listPk = :pk AND listSk > :after',
        ExpressionAttributeValues: { ':pk': listPk, ...(after !== undefined && { ':after': after }) },
        Limit: limit,
      }),
    );
    /* Where the table stopped, which need not be the last of what it gave. */
    const stoppedAt = LastEvaluatedKey && String(LastEvaluatedKey.listSk);
    return { items: Items.map((item) => z.parse(stored, item)), stoppedAt };
  };

  const positionIn = (count: number, { binding, cursor }: ListQuestion) => {
    if (cursor === undefined) return { at: 0, after: undefined };
    const { partition = '', sk = '' } = positionOf(binding, cursor, ['partition', 'sk']);
    const at = Number(partition);
    if (!Number.isInteger(at) || at < 0 || at >= count) throw foreignCursor();
    return { at, after: sk === BEGINNING ? undefined : sk };
  };

  return {
    /** At most one Query for each partition, and one more. A page is short only where the list ends. */
    async page(question: ListQuestion): Promise<Page<ListMember>> {
      const { list, jurisdictions, binding } = question;
      const partitions = jurisdictions.flatMap((side) =>
        Array.from(
          { length: LIST_SHARDS },
          (_, shard) => keys.listMember(list, side, shard, '' as PlainDate, '').listPk,
        ),
      );
      let { at, after } = positionIn(partitions.length, question);
      const entries: ListMember[] = [];
      for (; at < partitions.length && entries.length < PAGE_SIZE; ) {
        const { items, stoppedAt } = await read(partitions[at] ?? '', after, PAGE_SIZE - entries.length);
        entries.push(...items.map(({ id: record, subject }) => ({ record, subject })));
        after = stoppedAt;
        if (stoppedAt === undefined) at += 1;
      }
      if (at >= partitions.length) return { entries };
      return { entries, next: cursorFrom(binding, { partition: String(at), sk: after ?? BEGINNING }) };
    },
  };
}

/** Stands in a cursor for the beginning of a partition. */
const BEGINNING = '-';

export type ListStore = ReturnType<typeof createListStore>;
