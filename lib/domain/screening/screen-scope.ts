/** What the national list says of one text of a business scope. */
export const scopeResults = [
  'prohibited',
  'licence-before-registration',
  'licence-after-registration',
  'free',
  'not-in-our-copy',
] as const;
export type ScopeResult = (typeof scopeResults)[number];

/** A word that a prohibited entry keeps out of business scopes. */
export interface BarredWord {
  readonly word: string;
}

export interface AccessList<Barred extends BarredWord, Licensed> {
  readonly barredWords: readonly Barred[];
  /** By the exact text of the scope catalogue, as far as our copy goes. */
  readonly scopeItems: ReadonlyMap<string, { readonly approval: 'before' | 'after' | 'none' }>;
  readonly licences: ReadonlyMap<string, readonly Licensed[]>;
}

export interface ScopeScreening<Barred extends BarredWord, Licensed> {
  readonly text: string;
  readonly result: ScopeResult;
  readonly prohibited: readonly Barred[];
  readonly licensed: readonly Licensed[];
}

const resultOf = {
  before: 'licence-before-registration',
  after: 'licence-after-registration',
  none: 'free',
} as const;

/**
 * Holds the texts of a business scope against the list of market access.
 *
 * An item of the catalogue is what the catalogue says of it: 保险业务 holds a barred word and is open to whoever has
 * the licence. Any other text that holds one is prohibited, and one that holds none is not known to us: our copies
 * are parts, and silence is no freedom.
 */
export const screenScope = <Barred extends BarredWord, Licensed>(
  texts: readonly string[],
  { barredWords, scopeItems, licences }: AccessList<Barred, Licensed>,
): readonly ScopeScreening<Barred, Licensed>[] =>
  texts.map((text) => {
    const item = scopeItems.get(text);
    if (item !== undefined)
      return { text, result: resultOf[item.approval], prohibited: [], licensed: licences.get(text) ?? [] };
    const prohibited = barredWords.filter(({ word }) => text.includes(word));
    return {
      text,
      result: prohibited.length > 0 ? 'prohibited' : 'not-in-our-copy',
      prohibited,
      licensed: [],
    };
  });
