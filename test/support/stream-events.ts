import type { AttributeValue, DynamoDBStreamEvent } from 'aws-lambda';

type Item = Readonly<Record<string, unknown>>;

function marshalled(value: unknown): AttributeValue {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (value instanceof Uint8Array) return { B: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return { L: value.map(marshalled) };
  return { M: imageOf(value as Item) };
}

const imageOf = (item: Item): Record<string, AttributeValue> =>
  Object.fromEntries(Object.entries(item).map(([name, each]) => [name, marshalled(each)]));

/** These items as the stream of their table brings them, numbered from 1. */
export const streamEventOf = (items: readonly Item[]): DynamoDBStreamEvent => ({
  Records: items.map((item, index) => ({
    eventName: 'INSERT',
    dynamodb: { SequenceNumber: String(index + 1), NewImage: imageOf(item) },
  })),
});

const under = (beginning: string) => (item: Item) => String(item.pk).startsWith(beginning);

/** What of the filings table its stream function is called for: filings and their events, in the order of events. */
export const streamedFrom = (items: readonly Item[]): readonly Item[] =>
  items
    .filter(under('FILING#'))
    .toSorted((a, b) => (`${a.at ?? '9'}${a.sk}` < `${b.at ?? '9'}${b.sk}` ? -1 : 1));

export const itemsUnder = (beginning: string, items: readonly Item[]): readonly Item[] =>
  items.filter(under(beginning)).toSorted((a, b) => (`${a.pk} ${a.sk}` < `${b.pk} ${b.sk}` ? -1 : 1));
