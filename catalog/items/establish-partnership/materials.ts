import type { Material } from '../../../lib/domain/standard/standard.ts';
import { implementingRules, partnershipLaw, registrationRegulation } from '../../laws.ts';
import {
  addressDocument,
  agentAuthorisation,
  applicationForm,
  approvalDocuments,
  foreignIdentityDocumentsOf,
  organisationQualification,
} from '../../rules/establishment-materials.ts';
import { type AskedMaterial, always, citizenIdentity, materialsOf } from '../../rules/materials.ts';
import type { MaterialKind, PartnershipFacts } from './facts.ts';
import { toBeVerified } from './persons.ts';

export const askedMaterials: readonly AskedMaterial<PartnershipFacts, MaterialKind>[] = [
  applicationForm({ zh: '合伙企业登记（备案）申请书', en: 'Application for registration' }),
  {
    id: 'partnership-agreement',
    name: {
      zh: '合伙协议（书面，全体合伙人签名、盖章）',
      en: 'Partnership agreement in writing, signed and sealed by all partners',
    },
    articles: [
      partnershipLaw('第四条'),
      partnershipLaw('第九条第一款'),
      partnershipLaw('第十四条第二项'),
      partnershipLaw('第十八条'),
      partnershipLaw('第十九条第一款'),
      partnershipLaw('第六十三条'),
      registrationRegulation('第十六条第一款第四项'),
      implementingRules('第二十五条第四项'),
    ],
    needed: always,
  },
  addressDocument({ zh: '主要经营场所', en: 'principal place of business' }, [
    partnershipLaw('第十四条第四项'),
  ]),
  {
    id: 'entrustment',
    name: {
      zh: '全体合伙人委托执行事务合伙人的委托书',
      en: 'By which all partners entrust the managing partners',
    },
    articles: [partnershipLaw('第二十六条第二款'), implementingRules('第二十八条第二项')],
    /* 合伙企业法 第二十六条第二款 knows a second way, by the agreement, which is handed in already. */
    needed: ({ managementEntrusted, entrustedBy }) => managementEntrusted && entrustedBy !== 'agreement',
    when: {
      zh: '全体合伙人决定委托执行事务合伙人的；合伙协议约定委托的除外',
      en: 'where the partners decide to entrust some of them with the management, and not the agreement does',
    },
  },
  {
    id: 'representative-authorisation',
    name: {
      zh: '执行事务合伙人委派代表的委托书',
      en: 'Authorisation of who acts for an organisation that manages',
    },
    articles: [partnershipLaw('第二十六条第三款'), implementingRules('第二十八条第二项')],
    needed: ({ partners }) => partners.some(({ kind, manages }) => kind === 'organisation' && manages),
    when: {
      zh: '执行事务合伙人是法人或者其他组织的',
      en: 'where a managing partner is an organisation',
    },
  },
  {
    id: 'professional-qualifications',
    name: { zh: '合伙人的职业资格文件', en: 'Professional qualifications of the partners' },
    articles: [implementingRules('第二十八条第一项')],
    needed: ({ form, professionalService }) =>
      form === 'special-general' && professionalService?.qualificationsRequired === true,
    when: {
      zh: '法律、行政法规规定设立特殊的普通合伙企业需要提交的',
      en: 'where law asks for them of a special general partnership',
    },
  },
  foreignIdentityDocumentsOf(toBeVerified),
  approvalDocuments([partnershipLaw('第九条第二款')]),
  agentAuthorisation(),
];

export const materials: readonly Material[] = materialsOf(askedMaterials, [
  citizenIdentity,
  organisationQualification({ zh: '法人或者其他组织的合伙人', en: 'partner' }),
]);
