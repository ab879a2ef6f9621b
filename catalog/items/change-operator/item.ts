import type { EnterpriseContent } from '../../../lib/domain/registration/enterprise.ts';
import type { Item } from '../../../lib/domain/standard/item.ts';
import { namedPersons, rolesOf } from '../../roles.ts';
import { changeOperatorFacts, deriveOperator, type FiledOperator, type OperatorFacts } from './facts.ts';
import { asked, isFamily, standard202502 } from './standard.ts';

/** Name, code and place stay; of a family's business the new operator is no longer among those who take part beside. */
function operatedBy(
  filed: FiledOperator,
  facts: OperatorFacts,
  { members, roles, typeName }: Pick<EnterpriseContent, 'members' | 'roles' | 'typeName'>,
): Partial<EnterpriseContent> {
  const personOf = namedPersons(filed.persons, facts.persons);
  const { newOperator, formerOperator } = facts;
  const taking = personOf(newOperator).map(({ subject }) => subject);
  const stays = isFamily({ typeName }) && facts.formerTakesPart === true ? [formerOperator] : [];
  const family = (role: string) => role === 'family-member';
  return {
    heads: personOf(newOperator),
    members: [
      ...members.filter(({ subject, as }) => !(family(as) && taking.includes(subject))),
      ...stays.flatMap(personOf).map((person) => ({ ...person, as: 'family-member' as const })),
    ],
    roles: [
      ...roles.filter(
        ({ subject, role }) => role !== 'operator' && !(family(role) && taking.includes(subject)),
      ),
      ...rolesOf(facts.persons, [
        { kind: 'person', person: newOperator, role: 'operator' },
        ...stays.map((person) => ({ kind: 'person' as const, person, role: 'family-member' })),
      ]),
    ],
  };
}

/** 个体工商户变更经营者 (促进个体工商户发展条例 第十三条). */
export const changeOperator: Item<FiledOperator, OperatorFacts> = {
  id: 'change-operator',
  kind: 'registration',
  name: { zh: '个体工商户变更经营者登记', en: 'New operator of an individual business' },
  filed: changeOperatorFacts,
  standards: [standard202502],
  matter: ({ enterprise }) => ({ about: 'enterprise', code: enterprise }),
  derive: deriveOperator,
  subjectsAsked: (facts) => [...new Set(asked(facts).map(({ subject }) => subject))],
  effect: (filed, facts, { enterprise }) => ({
    kind: 'amend',
    content: operatedBy(filed, facts, enterprise ?? { members: [], roles: [], typeName: '' }),
    licence: 'reissue',
  }),
};
