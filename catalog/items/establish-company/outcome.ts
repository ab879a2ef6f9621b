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

const LEVEL_ENDING = /[省市州区县]$/;

/**
 * The address behind the full names of its place (住所). Whatever of those the applicant wrote at its head is not
 * written twice.
 */
function addressAt(place: string, detail: string): string {
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
    address: addressAt(place, detail),
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
