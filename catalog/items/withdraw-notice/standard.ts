import { findNotice } from '../../../lib/domain/registration/notice.ts';
import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { enterpriseRules, onEnterprise, STANDING } from '../../rules/enterprise.ts';
import { type AskedMaterial, citizenIdentity, materialRules, materialsOf } from '../../rules/materials.ts';
import { defect, when } from '../../rules/rule.ts';
import { agentAuthorisation, inRole, stepRules } from '../../rules/step.ts';
import type { materialKinds, WithdrawalFacts } from './facts.ts';

const askedMaterials: readonly AskedMaterial<WithdrawalFacts, (typeof materialKinds)[number]>[] = [
  agentAuthorisation,
];

/* No article speaks of taking a notice back. [inference] Whoever publishes answers for what is published (第十七条). */
const rules: readonly Rule<WithdrawalFacts>[] = [
  ...enterpriseRules<WithdrawalFacts>({ statuses: STANDING }),
  defect({
    id: 'withdrawal.no-notice',
    articles: [registrationRegulation('第十七条'), registrationRegulation('第三十五条')],
    zh: '没有可以撤回的该类公告',
    en: 'There is no notice of the kind to withdraw',
    check: onEnterprise(({ notices }, { facts }) =>
      when(findNotice(notices, facts.notice) === undefined, '/notice'),
    ),
  }),
  ...stepRules<WithdrawalFacts>({
    signerArticles: [implementingRules('第十五条第一款'), registrationRegulation('第三十二条第一款')],
    orElse: (facts, enterprise) =>
      facts.notice === 'liquidation-group' || facts.notice === 'creditors'
        ? inRole(facts, enterprise, 'liquidation-head')
        : new Set(),
  }),
  ...materialRules(askedMaterials),
];

export const standard202502: Standard<WithdrawalFacts> = {
  item: 'withdraw-notice',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, [citizenIdentity]),
  rules,
  limits: registrationLimits,
};
