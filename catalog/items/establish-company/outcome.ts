import type { EnterpriseDraft } from '../../../lib/domain/registration/enterprise.ts';
import { addressAt } from '../../address-line.ts';
import { fullName } from '../../names.ts';
import { rolesOf } from '../../roles.ts';
import type { CompanyFacts, FiledCompany } from './facts.ts';

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
    roles: rolesOf(facts.persons, [
      ...facts.shareholders.map((shareholder) => ({ ...shareholder, role: 'shareholder' })),
      ...facts.offices.map(({ person, office }) => ({ kind: 'person' as const, person, role: office })),
    ]),
  };
}
