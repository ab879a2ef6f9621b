import type { EnterpriseContent } from '../../../lib/domain/registration/enterprise.ts';
import { organisationKey } from '../../../lib/domain/subject/subject-key.ts';
import { addressAt } from '../../address-line.ts';
import { registeredName } from '../../names.ts';
import { namedPersons, rolesOf } from '../../roles.ts';
import type { CompanyFacts, FiledCompany } from './facts.ts';

/** What registration makes of a company: the items of 公司法 第三十二条 and 实施细则 第六条, and who has a part in it. */
export function establishedCompany(
  filed: FiledCompany,
  facts: CompanyFacts,
  place: string,
): EnterpriseContent {
  const personOf = namedPersons(filed.persons, facts.persons);
  return {
    type: 'limited-company',
    typeName: '有限责任公司',
    ...registeredName(facts.name),
    heads: filed.offices
      .filter(({ office }) => office === 'legal-representative')
      .flatMap(({ person }) => personOf(person)),
    capitalFen: filed.registeredCapitalFen,
    address: addressAt(place, filed.address.detail),
    businessScope: filed.businessScope.map(({ text }) => text),
    ...(filed.term.kind === 'until' && { termEnds: filed.term.endsOn }),
    members: filed.shareholders.flatMap((shareholder) => {
      const { subscribedFen, payBy } = shareholder;
      const share = { as: 'shareholder' as const, subscribedFen, payBy };
      return shareholder.kind === 'person'
        ? personOf(shareholder.person).map((person) => ({ ...person, ...share }))
        : [{ subject: organisationKey(shareholder.code), name: shareholder.name, ...share }];
    }),
    roles: rolesOf(facts.persons, [
      ...facts.shareholders.map((shareholder) => ({ ...shareholder, role: 'shareholder' })),
      ...facts.offices.map(({ person, office }) => ({ kind: 'person' as const, person, role: office })),
    ]),
    stateInvestor: filed.stateInvestor,
  };
}
