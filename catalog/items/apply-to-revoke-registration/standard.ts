import type { Limits, Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import { enterpriseRules, onEnterprise } from '../../rules/enterprise.ts';
import { questionedRules } from '../../rules/inquiries.ts';
import {
  type AskedMaterial,
  always,
  citizenIdentity,
  materialRules,
  materialsOf,
} from '../../rules/materials.ts';
import { review, when } from '../../rules/rule.ts';
import { agentAuthorisation, applicationForm, filerRules } from '../../rules/step.ts';
import type { PleaFacts } from './facts.ts';

const askedMaterials: readonly AskedMaterial<PleaFacts>[] = [
  applicationForm('撤销市场主体登记申请书', 'Application to revoke a registration', [
    registrationRegulation('第四十条第一款'),
    implementingRules('第五十一条第一款'),
  ]),
  {
    id: 'evidence',
    name: { zh: '涉嫌虚假登记的证据材料', en: 'What shows that the registration is false' },
    articles: [registrationRegulation('第四十条第一款')],
    needed: always,
  },
  agentAuthorisation,
];

const rules: readonly Rule<PleaFacts>[] = [
  ...enterpriseRules<PleaFacts>({}).filter(({ id }) => id !== 'enterprise.status'),
  ...questionedRules<PleaFacts>(),
  /* What was registered before it ended; the cancellation itself, and what came after it, may be questioned. */
  review({
    id: 'inquiry.cancelled',
    articles: [implementingRules('第五十二条第二款第二项')],
    admits: ['register', 'refuse'],
    zh: '涉嫌虚假登记的市场主体已注销（自 {since} 起）的，可以不予受理，申请撤销注销登记的除外',
    en: 'The enterprise is cancelled (since {since}): unless it is the cancellation that is to be revoked, this need not be accepted',
    check: onEnterprise(({ status, statusSince, steps }, { facts: { concerns } }) => {
      const before = steps.some(({ filing, on }) => filing === concerns && on < statusSince);
      return when(status === 'cancelled' && before, '/enterprise', { since: statusSince });
    }),
  }),
  ...filerRules<PleaFacts>(),
  ...materialRules(askedMaterials),
  review({
    id: 'inquiry.acceptance',
    articles: [implementingRules('第五十一条第一款'), implementingRules('第五十二条')],
    admits: ['register', 'return', 'refuse'],
    zh: '应当在三个工作日内决定是否受理：核对申请人是否受该登记影响，被冒用人是否通过身份信息核验；不予受理的，说明法定情形',
    en: 'Whether it is accepted is decided within three working days: judge whether the applicant is affected, and whether a person whose identity was used is verified; not to accept it has to be a case law names',
    check: () => [{ path: '' }],
  }),
];

/** 实施细则 第五十二条第一款, which knows no extension. */
const limits: Limits = {
  reviewWorkingDays: 3,
  extensionWorkingDays: 0,
  articles: [implementingRules('第五十二条第一款')],
};

export const standard202502: Standard<PleaFacts> = {
  item: 'apply-to-revoke-registration',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, [citizenIdentity]),
  rules,
  limits,
};
