import { DomainError } from '../lib/domain/errors.ts';
import type { PlaceTerms } from '../lib/domain/standard/place.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import { chainOf } from './division-names.ts';
import { divisions } from './divisions.ts';
import { placeWordsOf } from './place-words.ts';
import { type Place, placeIn } from './route-filing.ts';
import { decidingAuthority } from './routing.ts';

/** The county-level division a code names on a day, or why it cannot be the place of an enterprise. */
export const findPlace = (code: string, on: PlainDate): Place => placeIn(divisions, code, on);

/**
 * All that rules may know of a place (住所条件), derived from its county-level division.
 *
 * @throws DomainError `unknown-place` with `reason`, and with the current successors of a withdrawn code;
 *   `no-authority-for-place` where no rule or authority of that day covers it.
 */
export function placeTermsOf(code: string, on: PlainDate): PlaceTerms {
  const place = findPlace(code, on);
  if (place.division === undefined)
    throw new DomainError('unknown-place', {
      values: {
        division: code,
        reason: place.reason,
        successors: place.successors.map((successor) => `${successor.code} ${successor.name}`),
      },
    });
  const ordinary = { subjectType: 'limited-company', stateInvestor: 'none' } as const;
  const routing = decidingAuthority({ ...ordinary, division: code, on });
  if (routing.authority === undefined)
    throw new DomainError('no-authority-for-place', { values: { division: code, reason: routing.reason } });
  return {
    ...placeWordsOf(chainOf(place.division, divisions)),
    authorityLevel: routing.authority.level,
  };
}
