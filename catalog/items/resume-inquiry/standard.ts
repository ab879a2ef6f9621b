import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { exOfficioRule } from '../../rules/ex-officio.ts';
import { standingRules } from '../../rules/false-registration.ts';
import { findInquiry, openInquiryRules, restOf } from '../../rules/inquiries.ts';
import { type AskedMaterial, always, materialRules, materialsOf } from '../../rules/materials.ts';
import { defect, when } from '../../rules/rule.ts';
import type { ResumptionFacts } from './facts.ts';

/** The first lets it rest, the second has it done: going on is what both leave to the authority [inference]. */
const articles = () => [implementingRules('第五十四条'), implementingRules('第五十三条第一款')];

const askedMaterials: readonly AskedMaterial<ResumptionFacts>[] = [
  {
    id: 'case-file',
    name: { zh: '恢复调查的审批及依据材料', en: 'The approval to go on, and what it rests on' },
    articles: articles(),
    needed: always,
  },
];

const rules: readonly Rule<ResumptionFacts>[] = [
  ...standingRules<ResumptionFacts>(),
  ...openInquiryRules<ResumptionFacts>(),
  defect({
    id: 'inquiry-rest.none',
    articles: articles(),
    zh: '该调查没有中止，无需恢复',
    en: 'The inquiry does not rest: there is nothing to resume',
    check: onEnterprise((enterprise, { facts }) => {
      const inquiry = findInquiry(enterprise, facts.inquiry);
      return when(inquiry !== undefined && restOf(inquiry) === undefined, '/inquiry');
    }),
  }),
  ...materialRules(askedMaterials),
  exOfficioRule(articles(), {
    zh: '应当由另一名工作人员核对中止的事由是否已经消除，或者申请人是否撤回中止申请；恢复后调查期限继续计算',
    en: 'Another officer checks that the ground is gone, or that whoever asked for the rest takes it back; the days of the inquiry run on from here',
  }),
];

export const standard202502: Standard<ResumptionFacts> = {
  item: 'resume-inquiry',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits(articles()),
};
