import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { listItems } from '../../catalog/items.ts';
import type { ItemKind } from '../../lib/domain/standard/item.ts';
import { arbitraryFacts } from '../arbitrary-facts.ts';
import type { Random } from './random.ts';

/** An item as a load files it: its example, and facts that its schema accepts, near the example and far from it. */
export interface LoadItem {
  readonly id: string;
  readonly kind: ItemKind;
  readonly about: 'place' | 'enterprise';
  readonly example: Readonly<Record<string, unknown>>;
  /** The next facts that the schema accepts. */
  readonly draw: (random: Random) => Readonly<Record<string, unknown>>;
}

/** As many are generated at once: making the generator of a schema takes longer than using it. */
const BATCH = 40;

const exampleOf = (id: string): Readonly<Record<string, unknown>> =>
  JSON.parse(readFileSync(new URL(`../../catalog/items/${id}/example.json`, import.meta.url), 'utf8')).facts;

export async function loadItems(): Promise<readonly LoadItem[]> {
  const items = await listItems();
  return items.map(({ id, kind, filed, matter }) => {
    const example = exampleOf(id);
    let facts: ReturnType<typeof arbitraryFacts> | undefined;
    let ready: Readonly<Record<string, unknown>>[] = [];
    return {
      id,
      kind,
      example,
      about: matter(example as unknown as Parameters<typeof matter>[0]).about,
      draw: (random) => {
        facts ??= arbitraryFacts(filed, example);
        if (ready.length === 0)
          ready = fc.sample(facts, { numRuns: BATCH, seed: random.below(2 ** 30) }) as typeof ready;
        return ready.pop() ?? example;
      },
    };
  });
}

/** The facts with one field, on the top or one step below, taken from others of the same schema or left out. */
export function mutatedBy(
  facts: Readonly<Record<string, unknown>>,
  others: Readonly<Record<string, unknown>>,
  random: Random,
): Readonly<Record<string, unknown>> {
  const field = random.pick(Object.keys(facts).filter((name) => name !== 'persons' && name !== 'enterprise'));
  const { [field]: kept, ...rest } = facts;
  const other = others[field];
  if (other === undefined) return rest;
  const isDeep = [kept, other].every((value) => typeof value === 'object' && !Array.isArray(value));
  if (!isDeep || random.chance(0.5)) return { ...facts, [field]: other };
  return {
    ...facts,
    [field]: mutatedBy(kept as Record<string, unknown>, other as Record<string, unknown>, random),
  };
}
