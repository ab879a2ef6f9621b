import type { Material } from '../../../lib/domain/standard/standard.ts';
import { implementingRules, registrationRegulation } from '../../laws.ts';
import {
  addressDocument,
  agentAuthorisation,
  applicationForm,
  approvalDocuments,
  foreignIdentityDocuments,
  organisationQualification,
} from '../../rules/establishment-materials.ts';
import { type AskedMaterial, always, citizenIdentity, materialsOf } from '../../rules/materials.ts';
import type { MaterialKind, NonCompanyFacts } from './facts.ts';
import { approvalArticles, needsApproval } from './rules-approval.ts';

export const askedMaterials: readonly AskedMaterial<NonCompanyFacts, MaterialKind>[] = [
  applicationForm({ zh: '非公司企业法人登记（备案）申请书', en: 'Application for registration' }),
  {
    id: 'articles-of-association',
    name: { zh: '企业章程', en: 'Articles of association' },
    articles: [registrationRegulation('第十六条第一款第四项'), implementingRules('第二十五条第四项')],
    needed: always,
  },
  addressDocument({ zh: '住所', en: 'address' }),
  {
    id: 'appointment-documents',
    name: { zh: '法定代表人的任职文件', en: 'Appointment of the legal representative' },
    articles: [implementingRules('第二十七条')],
    needed: always,
  },
  {
    id: 'establishment-approval',
    name: {
      zh: '设立的批准文件（全民所有制企业、集体所有制企业提交）',
      en: 'Approval of the establishment, of state-owned and collective enterprises',
    },
    articles: [...approvalArticles, implementingRules('第二十二条第一款')],
    needed: needsApproval,
    when: {
      zh: '设立全民所有制企业、集体所有制企业的',
      en: 'where the enterprise is state-owned or collective',
    },
  },
  foreignIdentityDocuments,
  approvalDocuments(),
  agentAuthorisation(),
];

export const materials: readonly Material[] = materialsOf(askedMaterials, [
  citizenIdentity,
  organisationQualification({ zh: '法人出资人', en: 'contributor' }),
]);
