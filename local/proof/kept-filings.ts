import { GetCommand, QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from '../../lib/store/keys.ts';
import type { OpenStore } from './open-store.ts';

type Item = Readonly<Record<string, unknown>>;

/** All that is kept of one filing, as it is kept: nothing of it is believed yet. */
export interface KeptFiling {
  readonly id: string;
  /** `undefined` where events are left of a filing that is not there. */
  readonly filing: Item | undefined;
  /** In their order. */
  readonly events: readonly Item[];
}

const PREFIX = 'FILING#';
const PAGE_ITEMS = 200;

const isFiling = ({ pk, sk }: Item): boolean => {
  const id = String(pk).slice(PREFIX.length);
  return sk === keys.filing(id).sk;
};
const isEvent = ({ sk }: Item): boolean => String(sk).startsWith('EVENT#');

const bySequence = (a: Item, b: Item): number => (String(a.sk) < String(b.sk) ? -1 : 1);

const kept = (pk: string, items: readonly Item[]): KeptFiling => ({
  id: pk.slice(PREFIX.length),
  filing: items.find(isFiling),
  events: items.filter(isEvent).toSorted(bySequence),
});

/** As many events as the filing has versions: nothing of it stands on another page, and nothing is missing. */
const isWhole = ({ filing, events }: KeptFiling): boolean =>
  filing !== undefined && events.length === filing.version;

/** The partition of one filing, read as it stands now. */
async function readWhole({ client, table }: OpenStore, pk: string): Promise<KeptFiling> {
  const items: Item[] = [];
  let from: Item | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
        ExclusiveStartKey: from,
      }),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
  return kept(pk, items);
}

async function hasFiling({ client, table }: OpenStore, id: string): Promise<boolean> {
  const asked = { TableName: table, Key: keys.filing(id), ConsistentRead: true, ProjectionExpression: 'pk' };
  return (await client.send(new GetCommand(asked))).Item !== undefined;
}

/** The items of the filings table that belong to filings, page by page. */
async function* scanned({ client, table }: OpenStore): AsyncGenerator<Item> {
  let from: Item | undefined;
  do {
    const page = await client.send(
      new ScanCommand({
        TableName: table,
        FilterExpression: 'begins_with(pk, :filing)',
        ExpressionAttributeValues: { ':filing': PREFIX },
        Limit: PAGE_ITEMS,
        ExclusiveStartKey: from,
      }),
    );
    yield* (page.Items ?? []).filter((item) => isFiling(item) || isEvent(item));
    from = page.LastEvaluatedKey;
  } while (from !== undefined);
}

/** Items that stand one behind the other and are of one filing. An engine keeps a partition together, or nearly so. */
async function* runs(store: OpenStore): AsyncGenerator<readonly [pk: string, items: readonly Item[]]> {
  let run: Item[] = [];
  for await (const item of scanned(store)) {
    const [first] = run;
    if (first !== undefined && first.pk !== item.pk) {
      yield [String(first.pk), run];
      run = [];
    }
    run.push(item);
  }
  const [first] = run;
  if (first !== undefined) yield [String(first.pk), run];
}

/**
 * Every filing of a store with all its events, each once, in bounded memory. Whatever a page shows in part, or while it
 * is being written, is read again whole.
 *
 * A Scan: for whoever proves a store as a whole, and in nothing that is deployed.
 */
export async function* keptFilings(store: OpenStore): AsyncGenerator<KeptFiling> {
  for await (const [pk, items] of runs(store)) {
    const seen = kept(pk, items);
    if (isWhole(seen)) yield seen;
    else if (seen.filing !== undefined) yield await readWhole(store, pk);
    /* Told where its filing stands; of one that stands nowhere, once, with its first event. */ else if (
      !(await hasFiling(store, seen.id))
    ) {
      const left = await readWhole(store, pk);
      if (left.events[0]?.sk === seen.events[0]?.sk) yield left;
    }
  }
}
