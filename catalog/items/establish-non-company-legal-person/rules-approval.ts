import type { Rule } from '../../../lib/domain/standard/standard.ts';
import {
  ruralCollectiveRegulation,
  stateIndustrialEnterpriseLaw,
  urbanCollectiveRegulation,
} from '../../laws.ts';
import { approvalRules as approvalRulesOf } from '../../rules/approval.ts';
import type { NonCompanyFacts } from './facts.ts';

/** Of the joint operation (联营) no text in force has its establishment approved. */
export const needsApproval = ({ ownership }: Pick<NonCompanyFacts, 'ownership'>): boolean =>
  ownership !== 'joint-operation';

/** The law on industrial enterprises holds in its principles for those of other trades (第六十五条). */
export const approvalArticles = [
  stateIndustrialEnterpriseLaw('第十六条第一款'),
  urbanCollectiveRegulation('第十四条第一款'),
  ruralCollectiveRegulation('第十四条第一款'),
];

export const approvalRules: readonly Rule<NonCompanyFacts>[] = approvalRulesOf<NonCompanyFacts>({
  needed: ({ facts }) => needsApproval(facts),
  articles: approvalArticles,
  missing: {
    zh: '设立全民所有制企业、集体所有制企业，应当先经政府、主管部门或者审批部门批准',
    en: 'A state-owned or collective enterprise is established once government, its department or the approving authority has approved it',
  },
  what: { zh: '设立', en: 'establishment' },
});
