import type { PersonFacts } from '../../lib/domain/subject/person.ts';

/** Readonly all the way down; a branded string stays itself. */
export type Frozen<T> = T extends string
  ? T
  : T extends readonly (infer Entry)[]
    ? readonly Frozen<Entry>[]
    : T extends object
      ? { readonly [Key in keyof T]: Frozen<T[Key]> }
      : T;

/** What is filed and holds something that no rule may see. */
interface Named {
  readonly persons: readonly unknown[];
  readonly address: { readonly division: string };
  readonly materials: readonly { readonly title: string }[];
}

/** What rules see of it: no division, no name, number or phone of a person, no title somebody made up. */
export type FactsOf<F extends Named> = Frozen<Omit<F, keyof Named>> & {
  readonly persons: readonly PersonFacts[];
  readonly address: Frozen<Omit<F['address'], 'division'>>;
  readonly materials: readonly Frozen<Omit<F['materials'][number], 'title'>>[];
};

/** Pure. Persons come as facts already, in the order they were filed in; what was filed of them is left behind. */
export function factsOf<F extends Named>(filed: F, persons: readonly PersonFacts[]): FactsOf<F> {
  const { persons: _persons, address, materials, ...rest } = filed;
  const { division: _division, ...place } = address;
  const facts = {
    ...rest,
    persons,
    address: place,
    materials: materials.map(({ title: _title, ...material }) => material),
  };
  return facts as unknown as FactsOf<F>;
}
