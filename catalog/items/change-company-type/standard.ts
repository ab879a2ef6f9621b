import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { companyNameRules, companyToBeRules } from '../../rules/companies/becoming.ts';
import {
  becomingCreditRules,
  branchNameNote,
  decisionTimeRules,
  filedWithin,
  partyRules,
} from '../../rules/companies/becoming-step.ts';
import { netAssetRules } from '../../rules/companies/net-assets.ts';
import { enterpriseRulesOfMove } from '../../rules/enterprise.ts';
import { materialRules } from '../../rules/materials.ts';
import type { TypeChangeFacts } from './facts.ts';
import { askedMaterials, materials } from './materials.ts';
import { limitedCapital, resolutionRules, typeArticles, typeRules } from './rules.ts';

/** The order of the rules is the order of the findings. */
const rules: readonly Rule<TypeChangeFacts>[] = [
  ...enterpriseRulesOfMove<TypeChangeFacts>({
    types: ['limited-company', 'joint-stock-company'],
    typeArticles,
  }),
  ...typeRules,
  ...companyNameRules,
  ...netAssetRules({
    needed: ({ facts }) => facts.into.type === 'joint-stock-company',
    articles: [companyLaw('第一百零八条')],
  }),
  ...companyToBeRules(limitedCapital),
  ...resolutionRules,
  ...decisionTimeRules,
  ...partyRules,
  ...materialRules(askedMaterials),
  ...becomingCreditRules,
  branchNameNote,
];

/** In force since 公司登记管理实施办法 (SAMR order 95) is. */
export const standard202502: Standard<TypeChangeFacts> = {
  item: 'change-company-type',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials,
  rules,
  limits: registrationLimits,
  filedWithin,
};
