import type {
  Enterprise,
  EnterpriseMember,
  EnterpriseRole,
} from '../../../lib/domain/registration/enterprise.ts';
import { organisationKey } from '../../../lib/domain/subject/subject-key.ts';
import { namedPersons, type Part, rolesOf } from '../../roles.ts';
import { officeKinds } from '../filed-offices.ts';
import type { FiledRecords, RecordsFacts } from './facts.ts';
import { subjectOf } from './persons.ts';

const person = (role: string) => (ref: string) => ({ kind: 'person' as const, person: ref, role });

/** The roles that a filing tells anew, and who has them. */
function rolesFiled({ records }: RecordsFacts): {
  readonly told: readonly string[];
  readonly parts: readonly Part[];
} {
  const { organs, liaison, familyMembers, members, documentRecipient } = records;
  const offices = organs?.offices ?? [];
  const liaisonTold = liaison !== undefined || offices.some(({ office }) => office === 'liaison');
  return {
    told: [
      ...(organs === undefined ? [] : officeKinds.filter((office) => office !== 'liaison')),
      ...(liaisonTold ? ['liaison'] : []),
      ...(familyMembers === undefined ? [] : ['family-member']),
      ...(members === undefined ? [] : ['member']),
      ...(documentRecipient === undefined ? [] : ['document-recipient']),
    ],
    parts: [
      ...offices.map(({ person: ref, office }) => person(office)(ref)),
      ...(liaison === undefined ? [] : [person('liaison')(liaison)]),
      ...(familyMembers ?? []).map(person('family-member')),
      ...(members ?? []).map((member) => ({ ...member, role: 'member' })),
      ...(documentRecipient === undefined ? [] : [person('document-recipient')(documentRecipient)]),
    ],
  };
}

function rolesAfter(
  facts: RecordsFacts,
  { roles }: Pick<Enterprise, 'roles'>,
): readonly EnterpriseRole[] | undefined {
  const { told, parts } = rolesFiled(facts);
  if (told.length === 0) return undefined;
  return [...roles.filter(({ role }) => !told.includes(role)), ...rolesOf(facts.persons, parts)];
}

/** Contributions of members the register has; family and co-operative members as they are told, whole. */
function membersAfter(
  filed: FiledRecords,
  facts: RecordsFacts,
  { members }: Pick<Enterprise, 'members'>,
): readonly EnterpriseMember[] | undefined {
  const { contributions, familyMembers, members: told } = facts.records;
  const personOf = namedPersons(filed.persons, facts.persons);
  if (told !== undefined)
    return told.flatMap((member) => {
      const share = { as: 'member' as const, subscribedFen: member.subscribedFen };
      if (member.kind === 'organisation')
        return [
          { subject: organisationKey(member.code), name: member.name, ...share, traits: [member.body] },
        ];
      const traits = member.farmer ? { traits: ['farmer'] } : {};
      return personOf(member.person).map((one) => ({ ...one, ...share, ...traits }));
    });
  if (familyMembers !== undefined)
    return [...new Set(familyMembers)]
      .flatMap(personOf)
      .map((one) => ({ ...one, as: 'family-member' as const }));
  if (contributions === undefined) return undefined;
  const bySubject = new Map(contributions.map((one) => [subjectOf(one, facts), one]));
  return members.map((member) => {
    const { subscribedFen, paidFen, payBy } = bySubject.get(member.subject) ?? {};
    return {
      ...member,
      ...(subscribedFen !== undefined && { subscribedFen }),
      ...(paidFen !== undefined && { paidFen }),
      ...(payBy !== undefined && { payBy }),
    };
  });
}

/** Articles, beneficial owners and methods stay with the filing: the register has no field of them. */
export function recordsAfter(filed: FiledRecords, facts: RecordsFacts, enterprise: Enterprise | undefined) {
  const { term } = facts.records;
  const before = { roles: enterprise?.roles ?? [], members: enterprise?.members ?? [] };
  const roles = rolesAfter(facts, before);
  const members = membersAfter(filed, facts, before);
  return {
    content: {
      ...(roles !== undefined && { roles }),
      ...(members !== undefined && { members }),
      ...(term?.kind === 'until' && { termEnds: term.endsOn }),
    },
    ...(term?.kind === 'indefinite' && { without: ['termEnds'] as const }),
  };
}
