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
import type { JointStockCompanyFacts, MaterialKind } from './facts.ts';
import { toBeVerified } from './persons.ts';

/**
 * 实施细则 第二十六条第二款 asks for them; of its proof of capital verification 公司法 第一百零一条 has left only that
 * of an offer to the public, and stands beside it wherever it is cited.
 */
const ofShares = [implementingRules('第二十六条第二款'), companyLaw('第一百零一条')];

const isPublic = ({ establishment }: JointStockCompanyFacts): boolean => establishment.by === 'public-offer';
const whenPublic = { zh: '向社会公开募集股份的', en: 'where shares are offered to the public' };

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
  {
    id: 'capital-verification',
    name: {
      zh: '依法设立的验资机构出具的验资证明（向社会公开募集的提交）',
      en: 'Proof of capital verification, where shares are offered to the public',
    },
    articles: ofShares,
    needed: isPublic,
    when: whenPublic,
  },
  {
    id: 'securities-registration',
    name: {
      zh: '国务院证券监督管理机构的注册文件（向社会公开募集的提交）',
      en: 'Registration of the offer by the securities regulator, where shares are offered to the public',
    },
    articles: [companyLaw('第一百五十四条第一款'), ...ofShares],
    needed: isPublic,
    when: whenPublic,
  },
  {
    id: 'property-transfer-proof',
    name: {
      zh: '已办理财产权转移手续的证明文件（发起人以非货币财产出资的提交）',
      en: 'Proof that contributions in kind were transferred, where promoters make any',
    },
    articles: [companyLaw('第九十八条第二款'), companyLaw('第四十九条第二款'), ...ofShares],
    needed: ({ promoters }) => promoters.some(({ methods }) => methods.some((method) => method !== 'money')),
    when: { zh: '发起人以非货币财产出资的', en: 'where a promoter contributes in kind' },
  },
  agentAuthorisation(),
];

export const materials: readonly Material[] = materialsOf(askedMaterials, [
  citizenIdentity,
  organisationQualification({ zh: '法人发起人', en: 'promoter' }),
]);
