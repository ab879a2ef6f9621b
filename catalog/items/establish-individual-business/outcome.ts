import type { EnterpriseContent } from '../../../lib/domain/registration/enterprise.ts';
import { addressAt } from '../../address-line.ts';
import { registeredName } from '../../names.ts';
import { namedPersons, rolesOf } from '../../roles.ts';
import type { FiledIndividualBusiness, IndividualBusinessFacts } from './facts.ts';
import { familyOf } from './persons.ts';

/** A place on a network is none behind the names of a division. */
const placeText = (
  { premises, platform = '', detail }: FiledIndividualBusiness['placeOfBusiness'],
  place: string,
): string => (premises === 'network' ? platform + detail : addressAt(place, detail));

/** The items of 实施细则 第六条第七项, and who of the family takes part. */
export function establishedIndividualBusiness(
  filed: FiledIndividualBusiness,
  facts: IndividualBusinessFacts,
  place: string,
): EnterpriseContent {
  const personOf = namedPersons(filed.persons, facts.persons);
  const { operator, liaison } = facts;
  const family = facts.composition === 'family' ? familyOf(facts) : [];
  const part = (role: string) => (person: string) => ({ kind: 'person' as const, person, role });
  return {
    type: 'individual-business',
    typeName: facts.composition === 'family' ? '家庭经营' : '个人经营',
    ...(facts.name !== undefined && registeredName(facts.name)),
    heads: personOf(operator),
    address: placeText(filed.placeOfBusiness, place),
    businessScope: filed.businessScope.map(({ text }) => text),
    members: family.flatMap(personOf).map((person) => ({ ...person, as: 'family-member' as const })),
    roles: rolesOf(facts.persons, [
      part('operator')(operator),
      ...family.map(part('family-member')),
      ...(liaison === undefined ? [] : [part('liaison')(liaison)]),
    ]),
  };
}
