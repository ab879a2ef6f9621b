import { findDivision } from '../../catalog/divisions.ts';
import { placeTermsOf } from '../../catalog/places.ts';
import { listWindows } from '../../catalog/windows.ts';
import type { PlainDate } from '../../lib/domain/time/plain-date.ts';

/** A place where enterprises of a load stand: a county, and the word that heads their names. */
export interface LoadPlace {
  readonly division: string;
  readonly word: string;
}

/** Where filings are handed in. */
export interface LoadWindow {
  readonly id: string;
  readonly authority: string;
}

/** The windows of all sides, and the counties that have one. */
export function placesOn(on: PlainDate): {
  readonly places: readonly LoadPlace[];
  readonly windows: readonly LoadWindow[];
} {
  const windows = listWindows(on).map(({ id, authority }) => ({ id, authority }));
  const codes = windows.map(({ authority }) => authority.slice(-6));
  const counties = [...new Set(codes)].filter((code) => findDivision(code, on)?.level === 'county');
  return {
    windows,
    places: counties.map((division) => {
      const { nameWords } = placeTermsOf(division, on);
      const word = nameWords.find(({ kind }) => kind.endsWith('county'))?.text ?? '';
      return { division, word };
    }),
  };
}
