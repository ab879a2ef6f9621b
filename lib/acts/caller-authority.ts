import { findAuthority } from '../../catalog/authorities.ts';
import { DomainError } from '../domain/errors.ts';
import type { Authority } from '../domain/standard/authority.ts';
import type { Caller } from '../domain/subject/caller.ts';

/**
 * The authority the caller speaks for.
 *
 * @throws DomainError `forbidden` when the token names none, or none of ours.
 */
export function authorityOf(caller: Caller): Authority {
  const authority = caller.authority === undefined ? undefined : findAuthority(caller.authority);
  if (authority === undefined) throw new DomainError('forbidden');
  return authority;
}

/** An authority acts for itself; its side's credit platform relays for all authorities of that side, and no other. */
export const maySpeakFor = (speaker: Authority, authority: Authority): boolean =>
  speaker.id === authority.id ||
  (speaker.kind === 'credit-platform' && speaker.jurisdiction === authority.jurisdiction);

/** The platform of another side, which has been told of a record and passes it on: it writes none. */
export const relaysFromElsewhere = (speaker: Authority, issuer: Authority): boolean =>
  speaker.kind === 'credit-platform' && speaker.jurisdiction !== issuer.jurisdiction;
