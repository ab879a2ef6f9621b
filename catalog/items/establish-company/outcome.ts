import type { EnterpriseDraft, EnterpriseRole } from '../../../lib/domain/registration/enterprise.ts';
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

/** What registration makes of a company: the items of 公司法 第三十二条 and 实施细则 第六条, and who has a part in it. */
export function establishedCompany(filed: FiledCompany, facts: CompanyFacts, place: string): EnterpriseDraft {
  const nameOf = (ref: string | undefined): string =>
    filed.persons.find((person) => person.ref === ref)?.name ?? '';
  const { detail } = filed.address;
  const representative = filed.offices.find(({ office }) => office === 'legal-representative');
  return {
    name: fullName(facts.name),
    type: '有限责任公司',
    legalRepresentative: nameOf(representative?.person),
    capitalFen: filed.registeredCapitalFen,
    address: detail.startsWith(place) ? detail : place + detail,
    businessScope: filed.businessScope.map(({ text }) => text),
    ...(filed.term.kind === 'until' && { termEnds: filed.term.endsOn }),
    shareholders: filed.shareholders.map((shareholder) => ({
      name: shareholder.kind === 'person' ? nameOf(shareholder.person) : shareholder.name,
      subscribedFen: shareholder.subscribedFen,
      payBy: shareholder.payBy,
    })),
    roles: rolesOf(facts),
  };
}
