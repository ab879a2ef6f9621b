import { getAuthority } from '../../catalog/authorities.ts';
import { chainOf } from '../../catalog/division-names.ts';
import { divisions } from '../../catalog/divisions.ts';
import { findItem, standardInForce } from '../../catalog/items.ts';
import { findPlace, placeTermsOf } from '../../catalog/places.ts';
import { decidingAuthority } from '../../catalog/routing.ts';
import { DomainError } from '../domain/errors.ts';
import type { Filing } from '../domain/registration/filing.ts';
import type { Authority } from '../domain/standard/authority.ts';
import type { Filed, Item } from '../domain/standard/item.ts';
import type { PlaceTerms } from '../domain/standard/place.ts';
import type { Standard } from '../domain/standard/standard.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';

/** What somebody files: the item, its facts, and, if they wish, the version they filled it in by. */
export interface Package {
  readonly item: string;
  readonly standardVersion?: string | undefined;
  readonly facts: Filed;
}

/** By what a filing is decided, and by whom. Nothing of it depends on who files it or where. */
export interface Located {
  readonly item: Item;
  readonly standard: Standard<unknown>;
  readonly authority: Authority;
  readonly terms: PlaceTerms;
}

/** @throws DomainError `unknown-item`. */
export function getItem(id: string): Item {
  const item = findItem(id);
  if (item === undefined) throw new DomainError('unknown-item', { values: { item: id } });
  return item;
}

/** The version in force on the day, or the one asked for if it is that one. */
function standardFor(item: Item, on: PlainDate, asked: string | undefined): Standard<unknown> {
  const current = standardInForce(item, on);
  if (asked !== undefined && asked !== current.version)
    throw new DomainError('unknown-standard', {
      values: { item: item.id, version: asked, current: current.version },
    });
  return current;
}

/**
 * Finds the standard, the authority and the terms of the place for a package filed on a day.
 *
 * @throws DomainError `unknown-item`, `unknown-standard`, `unknown-place`, `no-authority-for-place`.
 */
export function locateFiling(filed: Package, on: PlainDate): Located {
  const item = getItem(filed.item);
  const standard = standardFor(item, on, filed.standardVersion);
  const { division } = filed.facts.address;
  const terms = placeTermsOf(division, on);
  const { authority, ...routing } = decidingAuthority({ ...item.routing(filed.facts), division, on });
  if (authority === undefined) {
    const reason = 'reason' in routing ? routing.reason : 'no-authority';
    throw new DomainError('no-authority-for-place', { values: { division, reason } });
  }
  return { item, standard, authority, terms };
}

/** The same for a filing that is kept: by the version, place and authority of the day it was submitted. */
export function relocateFiling(filing: Filing): Located {
  const item = getItem(filing.item);
  const standard = item.standards.find(({ version }) => version === filing.standardVersion);
  if (standard === undefined) throw new Error(`Item ${item.id} lost its version ${filing.standardVersion}`);
  const terms = placeTermsOf(filing.division, filing.submittedOn);
  return { item, standard, terms, authority: getAuthority(filing.decidedBy) };
}

/** The facts a kept filing is decided on: derived again, without anybody's identifiers. */
export const factsOf = ({ item }: Located, { filed, persons }: Filing): unknown =>
  item.derive({ ...filed, persons: [] } as unknown as Filed, persons);

/** The place's name from its province down, as it heads an address on a licence. */
export function placeNameOf(division: string, on: PlainDate): string {
  const place = findPlace(division, on);
  if (place.division === undefined) return division;
  return chainOf(place.division, divisions)
    .map(({ name }) => name)
    .toReversed()
    .join('');
}
