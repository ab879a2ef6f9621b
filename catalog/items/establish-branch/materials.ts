import type { Material } from '../../../lib/domain/standard/standard.ts';
import {
  companyLaw,
  implementingRules,
  partnershipLaw,
  registrationRegulation,
  soleProprietorshipLaw,
} from '../../laws.ts';
import {
  addressDocument,
  agentAuthorisation,
  applicationForm,
  approvalDocuments,
  foreignIdentityDocuments,
  organisationQualification,
} from '../../rules/establishment-materials.ts';
import { type AskedMaterial, always, citizenIdentity, materialsOf } from '../../rules/materials.ts';
import type { BranchFacts, MaterialKind } from './facts.ts';

export const askedMaterials: readonly AskedMaterial<BranchFacts, MaterialKind>[] = [
  applicationForm({ zh: '分支机构登记（备案）申请书', en: 'Application for registration' }, [
    registrationRegulation('第二十三条'),
    companyLaw('第三十八条'),
    partnershipLaw('第十二条'),
    soleProprietorshipLaw('第十四条第一款'),
  ]),
  addressDocument({ zh: '经营场所', en: 'place of business' }),
  {
    id: 'head-appointment',
    name: { zh: '负责人的任职文件', en: 'Appointment of the head' },
    articles: [implementingRules('第三十条')],
    needed: always,
  },
  foreignIdentityDocuments,
  approvalDocuments(),
  agentAuthorisation(),
];

export const materials: readonly Material[] = materialsOf(
  askedMaterials,
  [citizenIdentity, organisationQualification({ zh: '所属企业', en: 'parent' })],
  true,
);
