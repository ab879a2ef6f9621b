import type { EnterpriseEvidence, MemberEvidence } from '../standard/enterprise-evidence.ts';
import type { SubjectKey } from '../subject/subject-key.ts';
import { type Enterprise, type EnterpriseMember, PUBLISHED_MEMBERS } from './enterprise.ts';

/** Which other enterprises an enterprise has to do with, by code. */
export interface Relations {
  readonly holdings: readonly string[];
  readonly branches: readonly string[];
}

const memberOf = ({ name: _name, ...member }: EnterpriseMember): MemberEvidence => member;

/** Whether somebody a filing names has any part in the enterprise: only then may a filing tell who else has. */
const hasPartIn = (enterprise: Enterprise, named: ReadonlySet<SubjectKey>): boolean =>
  [
    ...enterprise.heads.flatMap(({ subject, representative }) => [subject, representative?.subject]),
    ...enterprise.members.map(({ subject }) => subject),
    ...enterprise.roles.map(({ subject }) => subject),
  ].some((subject) => subject !== undefined && named.has(subject));

/**
 * An enterprise as rules may see it: no name of a person, no place and no authority. Evidence stands in receipts, which
 * whoever filed may read: parts that law does not publish are left out for a filing of strangers, whose rules need none
 * of them. `named`: the persons of the filing; `undefined` where an authority files by its office.
 */
export function evidenceOf(
  enterprise: Enterprise,
  { holdings, branches }: Relations,
  decidingAuthority: string,
  named?: ReadonlySet<SubjectKey>,
): EnterpriseEvidence {
  const {
    address: _address,
    division: _division,
    registeredBy,
    registeredAt: _at,
    stateInvestor: _investor,
    licence: _licence,
    licences: _licences,
    heads,
    members,
    handover,
    roles,
    ...rest
  } = enterprise;
  const isWhole = named === undefined || hasPartIn(enterprise, named);
  return {
    ...rest,
    withDecidingAuthority: registeredBy === decidingAuthority,
    heads: heads.map(({ subject, representative }) => representative?.subject ?? subject),
    members: members.filter(({ as }) => isWhole || PUBLISHED_MEMBERS.includes(as)).map(memberOf),
    roles: isWhole ? roles : [],
    ...(handover !== undefined && {
      handover: {
        dueOn: handover.dueOn,
        ...(handover.doneOn !== undefined && { doneOn: handover.doneOn }),
      },
    }),
    holdings,
    branches,
  };
}
