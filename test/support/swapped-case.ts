import type { PlaceTerms } from '../../lib/domain/standard/place.ts';
import type { Case } from '../../lib/domain/standard/standard.ts';
import { swapPlaceWord } from '../../lib/domain/standard/swap-place.ts';

/** A county of the other side, invented like those of the corpora. */
const OTHER: PlaceTerms = {
  nameWords: [
    { text: '乙市', kind: 'province' },
    { text: '乙', kind: 'province' },
    { text: '卯辰县', kind: 'county' },
    { text: '卯辰', kind: 'county' },
    { text: '乙市卯辰县', kind: 'province+county' },
  ],
  districtWords: [],
  authorityLevel: 'county',
  urbanDistrict: false,
};

/** Every name in the facts, wherever it stands, with the place word exchanged. */
function withWords(node: unknown, from: PlaceTerms, to: PlaceTerms): unknown {
  if (Array.isArray(node)) return node.map((entry) => withWords(entry, from, to));
  if (typeof node !== 'object' || node === null) return node;
  const fields = Object.entries(node).map(([key, value]) => [
    key,
    key === 'division' && typeof value === 'string' && 'tradeName' in node
      ? swapPlaceWord(value, from, to)
      : withWords(value, from, to),
  ]);
  return Object.fromEntries(fields);
}

/** The case and the same in a place of equal level of the other side; whose names are claimed there is left out. */
export function swapped(examined: Case<unknown>): {
  readonly here: Case<unknown>;
  readonly there: Case<unknown>;
} {
  const evidence = { ...examined.evidence, nameClaims: [] };
  const terms = { ...OTHER, authorityLevel: examined.terms.authorityLevel };
  return {
    here: { ...examined, evidence },
    there: { ...examined, evidence, terms, facts: withWords(examined.facts, examined.terms, terms) },
  };
}
