import { DomainError } from '../domain/errors.ts';
import type { Enterprise } from '../domain/registration/enterprise.ts';
import type { Filing } from '../domain/registration/filing.ts';
import { type Caller, concerns, type Role } from '../domain/subject/caller.ts';
import type { Located } from './locate-filing.ts';
import type { ReadEnterprise } from './read-register.ts';

const actsFor = (caller: Caller, role: Role, authority: string): boolean =>
  caller.roles.includes(role) && caller.authority === authority;

const acceptedAt = ({ acceptedBy }: Filing, caller: Caller): boolean =>
  acceptedBy.channel === 'window' && acceptedBy.window === caller.window;

/** The authority that decides, and where an enterprise moved, the one it left: told of it, and asked nothing. */
const authoritiesOf = (filing: Filing): readonly string[] => {
  const left = filing.state === 'registered' ? filing.registration.handover?.from : undefined;
  return left === undefined ? [filing.decidedBy] : [filing.decidedBy, left];
};

/**
 * The officers of the authorities it concerns, and auditors: they see who has it and what is only thought about. Whoever
 * filed it, and the window that took it for them, is told of what was decided. Of one whose use is restricted no officer
 * sees anything.
 */
export const seesProceedings = (caller: Caller, filing: Filing): boolean =>
  caller.roles.includes('auditor') ||
  (filing.restrictedOn === undefined &&
    authoritiesOf(filing).some(
      (authority) => actsFor(caller, 'registrar', authority) || actsFor(caller, 'head', authority),
    ));

/** Whoever filed it, the window that took it (of one whose use is restricted no longer), and who sees its proceedings. */
export const maySeeFiling = (caller: Caller, filing: Filing): boolean =>
  caller.id === filing.submittedBy ||
  (filing.restrictedOn === undefined && acceptedAt(filing, caller)) ||
  seesProceedings(caller, filing);

/** @throws DomainError `not-found` for a filing of others: that it exists is not told either. */
export function requireSight(caller: Caller, filing: Filing | undefined): Filing {
  if (filing === undefined || !maySeeFiling(caller, filing)) throw new DomainError('not-found');
  return filing;
}

/**
 * Holds a step that an authority takes by its office (依职权) to its registrars: of the deciding authority, or of the
 * one that still has the enterprise's file, and of these nobody who has a part in the enterprise.
 *
 * @throws DomainError `forbidden`, `concerns-officer`.
 */
export function requireHandedIn(
  caller: Caller,
  { item, authority }: Pick<Located, 'item' | 'authority'>,
  register: ReadEnterprise | undefined,
): void {
  if (item.kind !== 'ex-officio') return;
  const { handover } = register?.enterprise ?? {};
  const mayHandIn = [authority.id, ...(handover?.doneOn === undefined ? [handover?.from] : [])];
  if (!caller.roles.includes('registrar') || !mayHandIn.includes(caller.authority))
    throw new DomainError('forbidden');
  requireNoPart(caller, register);
}

/** An officer, as far as it has to be known who has to recuse themselves (回避). */
export type Officer = Pick<Caller, 'id' | 'recusalKey' | 'subjectKey' | 'otherKeys'>;

/**
 * Nobody decides a filing that names them, that they filed for themselves on-line, under whatever account, or by their
 * office, or whose people they vouched for at their window.
 *
 * @throws DomainError `concerns-officer`.
 */
export function requireUninvolved(officer: Officer, filing: Filing): void {
  const named =
    filing.persons.some(({ subject }) => concerns(officer, subject)) ||
    Object.values(filing.otherKeys ?? {}).some((key) => concerns(officer, key));
  const asOther = concerns(officer, filing.submitterKey);
  const vouchedFor = filing.persons.some(({ proven }) => proven === 'in-person');
  const filed = filing.submittedBy === officer.id;
  const alone = vouchedFor || filing.exOfficio === true || filing.acceptedBy.channel === 'online';
  if (named || asOther || (filed && alone)) throw new DomainError('concerns-officer');
}

/** @throws DomainError `forbidden` for whoever does not act for the deciding authority in that role. */
export function requireActing(caller: Caller, role: 'registrar' | 'head', filing: Filing): void {
  if (!actsFor(caller, role, filing.decidedBy)) throw new DomainError('forbidden');
}

/**
 * Holds an officer to the authority and to recusal.
 *
 * @throws DomainError `forbidden`, `concerns-officer`.
 */
export function requireOfficer(caller: Caller, role: 'registrar' | 'head', filing: Filing): void {
  requireActing(caller, role, filing);
  requireUninvolved(caller, filing);
}

/**
 * What an officer has claimed no other decides, until it is handed over.
 *
 * @throws DomainError `claimed-by-other`.
 */
export function requireUnclaimedByOthers(caller: Pick<Caller, 'id'>, filing: Filing): void {
  const officer = filing.state === 'in-review' ? filing.assignee?.officer : undefined;
  if (officer !== undefined && officer !== caller.id)
    throw new DomainError('claimed-by-other', { values: { officer } });
}

/** Whoever filed it, or those of the window that took it: it is theirs to withdraw and to correct. */
export const isFiledBy = (caller: Caller, filing: Filing): boolean =>
  caller.id === filing.submittedBy || (filing.restrictedOn === undefined && acceptedAt(filing, caller));

/** Everybody who has a part in it. */
export const subjectsIn = ({ heads, members, roles }: Enterprise) => [
  ...heads.flatMap(({ subject, representative }) => [subject, representative?.subject]),
  ...members.map(({ subject }) => subject),
  ...roles.map(({ subject }) => subject),
];

/**
 * Nor does anybody decide about an enterprise, or a branch of one, that they have a part in themselves, whoever files.
 *
 * @throws DomainError `concerns-officer`.
 */
export function requireNoPart(
  caller: Officer,
  register: Pick<ReadEnterprise, 'enterprise'> | undefined,
): void {
  if (register === undefined) return;
  if (subjectsIn(register.enterprise).some((subject) => concerns(caller, subject)))
    throw new DomainError('concerns-officer');
}
