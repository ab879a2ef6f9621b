import { type Asked, provenAmong } from '../../rules/credit.ts';
import type { Reference } from '../../rules/persons.ts';
import type { IndividualBusinessFacts } from './facts.ts';

type Parts = Pick<IndividualBusinessFacts, 'operator' | 'familyMembers' | 'liaison' | 'agent'>;

const told = (...refs: readonly (string | undefined)[]): readonly string[] =>
  refs.filter((ref) => ref !== undefined);

export const operatorOf = ({ operator }: Parts): ReadonlySet<string> => new Set([operator]);

/** The operator takes part anyway, named among the family or not. */
export const familyOf = ({ operator, familyMembers }: Parts): readonly string[] => [
  ...new Set(familyMembers.filter((ref) => ref !== operator)),
];

/** Every place where a filing refers to a person. */
export const references = ({ operator, familyMembers, liaison, agent }: Parts): readonly Reference[] => [
  { path: '/operator', ref: operator },
  ...familyMembers.map((ref, index) => ({ path: `/familyMembers/${index}`, ref })),
  ...told(liaison).map((ref) => ({ path: '/liaison', ref })),
  ...told(agent).map((ref) => ({ path: '/agent', ref })),
];

/** 实施细则 第十六条: the operator, the liaison and the agent. Of family members only the names are filed. */
export const toBeVerified = ({ operator, liaison, agent }: Parts): ReadonlySet<string> =>
  new Set(told(operator, liaison, agent));

/** Who applies (条例 第四十条第三款): the operator, and the agent. */
export const asked = (facts: IndividualBusinessFacts): readonly Asked[] =>
  provenAmong(facts, new Set(told(facts.operator, facts.agent)));
