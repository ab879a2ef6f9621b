import type { EnterpriseContent } from '../../../lib/domain/registration/enterprise.ts';
import { organisationKey } from '../../../lib/domain/subject/subject-key.ts';
import { addressAt } from '../../address-line.ts';
import { registeredName } from '../../names.ts';
import { namedPersons, rolesOf } from '../../roles.ts';
import { ownershipNames } from '../filed-ownership.ts';
import type { FiledNonCompanyLegalPerson, NonCompanyFacts } from './facts.ts';

/** What registration makes of it: the items of 实施细则 第六条第二项, and who has a part in it. */
export function establishedNonCompany(
  filed: FiledNonCompanyLegalPerson,
  { persons }: NonCompanyFacts,
  place: string,
): EnterpriseContent {
  const personOf = namedPersons(filed.persons, persons);
  const { legalRepresentative, liaison, contributors } = filed;
  const office = (person: string, role: string) => ({ kind: 'person' as const, person, role });
  return {
    type: 'non-company-legal-person',
    typeName: ownershipNames[filed.ownership],
    ...registeredName(filed.name),
    heads: personOf(legalRepresentative.person),
    capitalFen: filed.contributionFen,
    address: addressAt(place, filed.address.detail),
    businessScope: filed.businessScope.map(({ text }) => text),
    ...(filed.term.kind === 'until' && { termEnds: filed.term.endsOn }),
    members: contributors.flatMap((contributor) => {
      const { subscribedFen, competentDepartment } = contributor;
      const part = {
        as: 'contributor' as const,
        ...(subscribedFen > 0 && { subscribedFen }),
        ...(competentDepartment === true && { traits: ['competent-department'] }),
      };
      return contributor.kind === 'person'
        ? personOf(contributor.person).map((person) => ({ ...person, ...part }))
        : [{ subject: organisationKey(contributor.code), name: contributor.name, ...part }];
    }),
    roles: rolesOf(persons, [
      ...contributors.map((contributor) => ({ ...contributor, role: 'contributor' })),
      office(legalRepresentative.person, 'legal-representative'),
      ...(liaison === undefined ? [] : [office(liaison, 'liaison')]),
    ]),
  };
}
