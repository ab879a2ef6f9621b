import { companyLaw, implementingRules, registrationRegulation } from '../../laws.ts';
import { appointmentDocuments, shareMaterialsOfTypeToBe } from '../../rules/companies/becoming-materials.ts';
import { toBeVerified } from '../../rules/companies/becoming-step.ts';
import {
  agentAuthorisation,
  foreignIdentityDocumentsOf,
  organisationQualification,
} from '../../rules/establishment-materials.ts';
import { type AskedMaterial, always, citizenIdentity, materialsOf } from '../../rules/materials.ts';
import { applicationForm } from '../../rules/step.ts';
import type { MaterialKind, TypeChangeFacts } from './facts.ts';

/** 实施细则 第三十七条第一款: the materials of the conditions of the type to be. */
const conditions = implementingRules('第三十七条第一款');

export const askedMaterials: readonly AskedMaterial<TypeChangeFacts, MaterialKind>[] = [
  applicationForm('公司变更登记（备案）申请书', 'Application for a change, signed', [
    registrationRegulation('第十六条第一款第一项'),
    implementingRules('第三十二条'),
  ]),
  {
    id: 'change-decision',
    name: {
      zh: '变更公司形式的股东会决议或者股东决定',
      en: 'Resolution or decision of the shareholders on the change',
    },
    articles: [
      companyLaw('第六十六条第三款'),
      companyLaw('第一百一十六条第三款'),
      companyLaw('第三十五条第一款'),
      implementingRules('第三十二条第一项'),
    ],
    needed: always,
  },
  {
    id: 'articles-of-association',
    name: { zh: '变更后类型的公司章程', en: 'Articles of association of the type to be' },
    articles: [
      companyLaw('第四十六条'),
      companyLaw('第九十五条'),
      companyLaw('第三十五条第二款'),
      implementingRules('第三十二条第一项'),
    ],
    needed: always,
  },
  appointmentDocuments([conditions]),
  {
    id: 'net-asset-report',
    name: { zh: '净资产审计报告或者评估报告', en: 'Report on the net assets' },
    articles: [conditions, companyLaw('第一百零八条')],
    needed: ({ into }) => into.type === 'joint-stock-company',
    when: { zh: '有限责任公司变更为股份有限公司的', en: 'where a limited company becomes one by shares' },
  },
  {
    id: 'shareholder-register',
    name: { zh: '股东名册', en: 'Register of shareholders' },
    articles: [conditions, companyLaw('第一百零二条第一款')],
    needed: ({ into }) => into.type === 'limited-company',
    when: { zh: '股份有限公司变更为有限责任公司的', en: 'where a company by shares becomes a limited one' },
  },
  foreignIdentityDocumentsOf<TypeChangeFacts>(toBeVerified, {
    zh: '有非居民身份证持有人的',
    en: 'where somebody named has no citizen card',
  }),
  ...shareMaterialsOfTypeToBe([conditions]),
  agentAuthorisation(),
];

export const materials = materialsOf(askedMaterials, [
  citizenIdentity,
  organisationQualification({ zh: '法人股东（发起人）', en: 'shareholder or promoter' }),
]);
