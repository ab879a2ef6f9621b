import * as z from 'zod/mini';
import { filedFacts } from '../../catalog/items/filed-by-item.ts';
import { packageOf } from './package-of.ts';

type FactsByItem = Readonly<Record<string, z.ZodMiniType>>;
type Members<Facts extends FactsByItem> = {
  [Id in keyof Facts & string]: ReturnType<typeof packageOf<Id, Facts[Id]>>;
}[keyof Facts & string];

function membersOf<Facts extends FactsByItem>(facts: Facts) {
  const members = Object.entries(facts).map(([item, shape]) => packageOf(item, shape));
  return members as unknown as readonly [Members<Facts>, ...Members<Facts>[]];
}

/** What can be filed: one member for each item, with that item's facts. */
export const packageShape = z.discriminatedUnion('item', membersOf(filedFacts)).register(z.globalRegistry, {
  id: 'Package',
  description:
    'A filing as it is handed in: the item, its facts, and (optionally) the version of the standard it was filled in by; `uploads`: stored materials whose digests the facts name; `draft`: the draft it was filled in as, which closes once the filing is taken in.',
});
