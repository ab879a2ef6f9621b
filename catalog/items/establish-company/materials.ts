import type { Material } from '../../../lib/domain/standard/standard.ts';
import { companyLaw, implementingRules, registrationRegulation } from '../../laws.ts';
import {
  addressDocument,
  agentAuthorisation,
  applicationForm,
  approvalDocuments,
  foreignIdentityDocumentsOf,
  organisationQualification,
} from '../../rules/establishment-materials.ts';
import { type AskedMaterial, always, citizenIdentity, materialsOf } from '../../rules/materials.ts';
import type { CompanyFacts, MaterialKind } from './facts.ts';
import { toBeVerified } from './persons.ts';

export const askedMaterials: readonly AskedMaterial<CompanyFacts, MaterialKind>[] = [
  applicationForm({ zh: '公司登记（备案）申请书', en: 'Application for registration' }),
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
  addressDocument({ zh: '住所', en: 'address' }),
  {
    id: 'appointment-documents',
    name: {
      zh: '法定代表人、董事、监事和高级管理人员的任职文件',
      en: 'Appointment of the legal representative, directors, supervisors and senior managers',
    },
    articles: [implementingRules('第二十六条第一款')],
    needed: always,
  },
  foreignIdentityDocumentsOf(toBeVerified),
  approvalDocuments(),
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
  agentAuthorisation(),
];

export const materials: readonly Material[] = materialsOf(
  askedMaterials,
  [citizenIdentity, organisationQualification({ zh: '法人股东', en: 'shareholder' })],
  true,
);
