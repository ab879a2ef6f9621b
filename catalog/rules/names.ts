import type { Rule } from '../../lib/domain/standard/standard.ts';
import { nameClaimRules } from './name-claims.ts';
import { nameContentRules } from './name-content.ts';
import { type NamedFacts, namePartRules } from './name-parts.ts';
import { nameRelationRules } from './name-relations.ts';

/** Everything that 企业名称登记管理规定 asks of a name. */
export const nameRules = <Facts>(named: NamedFacts<Facts>): readonly Rule<Facts>[] => [
  ...namePartRules(named),
  ...nameContentRules(named.name),
  ...nameRelationRules(named.name),
  ...nameClaimRules(named.name),
];
