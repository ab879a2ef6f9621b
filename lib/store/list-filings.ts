import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Filing } from '../domain/registration/filing.ts';
import { cursorFrom, foreignCursor, type Page, positionOf } from './cursor.ts';

const PAGE_SIZE = 20;
/** In characters of JSON, well below the 6 MB a function may answer: filings that are wrong in everything are long. */
const LONGEST_PAGE = 1_000_000;

/** The keys of these names: the hash of an index is known to whoever asks, so a cursor does not carry it. */
const positionIn = (key: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, String(key[name])]));

/** How many from the front stay within a length together; at least one, so that a list always goes on. */
function countWithin(entries: readonly Filing[], longest: number): number {
  let length = 0;
  const over = entries.findIndex((entry) => {
    length += JSON.stringify(entry).length;
    return length > longest;
  });
  return over === -1 ? entries.length : Math.max(1, over);
}

/** Of a list: the keys of a range alone, and of them those that are `kept`; `only` names the choice. */
export interface Within {
  readonly range?: { readonly compare: '<' | '>='; readonly than: string };
  readonly only?: string;
  readonly kept?: (filing: Filing) => boolean;
}

/** The table does not go on from a position outside of the range it is asked for. */
const isWithin = (key: string, range: Within['range']): boolean =>
  range === undefined || (range.compare === '<' ? key < range.than : key >= range.than);

/** Pages of an index of the filings, by a range of its keys. */
export const createListFilings =
  (client: DynamoDBDocumentClient, table: string, fromItem: (item: Record<string, unknown>) => Filing) =>
  async (
    index: 'queue' | 'applicant',
    hash: string,
    forward: boolean,
    cursor?: string,
    { range, only, kept = () => true }: Within = {},
  ): Promise<Page<Filing>> => {
    const binding = [index, hash, range?.compare, range?.than, only].filter(Boolean).join('#');
    const names = ['pk', 'sk', `${index}Sk`];
    const after = (given: string) => {
      const position = positionOf(binding, given, names);
      if (!isWithin(position[`${index}Sk`] ?? '', range)) throw foreignCursor();
      return { ...position, [`${index}Pk`]: hash };
    };
    const { Items = [], LastEvaluatedKey } = await client.send(
      new QueryCommand({
        TableName: table,
        IndexName: index,
        KeyConditionExpression: `#hash = :hash${range === undefined ? '' : ` AND #range ${range.compare} :than`}`,
        ExpressionAttributeNames: { '#hash': `${index}Pk`, ...(range && { '#range': `${index}Sk` }) },
        ExpressionAttributeValues: { ':hash': hash, ...(range && { ':than': range.than }) },
        ScanIndexForward: forward,
        Limit: PAGE_SIZE,
        ExclusiveStartKey: cursor === undefined ? undefined : after(cursor),
      }),
    );
    const entries = Items.map(fromItem);
    const count = countWithin(entries, LONGEST_PAGE);
    const last = count < entries.length ? Items[count - 1] : LastEvaluatedKey;
    return {
      entries: entries.slice(0, count).filter(kept),
      ...(last && { next: cursorFrom(binding, positionIn(last, names)) }),
    };
  };
