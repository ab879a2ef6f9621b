import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { exOfficioRule } from '../../rules/ex-officio.ts';
import { standingRules } from '../../rules/false-registration.ts';
import { findInquiry, inquiryLate, inquiryRules } from '../../rules/inquiries.ts';
import { type AskedMaterial, always, materialRules, materialsOf } from '../../rules/materials.ts';
import { defect, NONE } from '../../rules/rule.ts';
import type { ExtensionFacts } from './facts.ts';

const askedMaterials: readonly AskedMaterial<ExtensionFacts>[] = [
  {
    id: 'head-approval',
    name: { zh: '登记机关负责人批准延期的文件', en: 'Approval by the head of the authority' },
    articles: [implementingRules('第五十三条第一款')],
    needed: always,
  },
];

const rules: readonly Rule<ExtensionFacts>[] = [
  ...standingRules<ExtensionFacts>(),
  ...inquiryRules<ExtensionFacts>(),
  defect({
    id: 'inquiry.extended-already',
    articles: [implementingRules('第五十三条第一款')],
    zh: '调查期限只能延长一次，已于 {extendedOn} 延长',
    en: 'An inquiry is extended once; it was on {extendedOn}',
    check: onEnterprise((enterprise, { facts }) => {
      const { extendedOn } = findInquiry(enterprise, facts.inquiry) ?? {};
      return extendedOn === undefined ? NONE : [{ path: '/inquiry', values: { extendedOn } }];
    }),
  }),
  inquiryLate<ExtensionFacts>(),
  ...materialRules(askedMaterials),
  exOfficioRule([implementingRules('第五十三条第一款')], {
    zh: '情形复杂的，经登记机关负责人批准，可以延长三个月：应当由另一名工作人员核对批准文件',
    en: 'In complex cases the head of the authority approves three more months: another officer checks the approval',
  }),
];

export const standard202502: Standard<ExtensionFacts> = {
  item: 'extend-inquiry',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits([implementingRules('第五十三条第一款')]),
};
