import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, soleProprietorshipLaw } from '../../laws.ts';
import { approvalPeriod, registrationLimits } from '../../limits.ts';
import { addressRules } from '../../rules/address.ts';
import { creditRules } from '../../rules/credit.ts';
import { identityRules } from '../../rules/identity.ts';
import { liaisonRule } from '../../rules/liaison.ts';
import { materialRules } from '../../rules/materials.ts';
import { personRules } from '../../rules/persons.ts';
import { scopeRules } from '../../rules/scope.ts';
import type { SoleProprietorshipFacts } from './facts.ts';
import { askedMaterials, materials } from './materials.ts';
import { asked, references, toBeVerified } from './persons.ts';
import { contributionRules, investorRules, soleProprietorshipNameRules } from './rules.ts';

/** The order of the rules is the order of the findings. */
const rules: readonly Rule<SoleProprietorshipFacts>[] = [
  ...soleProprietorshipNameRules,
  ...addressRules<SoleProprietorshipFacts>(
    { at: '/address', of: ({ address }) => address },
    {
      zh: '住所',
      en: 'address',
      articles: [soleProprietorshipLaw('第三条'), soleProprietorshipLaw('第八条第四项')],
    },
  ),
  ...scopeRules<SoleProprietorshipFacts>({ at: '/businessScope', of: ({ businessScope }) => businessScope }),
  ...contributionRules,
  ...investorRules,
  ...personRules(references),
  liaisonRule(implementingRules('第七条第一款第三项')),
  ...identityRules(toBeVerified),
  ...materialRules(askedMaterials),
  ...creditRules({ asked }),
];

/** The limit of 个人独资企业法 第十二条, fifteen days, is the outer one. */
export const standard202502: Standard<SoleProprietorshipFacts> = {
  item: 'establish-sole-proprietorship',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials,
  rules,
  limits: registrationLimits,
  filedWithin: [approvalPeriod],
};
