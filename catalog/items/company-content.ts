import type { EnterpriseContent, EnterpriseMember } from '../../lib/domain/registration/enterprise.ts';
import type { PersonFacts } from '../../lib/domain/subject/person.ts';
import { organisationKey } from '../../lib/domain/subject/subject-key.ts';
import { addressAt } from '../address-line.ts';
import { registeredName } from '../names.ts';
import { namedPersons, rolesOf } from '../roles.ts';
import type { FiledAddress } from './filed-address.ts';
import type { Investor } from './filed-investor.ts';
import type { NameFacts } from './filed-name.ts';
import type { Office } from './filed-offices.ts';
import type { BusinessScope } from './filed-scope.ts';
import type { Term } from './filed-term.ts';

/** What makes a company one of its type. */
interface FiledOrgans {
  readonly name: NameFacts;
  readonly registeredCapitalFen: number;
  readonly persons: readonly { readonly ref: string; readonly name: string }[];
  readonly offices: readonly Office[];
}

/** What a company of either type is established with. */
interface FiledCompanyParts extends FiledOrgans {
  readonly address: FiledAddress;
  readonly businessScope: BusinessScope;
  readonly term: Term;
  readonly stateInvestor: NonNullable<EnterpriseContent['stateInvestor']>;
}

type Share = Pick<EnterpriseMember, 'subscribedFen' | 'paidFen' | 'payBy' | 'increasedOn'>;

interface OfType {
  readonly type: EnterpriseContent['type'];
  readonly typeName: string;
  /** As what its investors are registered, each with a share. */
  readonly as: 'shareholder' | 'promoter';
  readonly investors: readonly (Investor & { readonly share: Share })[];
}

/** Type, name, capital, members and offices of a company, and who has a part in it. */
export function organsContent(
  filed: FiledOrgans,
  persons: readonly PersonFacts[],
  { type, typeName, as, investors }: OfType,
) {
  const personOf = namedPersons(filed.persons, persons);
  return {
    type,
    typeName,
    ...registeredName(filed.name),
    heads: filed.offices
      .filter(({ office }) => office === 'legal-representative')
      .flatMap(({ person }) => personOf(person)),
    capitalFen: filed.registeredCapitalFen,
    members: investors.flatMap((investor) =>
      investor.kind === 'person'
        ? personOf(investor.person).map((person) => ({ ...person, as, ...investor.share }))
        : [{ subject: organisationKey(investor.code), name: investor.name, as, ...investor.share }],
    ),
    roles: rolesOf(persons, [
      ...investors.map((investor) => ({ ...investor, role: as })),
      ...filed.offices.map(({ person, office }) => ({ kind: 'person' as const, person, role: office })),
    ]),
  } satisfies Partial<EnterpriseContent>;
}

/** What registration makes of a company: the items of 公司法 第三十二条 and 实施细则 第六条, and who has a part in it. */
export const companyContent = (
  filed: FiledCompanyParts,
  persons: readonly PersonFacts[],
  place: string,
  ofType: OfType,
): EnterpriseContent => ({
  ...organsContent(filed, persons, ofType),
  address: addressAt(place, filed.address.detail),
  businessScope: filed.businessScope.map(({ text }) => text),
  ...(filed.term.kind === 'until' && { termEnds: filed.term.endsOn }),
  stateInvestor: filed.stateInvestor,
});
