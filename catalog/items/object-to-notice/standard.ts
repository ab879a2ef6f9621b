import { findNotice, isRunning } from '../../../lib/domain/registration/notice.ts';
import type { Article } from '../../../lib/domain/standard/provenance.ts';
import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { classifyUnifiedSocialCreditCode } from '../../../lib/domain/subject/unified-social-credit-code.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw, implementingRules, registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { enterpriseRules, onEnterprise, STANDING } from '../../rules/enterprise.ts';
import { materialRules } from '../../rules/materials.ts';
import { defect, NONE, note, when } from '../../rules/rule.ts';
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

/**
 * An objection counts by being raised within the notice (在公示期内…提出异议): were it to wait for an officer, the enterprise
 * could be cancelled meanwhile. So that somebody came in person or handed in a notarised document is told only.
 */
const countedAtOnce = (rule: Rule<ObjectionFacts>): Rule<ObjectionFacts> =>
  rule.effect === 'review' ? { ...rule, effect: 'note', admits: [] } : rule;

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
  /* What law does not ask of whoever objects is told, and the objection counts. */
  note({
    id: 'objection.organisation-code',
    articles: [registrationRegulation('第十七条')],
    zh: '提出异议的单位的统一社会信用代码不正确或者不是统一社会信用代码：{code}',
    en: 'The code of the organisation that objects is not right, or is none of these codes: {code}',
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
  note({
    id: 'objection.reason',
    articles: objecting,
    zh: '未说明异议的理由',
    en: 'No reason of the objection is told',
    check: ({ facts: { reasonTold } }) => when(!reasonTold, '/reason'),
  }),
  note({
    id: 'objection.claim',
    articles: objecting,
    zh: '债权人未说明债权数额',
    en: 'The creditor does not tell the amount of the claim',
    check: ({ facts: { interest, claimFen = 0 } }) =>
      when(interest === 'creditor' && claimFen === 0, '/claimFen'),
  }),
  ...filerRules<ObjectionFacts>().map(countedAtOnce),
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
