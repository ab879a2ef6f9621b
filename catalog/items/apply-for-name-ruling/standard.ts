import type { Rule, Standard } from '../../../lib/domain/standard/standard.ts';
import { classifyUnifiedSocialCreditCode } from '../../../lib/domain/subject/unified-social-credit-code.ts';
import { plainDate } from '../../../lib/domain/time/plain-date.ts';
import { nameProvisions } from '../../laws.ts';
import { officeLimits } from '../../limits.ts';
import { enterpriseRules, onEnterprise, STANDING } from '../../rules/enterprise.ts';
import {
  type AskedMaterial,
  always,
  citizenIdentity,
  materialRules,
  materialsOf,
} from '../../rules/materials.ts';
import { askingArticles, rulingArticles } from '../../rules/name-disputes.ts';
import { defect, review, when } from '../../rules/rule.ts';
import { agentAuthorisation, applicationForm, filerRules } from '../../rules/step.ts';
import type { ClaimFacts, MaterialKind } from './facts.ts';

const askedMaterials: readonly AskedMaterial<ClaimFacts, MaterialKind>[] = [
  applicationForm('企业名称争议处理申请书', 'Application to deal with the dispute', askingArticles),
  {
    id: 'evidence',
    name: {
      zh: '企业名称合法权益及其受侵犯的证据材料',
      en: 'What shows the rights to the name, and that they are infringed',
    },
    articles: askingArticles,
    needed: always,
  },
  {
    id: 'claimant-authorisation',
    name: {
      zh: '申请企业对签署人的授权文件或者其为负责人的证明',
      en: 'That whoever signs may sign for the claimant',
    },
    articles: askingArticles,
    needed: always,
  },
  agentAuthorisation,
];

/** Codes of enterprises of every kind (91, 92, 93); those of the last two follow by reference (第二十五条). */
const ENTERPRISE_CLASSES = ['91', '92', '93'];

const rules: readonly Rule<ClaimFacts>[] = [
  ...enterpriseRules<ClaimFacts>({ statuses: STANDING, statusArticles: askingArticles }),
  defect({
    id: 'name-dispute.other-name',
    articles: askingArticles,
    zh: '所指名称“{name}”不是该企业现登记的名称“{registered}”',
    en: 'It is about “{name}”, and the enterprise is registered as “{registered}”',
    check: onEnterprise(({ name: registered }, { facts: { name } }) =>
      when(name !== registered, '/name', { name, registered: registered ?? '—' }),
    ),
  }),
  defect({
    id: 'name-dispute.claimant-code',
    articles: askingArticles,
    zh: '申请企业的统一社会信用代码不正确：{code}',
    en: 'The claimant’s unified social credit code is not right: {code}',
    check: ({ facts: { claimant } }) => {
      const { state } = classifyUnifiedSocialCreditCode(claimant.code);
      return when(state === 'malformed' || state === 'bad-check', '/claimant/code', { code: claimant.code });
    },
  }),
  defect({
    id: 'name-dispute.own-name',
    articles: askingArticles,
    zh: '企业只能就其他企业的名称请求处理',
    en: 'It is another enterprise’s name that one asks about',
    check: ({ facts: { claimant, enterprise } }) => when(claimant.code === enterprise, '/claimant/code'),
  }),
  /* The article gives the right to enterprises. What others have of a name the law of competition protects. */
  review({
    id: 'name-dispute.no-enterprise',
    articles: [...askingArticles, nameProvisions('第二十五条')],
    admits: ['register', 'return', 'refuse'],
    zh: '申请人的统一社会信用代码 {code} 不是企业、农民专业合作社或者个体工商户的代码：应当核实其是否为企业',
    en: 'The claimant’s code {code} is none of an enterprise, a co-operative or an individual business: judge whether it is an enterprise',
    check: ({ facts: { claimant } }) => {
      const classified = classifyUnifiedSocialCreditCode(claimant.code);
      return classified.state === 'malformed' || ENTERPRISE_CLASSES.includes(classified.registrantClass)
        ? []
        : [{ path: '/claimant/code', values: { code: claimant.code } }];
    },
  }),
  /* 可以向人民法院起诉或者请求…处理: one or the other. What a court holds comes back as an order (第二十三条第二款). */
  review({
    id: 'name-dispute.in-court',
    articles: askingArticles,
    admits: ['register', 'return', 'refuse'],
    zh: '同一争议已经向人民法院起诉：应当核实法院是否受理，由法院处理的不再受理',
    en: 'The same dispute was brought to a court: judge whether the court has it, in which case it is not accepted',
    check: ({ facts: { broughtToCourt } }) => when(broughtToCourt, '/broughtToCourt'),
  }),
  review({
    id: 'name-dispute.open-already',
    articles: rulingArticles,
    admits: ['register', 'return'],
    zh: '对该名称的争议正在处理（{acceptedOn} 受理）：应当核实是否为同一申请人的同一争议、是否一并处理',
    en: 'A dispute about this name is open (since {acceptedOn}): judge whether it is the same claimant’s, and whether to deal with both together',
    check: onEnterprise(({ nameDisputes = [] }, { facts: { name } }) =>
      nameDisputes
        .filter((dispute) => dispute.name === name && dispute.closedOn === undefined)
        .map(({ acceptedOn }) => ({ path: '/name', values: { acceptedOn } })),
    ),
  }),
  ...filerRules<ClaimFacts>(),
  ...materialRules(askedMaterials),
  review({
    id: 'name-dispute.acceptance',
    articles: [...askingArticles, ...rulingArticles],
    admits: ['register', 'return', 'refuse'],
    zh: '应当决定是否受理：核对签署人有权代表申请企业、申请企业对其名称享有合法权益、被请求处理的名称由本机关登记',
    en: 'Judge whether to accept it: whoever signs stands for the claimant, the claimant has rights to its name, and this authority registered the name at issue',
    check: () => [{ path: '' }],
  }),
];

export const standard202502: Standard<ClaimFacts> = {
  item: 'apply-for-name-ruling',
  version: '2025-02',
  validFrom: plainDate('2025-02-10'),
  materials: materialsOf(askedMaterials, [citizenIdentity]),
  rules,
  limits: officeLimits(rulingArticles),
};
