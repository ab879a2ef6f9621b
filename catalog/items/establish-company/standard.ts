import type { Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import type { CompanyFacts } from './facts.ts';
import { limits } from './limits.ts';
import { materials } from './materials.ts';
import { addressAndScopeRules } from './rules/address-scope.ts';
import { beneficialOwnerRules } from './rules/beneficial-owners.ts';
import { capitalRules } from './rules/capital.ts';
import { creditRules } from './rules/credit.ts';
import { governanceRules } from './rules/governance.ts';
import { identityRules } from './rules/identity.ts';
import { materialRules } from './rules/materials.ts';
import { nameClaimRules } from './rules/name-claims.ts';
import { nameContentRules } from './rules/name-content.ts';
import { namePartRules } from './rules/name-parts.ts';
import { officerRules } from './rules/officers.ts';
import { personRules } from './rules/persons.ts';
import { shareholderRules } from './rules/shareholders.ts';

/** In force since 公司登记管理实施办法 (SAMR order 95) is. The order of the rules is the order of the findings. */
export const standard202502: Standard<CompanyFacts> = {
  item: 'establish-company',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials,
  rules: [
    ...namePartRules,
    ...nameContentRules,
    ...nameClaimRules,
    ...addressAndScopeRules,
    ...capitalRules,
    ...shareholderRules,
    ...governanceRules,
    ...officerRules,
    ...personRules,
    ...identityRules,
    ...beneficialOwnerRules,
    ...materialRules,
    ...creditRules,
  ],
  limits,
};
