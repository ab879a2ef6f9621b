import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { exOfficioRule } from '../../rules/ex-officio.ts';
import { noticeOf, standingRules } from '../../rules/false-registration.ts';
import { inquiryRules } from '../../rules/inquiries.ts';
import { type AskedMaterial, always, materialRules, materialsOf } from '../../rules/materials.ts';
import { defect, NONE } from '../../rules/rule.ts';
import type { AnnouncementFacts } from './facts.ts';

const askedMaterials: readonly AskedMaterial<AnnouncementFacts>[] = [
  {
    id: 'contact-record',
    name: {
      zh: '无法联系或者拒不配合的记录',
      en: 'Record that those concerned cannot be reached or do not cooperate',
    },
    articles: [registrationRegulation('第四十条第二款')],
    needed: always,
  },
];

const rules: readonly Rule<AnnouncementFacts>[] = [
  ...standingRules<AnnouncementFacts>(),
  ...inquiryRules<AnnouncementFacts>(),
  defect({
    id: 'false-registration.announced',
    articles: [implementingRules('第五十三条第二款')],
    zh: '本次调查已经公示（自 {publishedOn} 起）',
    en: 'This inquiry is announced already (on {publishedOn})',
    check: onEnterprise((enterprise, { facts }) => {
      const notice = noticeOf(enterprise, facts.inquiry);
      return notice === undefined
        ? NONE
        : [{ path: '/inquiry', values: { publishedOn: notice.publishedOn } }];
    }),
  }),
  ...materialRules(askedMaterials),
  exOfficioRule([registrationRegulation('第四十条第二款'), implementingRules('第五十三条第二款')], {
    zh: '相关市场主体和人员无法联系或者拒不配合的，可以公示四十五日：应当由另一名工作人员核对联系记录和公示的登记时间、登记事项、登记机关联系方式',
    en: 'Where those concerned cannot be reached or do not cooperate it may be announced for 45 days: another officer checks the record, and what is to be announced',
  }),
];

export const standard202502: Standard<AnnouncementFacts> = {
  item: 'announce-false-registration',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits([registrationRegulation('第四十条第二款')]),
};
