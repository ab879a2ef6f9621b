import type { PlaceTerms, PlaceWord } from '../lib/domain/standard/place.ts';
import { type PlaceWordKind, placeWordKinds } from '../lib/domain/standard/swap-place.ts';
import { isDistrict } from './division-names.ts';
import type { Division } from './division-register.ts';

/** Full form first. A short form that would only repeat the one above it (广安广安) is left out. */
const formsOf = (division: Division | undefined, above?: Division): readonly string[] =>
  division === undefined
    ? []
    : [division.name, division.shortName].filter(
        (form): form is string => form !== undefined && form !== above?.shortName,
      );

/** The levels a word of each kind names, outermost first. */
const levelsOf = (kind: PlaceWordKind) => kind.split('+') as ('province' | 'prefecture' | 'county')[];

/**
 * A district may only be named behind its city: its prefecture-level city, or the municipality where there is
 * no prefecture. Any other county-level place, and every level above, may be named alone or behind those above.
 */
function isAdmissible(kind: PlaceWordKind, county: Division, prefecture: Division | undefined): boolean {
  const levels = levelsOf(kind);
  if (!isDistrict(county) || !levels.includes('county')) return true;
  return levels.at(-2) === (prefecture === undefined ? 'province' : 'prefecture');
}

/** What rules may know of the words of a place, out of the divisions from the county-level one upwards. */
export function placeWordsOf(
  chain: readonly Division[],
): Pick<PlaceTerms, 'nameWords' | 'districtWords' | 'urbanDistrict'> {
  const [county] = chain;
  if (county?.level !== 'county') throw new RangeError('A place begins with a county-level division');
  const prefecture = chain.find(({ level }) => level === 'prefecture');
  const province = chain.find(({ level }) => level === 'province');
  const forms = {
    province: formsOf(province),
    prefecture: formsOf(prefecture),
    county: formsOf(county, prefecture ?? province),
  };
  const wordsOf = (kind: PlaceWordKind): readonly PlaceWord[] =>
    levelsOf(kind)
      .reduce<readonly string[]>(
        (heads, level) => heads.flatMap((head) => forms[level].map((form) => head + form)),
        [''],
      )
      .map((text) => ({ text, kind }));
  return {
    nameWords: placeWordKinds.filter((kind) => isAdmissible(kind, county, prefecture)).flatMap(wordsOf),
    districtWords: isDistrict(county) ? forms.county : [],
    urbanDistrict: isDistrict(county),
  };
}
