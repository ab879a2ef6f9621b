import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type Contribution, type FairnessCell, windowKinds } from '../domain/fairness/contribution.ts';
import type { Tally } from '../domain/fairness/tally.ts';
import { keys } from './keys.ts';
import type { Write } from './transaction.ts';

/** What a filing has added to the counts, as of a version of it. */
export interface KeptContribution extends Contribution {
  readonly version: number;
}

/** The counts of a cell; the version of one that nothing was added to yet is 0. */
export interface KeptCell {
  readonly cell: FairnessCell;
  readonly tally: Tally;
  readonly version: number;
}

const text = z.string();
const tally = z.record(text, z.int());
const cell = z.object({
  month: text,
  item: text,
  accepting: text,
  deciding: text,
  window: z.enum(windowKinds),
});
const stored = z.object({ cell, tally, version: z.int() });

/** A month has as many cells as items by ways in: some three hundred, of about a kilobyte. More pages are never read. */
const PAGES = 10;

const cellKey = ({ month, item, accepting, deciding, window }: FairnessCell) =>
  keys.fairness(month, item, accepting, deciding, window);

/** How filings of both sides fare: counts by cell, and what each filing has added to them. */
export function createFairnessStore(client: DynamoDBDocumentClient, table: string) {
  const get = async (key: { pk: string; sk: string }) =>
    (await client.send(new GetCommand({ TableName: table, Key: key, ConsistentRead: true }))).Item;
  const put = (
    condition: string,
    key: { pk: string; sk: string },
    kept: KeptContribution | KeptCell,
    read: number,
  ): Write => ({
    condition,
    item: {
      Put: {
        TableName: table,
        Item: { ...key, ...kept },
        ConditionExpression: read === 0 ? 'attribute_not_exists(pk)' : '#version = :read',
        ...(read > 0 && {
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':read': read },
        }),
      },
    },
  });
  return {
    async findContribution(filing: string): Promise<KeptContribution | undefined> {
      const item = await get(keys.contribution(filing));
      return item && z.parse(stored, item);
    },
    async getCell(of: FairnessCell): Promise<KeptCell> {
      const item = await get(cellKey(of));
      return item === undefined ? { cell: of, tally: {}, version: 0 } : z.parse(stored, item);
    },
    /** @param read the version of the filing that was contributed before; 0 for none. */
    contribute: (filing: string, contribution: KeptContribution, read: number): Write =>
      put('contribution-unchanged', keys.contribution(filing), contribution, read),
    replaceCell: (read: KeptCell, next: Tally): Write =>
      put(
        'fairness-unchanged',
        cellKey(read.cell),
        { cell: read.cell, tally: next, version: read.version + 1 },
        read.version,
      ),
    /** All cells of a month, or of one item in it. A moment behind what was written. */
    async listMonth(month: string, item?: string): Promise<readonly KeptCell[]> {
      const cells: KeptCell[] = [];
      let from: Record<string, unknown> | undefined;
      for (let page = 0; page < PAGES; page += 1) {
        const { Items = [], LastEvaluatedKey } = await client.send(
          new QueryCommand({
            TableName: table,
            KeyConditionExpression: item === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :item)',
            ExpressionAttributeValues: {
              ':pk': keys.fairness(month, '', '', '', '').pk,
              ...(item !== undefined && { ':item': `${item}#` }),
            },
            ExclusiveStartKey: from,
          }),
        );
        cells.push(...Items.map((found) => z.parse(stored, found)));
        from = LastEvaluatedKey;
        if (from === undefined) return cells;
      }
      throw new Error(`The cells of ${month} go on after ${PAGES} pages`);
    },
  };
}

export type FairnessStore = ReturnType<typeof createFairnessStore>;
