import type { EnterpriseContent } from '../../../lib/domain/registration/enterprise.ts';
import { addressAt } from '../../address-line.ts';
import { registeredName } from '../../names.ts';
import { namedPersons, rolesOf } from '../../roles.ts';
import { personsAmong } from '../filed-investor.ts';
import type { FiledSoleProprietorship, SoleProprietorshipFacts } from './facts.ts';

/**
 * What registration makes of a sole proprietorship (实施细则 第六条第三项). That its contribution is the family’s stays
 * with the investor: the family’s property is liable for the debts (个人独资企业法 第十八条).
 */
export function establishedSoleProprietorship(
  filed: FiledSoleProprietorship,
  facts: SoleProprietorshipFacts,
  place: string,
): EnterpriseContent {
  const investors = personsAmong(filed.investors).flatMap(namedPersons(filed.persons, facts.persons));
  const { contributionFen, liaison } = filed;
  const traits = filed.property === 'family' ? { traits: ['family-property'] } : {};
  const part = (role: string) => (person: string) => ({ kind: 'person' as const, person, role });
  return {
    type: 'sole-proprietorship',
    typeName: '个人独资企业',
    ...registeredName(facts.name),
    heads: investors,
    capitalFen: contributionFen,
    address: addressAt(place, filed.address.detail),
    businessScope: filed.businessScope.map(({ text }) => text),
    members: investors.map((investor) => ({
      ...investor,
      as: 'investor',
      subscribedFen: contributionFen,
      ...traits,
    })),
    roles: rolesOf(facts.persons, [
      ...personsAmong(filed.investors).map(part('investor')),
      ...(liaison === undefined ? [] : [liaison]).map(part('liaison')),
    ]),
  };
}
