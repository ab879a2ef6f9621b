import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, partnershipLaw } from '../../laws.ts';
import { approvalPeriod, registrationLimits } from '../../limits.ts';
import { addressRules } from '../../rules/address.ts';
import { beneficialOwnerRules, holdersAmong } from '../../rules/beneficial-owners.ts';
import { creditRules } from '../../rules/credit.ts';
import { identityRules } from '../../rules/identity.ts';
import { liaisonRule } from '../../rules/liaison.ts';
import { materialRules } from '../../rules/materials.ts';
import { personRules } from '../../rules/persons.ts';
import { scopeRules } from '../../rules/scope.ts';
import { termRules } from '../../rules/term.ts';
import type { PartnershipFacts } from './facts.ts';
import { askedMaterials, materials } from './materials.ts';
import { asked, references, toBeVerified } from './persons.ts';
import { contributionRules } from './rules-contributions.ts';
import { managementRules } from './rules-management.ts';
import { partnershipNameRules } from './rules-name.ts';
import { partnerRules } from './rules-partners.ts';

const filed = implementingRules('第七条第一款第四项');

/** The order of the rules is the order of the findings. */
const rules: readonly Rule<PartnershipFacts>[] = [
  ...partnershipNameRules,
  ...addressRules<PartnershipFacts>(
    { at: '/principalPlace', of: ({ principalPlace }) => principalPlace },
    {
      zh: '主要经营场所',
      en: 'principal place of business',
      articles: [partnershipLaw('第十四条第四项'), implementingRules('第六条第四项')],
    },
  ),
  ...scopeRules<PartnershipFacts>({ at: '/businessScope', of: ({ businessScope }) => businessScope }),
  ...termRules<PartnershipFacts>(
    { at: '/term', of: ({ term }) => term },
    { zh: '合伙期限', en: 'term of the partnership', articles: [filed] },
  ),
  ...contributionRules,
  ...partnerRules,
  ...managementRules,
  ...personRules(references),
  liaisonRule(filed),
  ...identityRules(toBeVerified),
  ...beneficialOwnerRules<PartnershipFacts>({
    capital: { zh: '出资额', en: 'contribution' },
    members: { zh: '合伙人', en: 'partners' },
    mayBeExempt: ({ contributionFen, partners }, upToFen) =>
      contributionFen <= upToFen && partners.every(({ kind }) => kind === 'person'),
    holders: ({ partners }) => holdersAmong('/partners', partners),
  }),
  ...materialRules(askedMaterials),
  ...creditRules({ asked }),
];

/** The limit of 合伙企业法 第十条第二款, twenty days, is the outer one. */
export const standard202502: Standard<PartnershipFacts> = {
  item: 'establish-partnership',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials,
  rules,
  limits: registrationLimits,
  filedWithin: [approvalPeriod],
};
