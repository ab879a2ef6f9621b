import type { PlaceTerms, PlaceWord } from './place.ts';

/** The kinds of place words, by the levels a word names; a municipality has no prefecture level. */
export const placeWordKinds = [
  'province',
  'prefecture',
  'county',
  'province+prefecture',
  'province+county',
  'prefecture+county',
  'province+prefecture+county',
] as const;

export type PlaceWordKind = (typeof placeWordKinds)[number];

/** How unlike two kinds are: naming the county or not weighs more than all levels above it. */
function distance(a: string, b: string): number {
  const [one, other] = [new Set(a.split('+')), new Set(b.split('+'))];
  const apart = [...one.symmetricDifference(other)];
  return apart.length + (apart.includes('county') ? 10 : 0);
}

/** The words of the kind nearest to `kind` in `terms`; the first such kind in their order where two are as near. */
function nearestWords(kind: string, terms: PlaceTerms): readonly PlaceWord[] {
  const kinds = [...new Set(terms.nameWords.map((word) => word.kind))];
  const [nearest] = kinds.toSorted((a, b) => distance(a, kind) - distance(b, kind));
  return terms.nameWords.filter((word) => word.kind === nearest);
}

/** First stays first (all in full), last stays last (all short), between them the position counts. */
const atSamePlace = <Word>(index: number, count: number, words: readonly Word[]): Word | undefined =>
  index > 0 && index === count - 1 ? words.at(-1) : (words[index] ?? words[0]);

function translate(text: string, from: PlaceTerms, to: PlaceTerms): string | undefined {
  const word = from.nameWords.find((candidate) => candidate.text === text);
  if (word !== undefined) {
    const ofKind = from.nameWords.filter(({ kind }) => kind === word.kind);
    return atSamePlace(ofKind.indexOf(word), ofKind.length, nearestWords(word.kind, to))?.text;
  }
  const alone = from.districtWords.indexOf(text);
  return alone === -1 ? undefined : atSamePlace(alone, from.districtWords.length, to.districtWords);
}

/**
 * The place word of a name after its place was exchanged: a word of `from` becomes the word of `to` of equal
 * kind and position (full before short), else of the nearest kind, and a word of `to` becomes one of `from`.
 * Any other word stays as it is, so that what was not admissible before is not admissible after.
 */
export const swapPlaceWord = (text: string, from: PlaceTerms, to: PlaceTerms): string =>
  translate(text, from, to) ?? translate(text, to, from) ?? text;
