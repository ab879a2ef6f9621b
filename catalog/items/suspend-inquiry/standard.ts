import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { exOfficioRule } from '../../rules/ex-officio.ts';
import { standingRules } from '../../rules/false-registration.ts';
import { findInquiry, inquiryLate, openInquiryRules, restOf } from '../../rules/inquiries.ts';
import { type AskedMaterial, always, materialRules, materialsOf } from '../../rules/materials.ts';
import { defect, NONE } from '../../rules/rule.ts';
import type { MaterialKind, RestFacts } from './facts.ts';

const article = implementingRules('第五十四条');

const askedMaterials: readonly AskedMaterial<RestFacts, MaterialKind>[] = [
  {
    id: 'application',
    name: {
      zh: '当事人或者其他利害关系人的中止调查申请',
      en: 'Application of a party or another interested',
    },
    articles: [article],
    needed: always,
  },
  {
    id: 'evidence',
    name: {
      zh: '民事权利存在争议的证据，或者诉讼、仲裁的受理文件',
      en: 'Evidence that civil rights are disputed, or that a court or tribunal has the case',
    },
    articles: [implementingRules('第五十四条第一项'), implementingRules('第五十四条第二项')],
    needed: ({ ground }) => ground !== 'case-or-duty-open',
    when: {
      zh: '以民事权利争议或者诉讼、仲裁为由的',
      en: 'where civil rights are disputed, or there is a lawsuit or arbitration',
    },
  },
  {
    id: 'department-opinion',
    name: { zh: '有关部门出具的书面意见', en: 'Written opinion of the department' },
    articles: [implementingRules('第五十四条第三项')],
    needed: ({ ground }) => ground === 'case-or-duty-open',
    when: {
      zh: '以存在违法案件尚未结案或者法定义务尚未履行为由的',
      en: 'where a case is open or a duty is not fulfilled',
    },
  },
];

const rules: readonly Rule<RestFacts>[] = [
  ...standingRules<RestFacts>(),
  ...openInquiryRules<RestFacts>(),
  defect({
    id: 'inquiry-rest.rests-already',
    articles: [article],
    zh: '调查已于 {from} 中止',
    en: 'The inquiry rests already, since {from}',
    check: onEnterprise((enterprise, { facts }) => {
      const inquiry = findInquiry(enterprise, facts.inquiry);
      const rest = inquiry === undefined ? undefined : restOf(inquiry);
      return rest === undefined ? NONE : [{ path: '/inquiry', values: { from: rest.from } }];
    }),
  }),
  /* What rests has begun: nobody asks for it before the inquiry was accepted [inference]. */
  defect({
    id: 'inquiry-rest.applied-on',
    articles: [article],
    zh: '申请中止之日（{appliedOn}）应当在受理调查之日（{acceptedOn}）以后、今日以前（均含当日）',
    en: 'It was asked for on {appliedOn}: that lies between the acceptance of the inquiry, {acceptedOn}, and today, both included',
    check: onEnterprise((enterprise, { facts: { inquiry, appliedOn }, on }) => {
      const { acceptedOn } = findInquiry(enterprise, inquiry) ?? {};
      return acceptedOn === undefined || (acceptedOn <= appliedOn && appliedOn <= on)
        ? NONE
        : [{ path: '/appliedOn', values: { appliedOn, acceptedOn } }];
    }),
  }),
  inquiryLate<RestFacts>(),
  ...materialRules(askedMaterials),
  exOfficioRule([article], {
    zh: '可以中止调查：应当由另一名工作人员核对申请人是否为当事人或者其他利害关系人，中止的法定情形是否有证据或者书面意见证明',
    en: 'The inquiry may rest: another officer checks that who asks is a party or interested, and that the ground is one of law’s and proved',
  }),
];

export const standard202502: Standard<RestFacts> = {
  item: 'suspend-inquiry',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, []),
  rules,
  limits: officeLimits([article]),
};
