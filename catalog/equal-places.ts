import type { PlaceTerms } from '../lib/domain/standard/place.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import { divisions } from './divisions.ts';
import { placeTermsOf } from './places.ts';

/** A county-level place and what rules may know of it. */
export interface TermedPlace {
  readonly division: string;
  readonly jurisdiction: string;
  readonly terms: PlaceTerms;
}

/** What makes two places equal for the standard: who decides there, and whether it is a district of a city. */
export const isEqualLevel = (one: PlaceTerms, other: PlaceTerms): boolean =>
  one.authorityLevel === other.authorityLevel && one.urbanDistrict === other.urbanDistrict;

const placesOfYear = new Map<string, readonly TermedPlace[]>();

/** Every place of every side in the year of a day; divisions change by years. */
function placesOn(on: PlainDate): readonly TermedPlace[] {
  const year = on.slice(0, 4);
  const known = placesOfYear.get(year);
  if (known !== undefined) return known;
  const places = divisions
    .listDivisions(on)
    .filter(({ level }) => level === 'county')
    .map(({ code, jurisdiction }) => ({ division: code, jurisdiction, terms: placeTermsOf(code, on) }));
  placesOfYear.set(year, places);
  return places;
}

/** The places of equal level of every other side, by side: those that a case at this place can be swapped to. */
export function equalPlaces(
  division: string,
  terms: PlaceTerms,
  on: PlainDate,
): ReadonlyMap<string, readonly TermedPlace[]> {
  const side = divisions.historyOf(division)[0]?.jurisdiction;
  const equal = placesOn(on).filter(
    (place) => place.jurisdiction !== side && isEqualLevel(place.terms, terms),
  );
  return Map.groupBy(equal, ({ jurisdiction }) => jurisdiction);
}
