import type { EnterpriseContent, EnterpriseRole } from '../../../lib/domain/registration/enterprise.ts';
import { organisationKey } from '../../../lib/domain/subject/subject-key.ts';
import { fullName } from './company-name.ts';
import type { CompanyFacts, FiledCompany } from './facts.ts';

/** Everybody's part in the company, once for each part. */
function rolesOf({ persons, shareholders, offices }: CompanyFacts): readonly EnterpriseRole[] {
  const subjects = new Map(persons.map(({ ref, subject }) => [ref, subject]));
  const named = [
    ...shareholders.map((shareholder) => ({
      subject:
        shareholder.kind === 'person' ? subjects.get(shareholder.person) : organisationKey(shareholder.code),
      role: 'shareholder',
    })),
    ...offices.map(({ person, office }) => ({ subject: subjects.get(person), role: office })),
  ];
  const roles = named.flatMap(({ subject, role }) => (subject === undefined ? [] : [{ subject, role }]));
  return [...new Map(roles.map((entry) => [`${entry.role} ${entry.subject}`, entry])).values()];
}

const LEVEL_ENDING = /[省市州区县]$/;

/**
 * The address behind the full names of its place (住所). Whatever of those the applicant wrote at its head is not
 * written twice.
 */
export function addressAt(place: string, detail: string): string {
  for (let start = 0; start < place.length; start += 1) {
    if (start > 0 && !LEVEL_ENDING.test(place.slice(0, start))) continue;
    const named = place.slice(start);
    const found = detail.indexOf(named);
    if (found !== -1 && place.startsWith(detail.slice(0, found)))
      return place + detail.slice(found + named.length);
  }
  return place + detail;
}

/** What registration makes of a company: the items of 公司法 第三十二条 and 实施细则 第六条, and who has a part in it. */
export function establishedCompany(
  filed: FiledCompany,
  facts: CompanyFacts,
  place: string,
): EnterpriseContent {
  const named = new Map(filed.persons.map(({ ref, name }) => [ref, name]));
  const subjects = new Map(facts.persons.map(({ ref, subject }) => [ref, subject]));
  const personOf = (ref: string) => {
    const subject = subjects.get(ref);
    return subject === undefined ? [] : [{ subject, name: named.get(ref) ?? '' }];
  };
  const { name } = facts;
  return {
    type: 'limited-company',
    typeName: '有限责任公司',
    name: fullName(name),
    tradeName: name.tradeName,
    ...(name.industry !== undefined && { industry: name.industry.class }),
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
    roles: rolesOf(facts),
    stateInvestor: filed.stateInvestor,
  };
}
