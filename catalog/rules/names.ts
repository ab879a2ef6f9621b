import type { Rule } from '../../lib/domain/standard/standard.ts';
import { nameClaimRules } from './name-claims.ts';
import { nameContentRules } from './name-content.ts';
import { type NamedFacts, namePartRules } from './name-parts.ts';

/** Everything that 企业名称登记管理规定 asks of a name. */
export const nameRules = <Facts>(named: NamedFacts<Facts>): readonly Rule<Facts>[] => [
  ...namePartRules(named),
  ...nameContentRules(named.name),
  ...nameClaimRules(named.name),
];
