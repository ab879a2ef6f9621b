import type { PersonFacts } from '../../lib/domain/subject/person.ts';

/** Readonly all the way down; a branded string stays itself. */
export type Frozen<T> = T extends string
  ? T
  : T extends readonly (infer Entry)[]
    ? readonly Frozen<Entry>[]
    : T extends object
      ? { readonly [Key in keyof T]: Frozen<T[Key]> }
      : T;

/** 住所, 主要经营场所 and 经营场所, as law calls an enterprise's place by its type. */
type PlaceField = 'address' | 'principalPlace' | 'placeOfBusiness';

/** What is filed and holds something that no rule may see. */
interface Named {
  readonly persons: readonly unknown[];
  readonly materials: readonly { readonly title: string }[];
  readonly address?: { readonly division: string } | undefined;
  readonly principalPlace?: { readonly division: string } | undefined;
  readonly placeOfBusiness?: { readonly division: string } | undefined;
}

type WithoutDivision<Place> = Place extends { readonly division: string }
  ? Frozen<Omit<Place, 'division'>>
  : Place;

/** What rules see of it: no division, no name, number or phone of a person, no title somebody made up. */
export type FactsOf<F extends Named> = Frozen<Omit<F, 'persons' | 'materials' | PlaceField>> & {
  readonly persons: readonly PersonFacts[];
  readonly materials: readonly Frozen<Omit<F['materials'][number], 'title'>>[];
} & { readonly [Field in keyof Pick<F, keyof F & PlaceField>]: WithoutDivision<F[Field]> };

const withoutDivision = ({ division: _division, ...place }: { readonly division: string }) => place;

/** Pure. Persons come as facts already, in the order they were filed in; what was filed of them is left behind. */
export function factsOf<F extends Named>(filed: F, persons: readonly PersonFacts[]): FactsOf<F> {
  const { persons: _persons, materials, address, principalPlace, placeOfBusiness, ...rest } = filed;
  const facts = {
    ...rest,
    persons,
    ...(address && { address: withoutDivision(address) }),
    ...(principalPlace && { principalPlace: withoutDivision(principalPlace) }),
    ...(placeOfBusiness && { placeOfBusiness: withoutDivision(placeOfBusiness) }),
    materials: materials.map(({ title: _title, ...material }) => material),
  };
  return facts as unknown as FactsOf<F>;
}
