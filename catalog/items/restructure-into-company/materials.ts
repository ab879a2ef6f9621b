import {
  companyLaw,
  implementingRules,
  registrationRegulation,
  urbanCollectiveRegulation,
} from '../../laws.ts';
import { appointmentDocuments, shareMaterialsOfTypeToBe } from '../../rules/companies/becoming-materials.ts';
import { toBeVerified } from '../../rules/companies/becoming-step.ts';
import {
  agentAuthorisation,
  foreignIdentityDocumentsOf,
  organisationQualification,
} from '../../rules/establishment-materials.ts';
import { type AskedMaterial, always, citizenIdentity, materialsOf } from '../../rules/materials.ts';
import { applicationForm } from '../../rules/step.ts';
import type { MaterialKind, RestructuringFacts } from './facts.ts';
import { approvalArticles, needsApproval, restructuring, valuation } from './rules.ts';

export const askedMaterials: readonly AskedMaterial<RestructuringFacts, MaterialKind>[] = [
  applicationForm('公司变更登记（备案）申请书（改制）', 'Application for a change, signed', [
    registrationRegulation('第十六条第一款第一项'),
    implementingRules('第三十二条'),
  ]),
  {
    id: 'restructuring-approval',
    name: { zh: '改制的批准文件', en: 'Approval of the restructuring' },
    articles: [...restructuring, ...approvalArticles],
    needed: needsApproval,
    when: { zh: '全民所有制企业、集体所有制企业改制的', en: 'of state-owned and collective enterprises' },
  },
  {
    id: 'change-decision',
    name: { zh: '联营各方关于改制的决定', en: 'Decision of those who contribute to the joint operation' },
    articles: restructuring,
    needed: (facts) => !needsApproval(facts),
    when: { zh: '联营企业改制的', en: 'of joint operations' },
  },
  {
    id: 'employees-resolution',
    name: { zh: '职工（代表）大会关于改制的决议', en: 'Resolution of the employees’ assembly' },
    articles: [urbanCollectiveRegulation('第九条第一款'), urbanCollectiveRegulation('第二十八条第三项')],
    needed: ({ ownership }) => ownership === 'urban-collective',
    when: { zh: '城镇集体所有制企业改制的', en: 'of urban collective enterprises' },
  },
  {
    id: 'articles-of-association',
    name: { zh: '公司章程', en: 'Articles of association of the company' },
    articles: [
      ...restructuring,
      companyLaw('第四十六条'),
      companyLaw('第九十五条'),
      registrationRegulation('第十六条第一款第四项'),
    ],
    needed: always,
  },
  appointmentDocuments(restructuring),
  {
    id: 'valuation-report',
    name: { zh: '净资产审计报告、资产评估报告', en: 'Audit and valuation of the net assets' },
    articles: [...restructuring, ...valuation],
    needed: always,
  },
  foreignIdentityDocumentsOf<RestructuringFacts>(toBeVerified),
  ...shareMaterialsOfTypeToBe(restructuring),
  agentAuthorisation(),
];

export const materials = materialsOf(askedMaterials, [
  citizenIdentity,
  organisationQualification({ zh: '法人股东（发起人）', en: 'shareholder or promoter' }),
]);
