import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { registrationLimits } from '../../limits.ts';
import { companyNameRules, companyToBeRules, intoLimited, overpaid } from '../../rules/companies/becoming.ts';
import {
  becomingCreditRules,
  branchNameNote,
  decisionTimeRules,
  filedWithin,
  partyRules,
} from '../../rules/companies/becoming-step.ts';
import { limitedCapitalRules } from '../../rules/companies/limited-capital.ts';
import { netAssetRules } from '../../rules/companies/net-assets.ts';
import { enterpriseRulesOfMove } from '../../rules/enterprise.ts';
import { through } from '../../rules/lens.ts';
import { materialRules } from '../../rules/materials.ts';
import type { RestructuringFacts } from './facts.ts';
import { askedMaterials, materials } from './materials.ts';
import { ownerRules, ownershipRules, restructuring, valuation } from './rules.ts';

/** The order of the rules is the order of the findings. */
const rules: readonly Rule<RestructuringFacts>[] = [
  ...enterpriseRulesOfMove<RestructuringFacts>({
    types: ['non-company-legal-person'],
    typeArticles: restructuring,
  }),
  ...ownershipRules,
  ...companyNameRules,
  ...netAssetRules({ needed: () => true, articles: valuation }),
  /* It is a company from this registration on, so that the five years run from it [inference]. */
  ...companyToBeRules([...through(intoLimited, limitedCapitalRules), overpaid]),
  ...decisionTimeRules,
  ...partyRules,
  ...ownerRules,
  ...materialRules(askedMaterials),
  ...becomingCreditRules,
  branchNameNote,
];

/** In force since 公司登记管理实施办法 (SAMR order 95) is. */
export const standard202502: Standard<RestructuringFacts> = {
  item: 'restructure-into-company',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials,
  rules,
  limits: registrationLimits,
  filedWithin,
};
