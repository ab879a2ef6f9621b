import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw, implementingRules } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { addressRules } from '../../rules/address.ts';
import { beneficialOwnerRules } from '../../rules/beneficial-owners.ts';
import { companyContributionRules } from '../../rules/companies/contributions.ts';
import { governanceRules, type WithGovernance } from '../../rules/companies/governance.ts';
import {
  jointStockCompanyGovernance,
  jointStockCompanyManager,
} from '../../rules/companies/joint-stock-company-articles.ts';
import { jointStockGovernanceRules } from '../../rules/companies/joint-stock-governance.ts';
import { officerRules } from '../../rules/companies/officers.ts';
import { barrablePersons } from '../../rules/companies/offices.ts';
import { holdersIn, promoterRules } from '../../rules/companies/promoters.ts';
import { DAYS_TO_APPLY, establishmentRules } from '../../rules/companies/share-issue.ts';
import { shareRules } from '../../rules/companies/shares.ts';
import { stateOwnedRules } from '../../rules/companies/state-owned.ts';
import { creditRules } from '../../rules/credit.ts';
import { identityRules } from '../../rules/identity.ts';
import { type Lens, through } from '../../rules/lens.ts';
import { materialRules } from '../../rules/materials.ts';
import { nameRules } from '../../rules/names.ts';
import { personRules } from '../../rules/persons.ts';
import { scopeRules } from '../../rules/scope.ts';
import { termRules } from '../../rules/term.ts';
import type { JointStockCompanyFacts } from './facts.ts';
import { askedMaterials, materials } from './materials.ts';
import { asked, references, toBeVerified } from './persons.ts';

/** Its organs, with everybody who is to hold shares: the promoters, and who subscribes what they offer. */
function organsOf(facts: JointStockCompanyFacts): WithGovernance {
  const { offices, governance, employees, promoters, establishment } = facts;
  const others = establishment.by === 'promotion' ? 0 : establishment.subscribers;
  return { offices, governance, employees, shareholders: { length: promoters.length + others } };
}

const promoters: Lens<JointStockCompanyFacts, JointStockCompanyFacts['promoters']> = {
  at: '/promoters',
  of: (facts) => facts.promoters,
};

/** The order of the rules is the order of the findings. */
const rules: readonly Rule<JointStockCompanyFacts>[] = [
  ...nameRules<JointStockCompanyFacts>({
    name: { at: '/name', of: ({ name }) => name },
    scope: ({ businessScope }) => businessScope.map(({ text }) => text),
  }),
  ...addressRules<JointStockCompanyFacts>(
    { at: '/address', of: ({ address }) => address },
    { zh: '住所', en: 'address', articles: [companyLaw('第八条')] },
  ),
  ...scopeRules<JointStockCompanyFacts>({ at: '/businessScope', of: ({ businessScope }) => businessScope }),
  ...termRules<JointStockCompanyFacts>(
    { at: '/term', of: ({ term }) => term },
    { zh: '经营期限', en: 'term of business', articles: [implementingRules('第七条第一款第一项')] },
  ),
  ...shareRules,
  ...establishmentRules,
  ...companyContributionRules(promoters, [companyLaw('第九十八条第二款')]),
  ...promoterRules,
  ...through<JointStockCompanyFacts, WithGovernance>(
    { at: '', of: organsOf },
    governanceRules(jointStockCompanyGovernance),
  ),
  ...jointStockGovernanceRules,
  ...stateOwnedRules(promoters),
  ...officerRules(jointStockCompanyManager),
  ...personRules(references),
  ...identityRules(toBeVerified),
  ...beneficialOwnerRules<JointStockCompanyFacts>({
    capital: { zh: '注册资本', en: 'capital' },
    members: { zh: '股东', en: 'shareholders' },
    /* Whoever offers shares to the public cannot tell that none but natural persons take them. */
    mayBeExempt: ({ registeredCapitalFen, promoters, establishment }, upToFen) =>
      registeredCapitalFen <= upToFen &&
      establishment.by !== 'public-offer' &&
      promoters.every(({ kind }) => kind === 'person'),
    holders: holdersIn,
  }),
  ...materialRules(askedMaterials),
  ...creditRules({ asked, barrable: barrablePersons }),
];

/** In force since 公司登记管理实施办法 (SAMR order 95) is. */
export const standard202502: Standard<JointStockCompanyFacts> = {
  item: 'establish-joint-stock-company',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials,
  rules,
  limits: registrationLimits,
  filedWithin: [
    {
      days: DAYS_TO_APPLY,
      from: { zh: '公司成立大会结束', en: 'the end of the inaugural meeting' },
      articles: [companyLaw('第一百零六条')],
    },
  ],
};
