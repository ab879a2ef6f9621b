import type { EnterpriseContent } from '../../../lib/domain/registration/enterprise.ts';
import { organisationKey } from '../../../lib/domain/subject/subject-key.ts';
import { addressAt } from '../../address-line.ts';
import { registeredName } from '../../names.ts';
import { namedPersons, rolesOf } from '../../roles.ts';
import type { CooperativeFacts, FiledCooperative } from './facts.ts';

/** The types of 农民专业合作社法 第十六条 and 第五十七条. */
const TYPE_NAMES = { cooperative: '农民专业合作社', union: '农民专业合作社联合社' } as const;

/** The items of 实施细则 第六条第五项, and the members (条例 第九条第五项), of whom later rules ask who is a farmer. */
export function establishedCooperative(
  filed: FiledCooperative,
  facts: CooperativeFacts,
  place: string,
): EnterpriseContent {
  const personOf = namedPersons(filed.persons, facts.persons);
  const { offices } = facts;
  return {
    type: 'cooperative',
    typeName: TYPE_NAMES[facts.kind],
    ...registeredName(facts.name),
    heads: offices.filter(({ office }) => office === 'chair').flatMap(({ person }) => personOf(person)),
    capitalFen: filed.contributionFen,
    address: addressAt(place, filed.address.detail),
    businessScope: filed.businessScope.map(({ text }) => text),
    members: filed.members.flatMap((member) => {
      const share = { as: 'member' as const, subscribedFen: member.subscribedFen };
      if (member.kind === 'organisation')
        return [
          { subject: organisationKey(member.code), name: member.name, ...share, traits: [member.body] },
        ];
      const traits = member.farmer ? { traits: ['farmer'] } : {};
      return personOf(member.person).map((person) => ({ ...person, ...share, ...traits }));
    }),
    roles: rolesOf(facts.persons, [
      ...facts.members.map((member) => ({ ...member, role: 'member' })),
      ...offices.flatMap(({ person, office }) =>
        [...(office === 'chair' ? ['legal-representative'] : []), office].map((role) => ({
          kind: 'person' as const,
          person,
          role,
        })),
      ),
    ]),
  };
}
