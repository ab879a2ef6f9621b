import type { EnterpriseEvidence, MemberEvidence } from '../standard/enterprise-evidence.ts';
import type { Enterprise, EnterpriseMember } from './enterprise.ts';

/** Which other enterprises an enterprise has to do with, by code. */
export interface Relations {
  readonly holdings: readonly string[];
  readonly branches: readonly string[];
}

const memberOf = ({ name: _name, ...member }: EnterpriseMember): MemberEvidence => member;

/** An enterprise as rules may see it: no name of a person, no place and no authority. */
export function evidenceOf(
  enterprise: Enterprise,
  { holdings, branches }: Relations,
  decidingAuthority: string,
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
    ...rest
  } = enterprise;
  return {
    ...rest,
    withDecidingAuthority: registeredBy === decidingAuthority,
    heads: heads.map(({ subject, representative }) => representative?.subject ?? subject),
    members: members.map(memberOf),
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
