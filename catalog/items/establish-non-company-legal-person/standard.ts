import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw, implementingRules, nameProvisions, registrationRegulation } from '../../laws.ts';
import { registrationLimits } from '../../limits.ts';
import { addressRules } from '../../rules/address.ts';
import { creditRules } from '../../rules/credit.ts';
import { identityRules } from '../../rules/identity.ts';
import { type Lens, through } from '../../rules/lens.ts';
import { liaisonRule } from '../../rules/liaison.ts';
import { materialRules } from '../../rules/materials.ts';
import { nameFormRules } from '../../rules/name-form.ts';
import { nameRules } from '../../rules/names.ts';
import { personRules } from '../../rules/persons.ts';
import { defect, when } from '../../rules/rule.ts';
import { scopeRules } from '../../rules/scope.ts';
import { termRules } from '../../rules/term.ts';
import type { NameFacts } from '../filed-name.ts';
import type { NonCompanyFacts } from './facts.ts';
import { askedMaterials, materials } from './materials.ts';
import { asked, references, toBeVerified } from './persons.ts';
import { approvalRules } from './rules-approval.ts';
import { contributorRules } from './rules-contributors.ts';
import { headOf, headRules } from './rules-head.ts';

const name: Lens<NonCompanyFacts, NameFacts> = { at: '/name', of: (facts) => facts.name };

/** 公司 is kept for what is set up by the Company Law (第七条), and so are the words of partnerships and the like. */
const formRules: readonly Rule<NonCompanyFacts>[] = [
  ...nameFormRules<NonCompanyFacts>({
    name,
    ofOthers: ['公司', '有限责任', '专业合作社', '个体'],
    articles: [companyLaw('第七条')],
  }),
  ...through(name, [
    defect({
      id: 'names.form-mark',
      articles: [nameProvisions('第十条')],
      zh: '非公司企业法人的名称不得标明合伙或者个人独资：{form}',
      en: 'The name of a legal person shows no partnership and no sole proprietorship: {form}',
      check: ({ facts: { form } }) => when(/合伙|个人独资/.test(form), '/form', { form }),
    }),
  ]),
];

/** The order of the rules is the order of the findings. */
const rules: readonly Rule<NonCompanyFacts>[] = [
  ...nameRules<NonCompanyFacts>({
    name,
    scope: ({ businessScope }) => businessScope.map(({ text }) => text),
  }),
  ...formRules,
  ...addressRules<NonCompanyFacts>(
    { at: '/address', of: ({ address }) => address },
    { zh: '住所', en: 'address', articles: [implementingRules('第六条第二项')] },
  ),
  ...scopeRules<NonCompanyFacts>({ at: '/businessScope', of: ({ businessScope }) => businessScope }),
  ...termRules<NonCompanyFacts>(
    { at: '/term', of: ({ term }) => term },
    { zh: '经营期限', en: 'term of business', articles: [implementingRules('第七条第一款第二项')] },
  ),
  ...contributorRules,
  ...approvalRules,
  ...headRules,
  liaisonRule(implementingRules('第七条第一款第二项')),
  ...personRules(references),
  ...identityRules(toBeVerified),
  ...materialRules(askedMaterials),
  ...creditRules({
    asked,
    barrable: headOf,
    bar: {
      articles: [registrationRegulation('第十二条第五项')],
      zh: '个人所负数额较大的债务到期未清偿的，不得担任非公司企业法人的法定代表人',
      en: 'with a large personal debt due and unpaid nobody may be the legal representative',
    },
  }),
];

/** In force beside the standards of the companies. */
export const standard202502: Standard<NonCompanyFacts> = {
  item: 'establish-non-company-legal-person',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials,
  rules,
  limits: registrationLimits,
};
