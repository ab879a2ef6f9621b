import { findAuthority } from '../../catalog/authorities.ts';
import { isKeptFrom, type ListingActKind, type ListingCase, stepOf } from '../domain/credit/listing-case.ts';
import { DomainError } from '../domain/errors.ts';
import type { Authority } from '../domain/standard/authority.ts';
import { type Caller, concerns, isOneself } from '../domain/subject/caller.ts';

/** What a caller is to a listing case; the subject first, as nobody acts by office in a case of their own. */
export type ListingStandpoint =
  | { readonly as: 'subject' }
  | { readonly as: 'authority'; readonly authority: Authority }
  /** The next higher authority, once its consent was asked. */
  | { readonly as: 'superior'; readonly authority: Authority };

const officerOf = (caller: Caller): Authority | undefined =>
  caller.roles.includes('publisher') && caller.authority !== undefined
    ? findAuthority(caller.authority)
    : undefined;

/** The subject knows of a case once it was told: by the notice, or by the decision where law asks for no notice. */
const isToldToSubject = (listing: ListingCase): boolean =>
  stepOf(listing, 'notified') !== undefined || stepOf(listing, 'listed') !== undefined;

/** @throws DomainError `not-found` for whoever has nothing to do with the case: that there is one is not told either. */
export function requireSightOfListing(caller: Caller, listing: ListingCase): ListingStandpoint {
  if (isOneself(caller, listing.subject) && isToldToSubject(listing)) return { as: 'subject' };
  const authority = officerOf(caller);
  if (authority?.id === listing.authority) return { as: 'authority', authority };
  if (authority !== undefined && stepOf(listing, 'consent-asked')?.of === authority.id)
    return { as: 'superior', authority };
  throw new DomainError('not-found');
}

/**
 * An officer of the case's authority (or of the next higher one, for what only that may do) whom the case does not
 * concern and whom no earlier step keeps from this one.
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`.
 */
export function requireListingOfficer(caller: Caller, listing: ListingCase, kind: ListingActKind): Authority {
  if (officerOf(caller) !== undefined && concerns(caller, listing.subject))
    throw new DomainError('concerns-officer');
  const standpoint = requireSightOfListing(caller, listing);
  const wanted = kind === 'consented' || kind === 'declined' ? 'superior' : 'authority';
  if (standpoint.as !== wanted) throw new DomainError('forbidden');
  if (isKeptFrom(listing, kind, caller.id)) throw new DomainError('concerns-officer');
  return standpoint.authority;
}
