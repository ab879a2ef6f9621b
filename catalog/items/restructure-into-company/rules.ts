import type { Rule } from '../../../lib/domain/standard/standard.ts';
import {
  companyLaw,
  implementingRules,
  ruralCollectiveRegulation,
  stateAssetsLaw,
  urbanCollectiveRegulation,
} from '../../laws.ts';
import { approvalRules } from '../../rules/approval.ts';
import { beneficialOwnerRules, holdersAmong } from '../../rules/beneficial-owners.ts';
import { investorsOf } from '../../rules/companies/becoming.ts';
import { holdersIn } from '../../rules/companies/promoters.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { defect, when } from '../../rules/rule.ts';
import { ownershipNames } from '../filed-ownership.ts';
import type { RestructuringFacts } from './facts.ts';

type Facts = RestructuringFacts;

export const restructuring = [implementingRules('第三十七条第二款')];

/** Of the joint operation (联营) no text in force has it approved: those who contribute to it decide. */
export const needsApproval = ({ ownership }: Pick<Facts, 'ownership'>): boolean =>
  ownership !== 'joint-operation';

/**
 * Who approved a collective enterprise approves what changes of its registration in the main; who acts as the State's
 * investor decides on a restructuring of the State's.
 */
export const approvalArticles = [
  stateAssetsLaw('第四十条'),
  urbanCollectiveRegulation('第十五条'),
  ruralCollectiveRegulation('第十五条'),
];

/** What is no company yet is held to the valuation of what it puts in; 第一百零八条 names limited companies alone [inference]. */
export const valuation = [
  companyLaw('第四十八条第二款'),
  companyLaw('第一百零八条'),
  stateAssetsLaw('第四十二条'),
];

export const ownershipRules: readonly Rule<Facts>[] = [
  defect({
    id: 'restructuring.ownership',
    articles: [implementingRules('第九条第一款第二项'), ...restructuring],
    zh: '所填所有制与登记的类型（{typeName}）不一致',
    en: 'The ownership told is not what is registered ({typeName})',
    check: onEnterprise(({ typeName }, { facts }) =>
      when(ownershipNames[facts.ownership] !== typeName, '/ownership', { typeName }),
    ),
  }),
  ...approvalRules<Facts>({
    needed: ({ facts }) => needsApproval(facts),
    articles: approvalArticles,
    missing: {
      zh: '全民所有制企业、集体所有制企业改制为公司，应当先经履行出资人职责的机构（主管部门、原审批部门）批准',
      en: 'A state-owned or collective enterprise becomes a company once its investor, department or the authority that approved it has approved that',
    },
    what: { zh: '改制', en: 'restructuring' },
  }),
];

export const ownerRules: readonly Rule<Facts>[] = beneficialOwnerRules<Facts>({
  capital: { zh: '注册资本', en: 'capital' },
  members: { zh: '股东', en: 'shareholders' },
  mayBeExempt: (facts, upToFen) =>
    facts.into.registeredCapitalFen <= upToFen &&
    (facts.into.type === 'limited-company' || facts.into.establishment.by !== 'public-offer') &&
    investorsOf(facts).every(({ kind }) => kind === 'person'),
  holders: ({ into }) =>
    into.type === 'limited-company'
      ? holdersAmong('/into/shareholders', into.shareholders)
      : holdersIn(into).map(({ path, ...holder }) => ({ ...holder, path: `/into${path}` })),
});
