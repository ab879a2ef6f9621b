import { findNotice, isRunning } from '../../../lib/domain/registration/notice.ts';
import type { Article } from '../../../lib/domain/standard/provenance.ts';
import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { classifyUnifiedSocialCreditCode } from '../../../lib/domain/subject/unified-social-credit-code.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw, implementingRules, registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { enterpriseRules, onEnterprise, STANDING } from '../../rules/enterprise.ts';
import { materialRules } from '../../rules/materials.ts';
import { defect, NONE, when } from '../../rules/rule.ts';
import { filerRules } from '../../rules/step.ts';
import type { ObjectionFacts } from './facts.ts';
import { askedMaterials, materials } from './materials.ts';

const objecting: readonly Article[] = [
  registrationRegulation('第三十三条第二款'),
  registrationRegulation('第四十条第二款'),
  companyLaw('第二百四十条第二款'),
  companyLaw('第二百四十一条第一款'),
  implementingRules('第四十九条第二款'),
  implementingRules('第五十三条第二款'),
];

const rules: readonly Rule<ObjectionFacts>[] = [
  ...enterpriseRules<ObjectionFacts>({ statuses: STANDING }),
  defect({
    id: 'objection.no-notice',
    articles: objecting,
    zh: '该类公告不在公示期内，不能提出异议',
    en: 'No such notice runs: there is nothing to object to',
    check: onEnterprise(({ notices }, { facts, on }) => {
      const latest = findNotice(notices, facts.notice);
      return when(latest === undefined || !isRunning(latest, on), '/notice');
    }),
  }),
  /* To what authorities publish about it an enterprise itself may object (条例 第四十条第二款). */
  defect({
    id: 'objection.own-notice',
    articles: [registrationRegulation('第三十三条第二款'), implementingRules('第四十九条第二款')],
    zh: '市场主体对自己发布的公告应当撤回，不能提出异议',
    en: 'An enterprise withdraws its own notice and does not object to it',
    check: ({ facts: { notice, objector, enterprise } }) =>
      objector.kind === 'organisation'
        ? when(notice === 'simple-cancellation' && objector.code === enterprise, '/objector/code')
        : NONE,
  }),
  defect({
    id: 'objection.organisation-code',
    articles: [registrationRegulation('第十七条')],
    zh: '提出异议的单位的统一社会信用代码不正确：{code}',
    en: 'The code of the organisation that objects is not right: {code}',
    check: ({ facts: { objector } }) => {
      if (objector.kind === 'person') return NONE;
      const { code } = objector;
      const { state } = classifyUnifiedSocialCreditCode(code);
      return when(state === 'malformed' || state === 'bad-check', '/objector/code', { code });
    },
  }),
  defect({
    id: 'objection.department',
    articles: objecting,
    zh: '部门的异议应当以单位名义提出',
    en: 'A department objects as an organisation',
    check: ({ facts: { interest, objector } }) =>
      when(interest === 'department' && objector.kind !== 'organisation', '/objector'),
  }),
  defect({
    id: 'objection.reason',
    articles: objecting,
    zh: '应当说明异议的理由',
    en: 'The reason of the objection has to be told',
    check: ({ facts: { reasonTold } }) => when(!reasonTold, '/reason'),
  }),
  defect({
    id: 'objection.claim',
    articles: objecting,
    zh: '债权人提出异议的，应当说明债权数额',
    en: 'A creditor has to tell the amount of the claim',
    check: ({ facts: { interest, claimFen = 0 } }) =>
      when(interest === 'creditor' && claimFen === 0, '/claimFen'),
  }),
  ...filerRules<ObjectionFacts>(),
  ...materialRules(askedMaterials),
];

export const standard202502: Standard<ObjectionFacts> = {
  item: 'object-to-notice',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials,
  rules,
  limits: registrationLimits,
};
