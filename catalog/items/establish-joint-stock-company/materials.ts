import type { Material } from '../../../lib/domain/standard/standard.ts';
import { companyLaw, implementingRules, registrationRegulation } from '../../laws.ts';
import { shareMaterials } from '../../rules/companies/share-materials.ts';
import {
  addressDocument,
  agentAuthorisation,
  applicationForm,
  approvalDocuments,
  foreignIdentityDocumentsOf,
  organisationQualification,
} from '../../rules/establishment-materials.ts';
import { type AskedMaterial, always, citizenIdentity, materialsOf } from '../../rules/materials.ts';
import type { JointStockCompanyFacts, MaterialKind } from './facts.ts';
import { toBeVerified } from './persons.ts';

export const askedMaterials: readonly AskedMaterial<JointStockCompanyFacts, MaterialKind>[] = [
  applicationForm({ zh: '公司登记（备案）申请书', en: 'Application for registration' }),
  {
    id: 'articles-of-association',
    name: { zh: '公司章程', en: 'Articles of association' },
    articles: [
      companyLaw('第九十四条'),
      companyLaw('第九十五条'),
      registrationRegulation('第十六条第一款第四项'),
      implementingRules('第二十五条第四项'),
    ],
    needed: always,
  },
  addressDocument({ zh: '住所', en: 'address' }),
  {
    id: 'appointment-documents',
    name: {
      zh: '法定代表人、董事、监事和高级管理人员的任职文件',
      en: 'Appointment of the legal representative, directors, supervisors and senior managers',
    },
    articles: [implementingRules('第二十六条第一款'), companyLaw('第一百零四条第一款第三项')],
    needed: always,
  },
  foreignIdentityDocumentsOf(toBeVerified),
  approvalDocuments(),
  ...shareMaterials,
  agentAuthorisation(),
];

export const materials: readonly Material[] = materialsOf(askedMaterials, [
  citizenIdentity,
  organisationQualification({ zh: '法人发起人', en: 'promoter' }),
]);
