import { findAuthority, getAuthority } from '../../catalog/authorities.ts';
import { DomainError } from '../domain/errors.ts';
import type { Authority } from '../domain/standard/authority.ts';
import { type Caller, concerns, isOneself } from '../domain/subject/caller.ts';
import { authorityOf, maySpeakFor } from './caller-authority.ts';
import type { RecordFile } from './change-record.ts';

/** What a caller is to a record; the subject first, as nobody acts by office on a record of their own. */
export type Standpoint =
  | { readonly as: 'subject' }
  /** Determined it, or runs the platform that relays for whoever did. */
  | { readonly as: 'publisher'; readonly authority: Authority; readonly determined: boolean }
  | { readonly as: 'other-authority'; readonly authority: Authority }
  | { readonly as: 'stranger' };

/** A token that names the organisation as its subject speaks for it (法定代表人或者其授权的人). */
export function standpointOf(caller: Caller, { keys, state: { last } }: RecordFile): Standpoint {
  if (keys.some((key) => isOneself(caller, key))) return { as: 'subject' };
  const isOfficer = caller.roles.includes('publisher') || caller.roles.includes('head');
  const authority = isOfficer && caller.authority !== undefined ? findAuthority(caller.authority) : undefined;
  if (authority === undefined) return { as: 'stranger' };
  if (!maySpeakFor(authority, getAuthority(last.issuedBy))) return { as: 'other-authority', authority };
  return { as: 'publisher', authority, determined: authority.id === last.issuedBy };
}

/** @throws DomainError `concerns-officer` for an officer whom the record is about. */
function requireNotOwn(caller: Caller, { keys }: RecordFile): void {
  if (keys.some((key) => concerns(caller, key))) throw new DomainError('concerns-officer');
}

/** @throws DomainError `not-found` for whoever has nothing to do with the record: that it exists is not told either. */
export function requireSightOfRecord(caller: Caller, file: RecordFile): Standpoint {
  const standpoint = standpointOf(caller, file);
  if (standpoint.as === 'stranger' || standpoint.as === 'other-authority') throw new DomainError('not-found');
  return standpoint;
}

/**
 * Who hands in what the issuing authority decided: itself, or its side's credit platform, which relays it.
 *
 * @throws DomainError `not-found`, `concerns-officer`.
 */
export function requirePublisher(caller: Caller, file: RecordFile): Authority {
  const own = caller.roles.includes('publisher');
  if (own) requireNotOwn(caller, file);
  const standpoint = requireSightOfRecord(caller, file);
  if (standpoint.as !== 'publisher' || !own) throw new DomainError('forbidden');
  return standpoint.authority;
}

/**
 * Who decides about a record: an officer of the authority that determined it (谁认定、谁修复), and no relay.
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`.
 */
export function requireDetermining(caller: Caller, file: RecordFile): Authority {
  const authority = requirePublisher(caller, file);
  if (authority.id !== file.state.last.issuedBy) throw new DomainError('forbidden');
  return authority;
}

/**
 * The head of the authority that determined a record (机关负责人), who approves what its officers propose.
 *
 * @throws DomainError `not-found`, `forbidden`, `concerns-officer`.
 */
export function requireHead(caller: Caller, file: RecordFile): Authority {
  const own = caller.roles.includes('head');
  if (own) requireNotOwn(caller, file);
  const standpoint = requireSightOfRecord(caller, file);
  if (standpoint.as !== 'publisher' || !standpoint.determined || !own) throw new DomainError('forbidden');
  return standpoint.authority;
}

export interface RaisedBy {
  readonly raiser: { readonly caller: string; readonly authority?: string };
  /** The side on which it is raised: that of the authority, or for the subject itself that of the record. */
  readonly jurisdiction: string;
}

/**
 * Who speaks for the subject: itself, or an authority on its behalf.
 *
 * @throws DomainError `not-found` for strangers, who have no authority either.
 */
export function requireRaiser(caller: Caller, file: RecordFile): RaisedBy {
  const standpoint = standpointOf(caller, file);
  if (standpoint.as === 'stranger') throw new DomainError('not-found');
  if (standpoint.as === 'subject')
    return { raiser: { caller: caller.id }, jurisdiction: file.state.last.jurisdiction };
  if (!caller.roles.includes('publisher')) throw new DomainError('forbidden');
  const { id, jurisdiction } = authorityOf(caller);
  return { raiser: { caller: caller.id, authority: id }, jurisdiction };
}
