import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw, implementingRules } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { addressRules } from '../../rules/address.ts';
import { beneficialOwnerRules, holdersAmong } from '../../rules/beneficial-owners.ts';
import { companyContributionRules } from '../../rules/companies/contributions.ts';
import { governanceRules } from '../../rules/companies/governance.ts';
import { limitedCapitalRules } from '../../rules/companies/limited-capital.ts';
import {
  limitedCompanyGovernance,
  limitedCompanyManager,
} from '../../rules/companies/limited-company-articles.ts';
import { officerRules } from '../../rules/companies/officers.ts';
import { barrablePersons } from '../../rules/companies/offices.ts';
import { shareholderRules } from '../../rules/companies/shareholders.ts';
import { stateOwnedRules } from '../../rules/companies/state-owned.ts';
import { creditRules } from '../../rules/credit.ts';
import { identityRules } from '../../rules/identity.ts';
import { greenChannelRule } from '../../rules/incentives.ts';
import type { Lens } from '../../rules/lens.ts';
import { materialRules } from '../../rules/materials.ts';
import { nameRules } from '../../rules/names.ts';
import { personRules } from '../../rules/persons.ts';
import { scopeRules } from '../../rules/scope.ts';
import { termRules } from '../../rules/term.ts';
import { asked, incentives } from './asked.ts';
import type { CompanyFacts } from './facts.ts';
import { askedMaterials, materials } from './materials.ts';
import { references, toBeVerified } from './persons.ts';

const shareholders: Lens<CompanyFacts, CompanyFacts['shareholders']> = {
  at: '/shareholders',
  of: (facts) => facts.shareholders,
};

/** The order of the rules is the order of the findings. */
const rules: readonly Rule<CompanyFacts>[] = [
  ...nameRules<CompanyFacts>({
    name: { at: '/name', of: ({ name }) => name },
    scope: ({ businessScope }) => businessScope.map(({ text }) => text),
  }),
  ...addressRules<CompanyFacts>(
    { at: '/address', of: ({ address }) => address },
    { zh: '住所', en: 'address', articles: [companyLaw('第八条')] },
  ),
  ...scopeRules<CompanyFacts>({ at: '/businessScope', of: ({ businessScope }) => businessScope }),
  ...termRules<CompanyFacts>(
    { at: '/term', of: ({ term }) => term },
    { zh: '经营期限', en: 'term of business', articles: [implementingRules('第七条第一款第一项')] },
  ),
  ...limitedCapitalRules,
  ...companyContributionRules(shareholders),
  ...shareholderRules,
  ...governanceRules(limitedCompanyGovernance),
  ...stateOwnedRules(shareholders),
  ...officerRules(limitedCompanyManager),
  ...personRules(references),
  ...identityRules(toBeVerified),
  ...beneficialOwnerRules<CompanyFacts>({
    capital: { zh: '注册资本', en: 'capital' },
    members: { zh: '股东', en: 'shareholders' },
    mayBeExempt: ({ registeredCapitalFen, shareholders }, upToFen) =>
      registeredCapitalFen <= upToFen && shareholders.every(({ kind }) => kind === 'person'),
    holders: ({ shareholders }) => holdersAmong('/shareholders', shareholders),
  }),
  ...materialRules(askedMaterials, incentives),
  ...creditRules({ asked, barrable: barrablePersons }),
  greenChannelRule(incentives),
];

/** In force since 公司登记管理实施办法 (SAMR order 95) is. */
export const standard202502: Standard<CompanyFacts> = {
  item: 'establish-company',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials,
  rules,
  limits: registrationLimits,
};
