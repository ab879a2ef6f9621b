import type { Material } from '../../../lib/domain/standard/standard.ts';
import { companyLaw, implementingRules, registrationRegulation } from '../../laws.ts';
import { type AskedMaterial, always, citizenIdentity, materialsOf } from '../../rules/materials.ts';
import { needsApprovalBefore } from '../../scope-items.ts';
import type { CompanyFacts, MaterialKind } from './facts.ts';

export const askedMaterials: readonly AskedMaterial<CompanyFacts, MaterialKind>[] = [
  {
    id: 'application-form',
    name: { zh: '公司登记（备案）申请书', en: 'Application for registration' },
    articles: [registrationRegulation('第十六条第一款第一项'), implementingRules('第二十五条第一项')],
    needed: always,
  },
  {
    id: 'articles-of-association',
    name: { zh: '公司章程', en: 'Articles of association, signed by all shareholders' },
    articles: [
      companyLaw('第四十五条'),
      companyLaw('第四十六条'),
      registrationRegulation('第十六条第一款第四项'),
      implementingRules('第二十五条第四项'),
    ],
    needed: always,
  },
  {
    id: 'address-document',
    name: { zh: '住所相关文件', en: 'Document on the use of the address' },
    articles: [registrationRegulation('第十六条第一款第三项'), implementingRules('第二十五条第三项')],
    needed: always,
  },
  {
    id: 'appointment-documents',
    name: {
      zh: '法定代表人、董事、监事和高级管理人员的任职文件',
      en: 'Appointment of the legal representative, directors, supervisors and senior managers',
    },
    articles: [implementingRules('第二十六条第一款')],
    needed: always,
  },
  {
    id: 'foreign-identity-documents',
    name: {
      zh: '非居民身份证持有人的身份证明（有此类人员的提交）',
      en: 'Identity documents of persons without a citizen card, where there are any',
    },
    articles: [registrationRegulation('第十六条第一款第二项'), implementingRules('第二十五条第二项')],
    needed: ({ persons }) => persons.some(({ kind }) => kind !== 'citizen-id'),
    when: { zh: '有非居民身份证持有人的', en: 'where somebody named has no citizen card' },
  },
  {
    id: 'approval-documents',
    name: {
      zh: '登记前依法须经批准的许可经营项目的批准文件（有此类项目的提交）',
      en: 'Approval of scope items that must be approved before registration, where there are any',
    },
    articles: [registrationRegulation('第十四条第一款')],
    needed: ({ businessScope }) => businessScope.some(({ text }) => needsApprovalBefore(text)),
    when: {
      zh: '经营范围有登记前依法须经批准的项目的',
      en: 'where a scope item must be approved before registration',
    },
  },
  {
    id: 'consent-to-no-supervisor',
    name: {
      zh: '全体股东一致同意不设监事的文件（不设监事的提交）',
      en: 'Consent of all shareholders to have no supervisor, where there is none',
    },
    articles: [companyLaw('第八十三条')],
    needed: ({ governance }) => governance.supervision === 'none-by-consent',
    when: {
      zh: '经全体股东一致同意不设监事的',
      en: 'where by consent of all shareholders there is no supervisor',
    },
  },
  {
    id: 'agent-authorisation',
    name: {
      zh: '指定代表人或者委托代理人的授权委托书（由其办理的提交）',
      en: 'Authorisation of the agent, where one files',
    },
    articles: [registrationRegulation('第十八条'), implementingRules('第十四条')],
    needed: ({ agent }) => agent !== undefined,
    when: { zh: '由指定代表人或者委托代理人办理的', en: 'where an agent files' },
  },
];

const organisationQualification: Material = {
  id: 'organisation-qualification',
  name: {
    zh: '法人股东的主体资格信息（营业执照）',
    en: 'Standing of an organisation that is a shareholder (its licence)',
  },
  articles: [registrationRegulation('第十六条第三款'), implementingRules('第二十五条第二项')],
  obtain: 'shared',
};

export const materials: readonly Material[] = materialsOf(askedMaterials, [
  citizenIdentity,
  organisationQualification,
]);
