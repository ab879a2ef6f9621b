import { DomainError } from '../domain/errors.ts';
import type { Filing } from '../domain/registration/filing.ts';
import type { Caller, Role } from '../domain/subject/caller.ts';

const actsFor = (caller: Caller, role: Role, authority: string): boolean =>
  caller.roles.includes(role) && caller.authority === authority;

const acceptedAt = ({ acceptedBy }: Filing, caller: Caller): boolean =>
  acceptedBy.channel === 'window' && acceptedBy.window === caller.window;

/** Whoever filed it, the window that took it, the officers of the deciding authority, and auditors. */
export function maySeeFiling(caller: Caller, filing: Filing): boolean {
  return (
    caller.id === filing.submittedBy ||
    acceptedAt(filing, caller) ||
    actsFor(caller, 'registrar', filing.decidedBy) ||
    actsFor(caller, 'head', filing.decidedBy) ||
    caller.roles.includes('auditor')
  );
}

/** @throws DomainError `not-found` for a filing of others: that it exists is not told either. */
export function requireSight(caller: Caller, filing: Filing | undefined): Filing {
  if (filing === undefined || !maySeeFiling(caller, filing)) throw new DomainError('not-found');
  return filing;
}

/**
 * Holds an officer to the authority and to recusal: nobody decides a filing that names them, that they filed for
 * themselves on-line, or whose people they vouched for at their window.
 *
 * @throws DomainError `forbidden`, `concerns-officer`.
 */
export function requireOfficer(caller: Caller, role: 'registrar' | 'head', filing: Filing): void {
  if (!actsFor(caller, role, filing.decidedBy)) throw new DomainError('forbidden');
  const own = caller.recusalKey ?? caller.subjectKey;
  const named = filing.persons.some(({ subject }) => subject === own);
  const vouchedFor = filing.persons.some(({ proven }) => proven === 'in-person');
  const filed = filing.submittedBy === caller.id;
  if (named || (filed && (vouchedFor || filing.acceptedBy.channel === 'online')))
    throw new DomainError('concerns-officer');
}
