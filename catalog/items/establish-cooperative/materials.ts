import type { Material } from '../../../lib/domain/standard/standard.ts';
import { cooperativeLaw, implementingRules, registrationRegulation } from '../../laws.ts';
import {
  addressDocument,
  agentAuthorisation,
  applicationForm,
  approvalDocuments,
  foreignIdentityDocumentsOf,
  organisationQualification,
} from '../../rules/establishment-materials.ts';
import { type AskedMaterial, always, citizenIdentity, materialsOf } from '../../rules/materials.ts';
import type { CooperativeFacts, MaterialKind } from './facts.ts';
import { documented } from './persons.ts';

export const askedMaterials: readonly AskedMaterial<CooperativeFacts, MaterialKind>[] = [
  applicationForm({ zh: '农民专业合作社登记（备案）申请书', en: 'Application for registration' }, [
    cooperativeLaw('第十六条第一款第一项'),
  ]),
  {
    id: 'articles-of-association',
    name: {
      zh: '全体设立人签名、盖章的章程',
      en: 'Articles of association, signed by all founders',
    },
    articles: [
      cooperativeLaw('第十六条第一款第三项'),
      registrationRegulation('第十六条第一款第四项'),
      implementingRules('第二十五条第四项'),
    ],
    needed: always,
  },
  addressDocument({ zh: '住所', en: 'address' }, [cooperativeLaw('第十六条第一款第六项')]),
  {
    id: 'founding-minutes',
    name: {
      zh: '全体设立人签名或者盖章的设立大会纪要',
      en: 'Minutes of the founding assembly, signed by all founders',
    },
    articles: [implementingRules('第二十九条第一项'), cooperativeLaw('第十六条第一款第二项')],
    needed: always,
  },
  {
    id: 'appointment-documents',
    name: {
      zh: '法定代表人、理事的任职文件',
      en: 'Appointment of the legal representative and the directors',
    },
    articles: [implementingRules('第二十九条第二项'), cooperativeLaw('第十六条第一款第四项')],
    needed: always,
  },
  {
    id: 'member-register',
    name: { zh: '成员名册', en: 'Register of members' },
    articles: [implementingRules('第二十九条第三项'), cooperativeLaw('第十九条第二款')],
    needed: always,
  },
  {
    id: 'contribution-list',
    name: {
      zh: '出资成员签名、盖章的出资清单',
      en: 'List of contributions, signed by the members who make them',
    },
    articles: [implementingRules('第二十九条第三项'), cooperativeLaw('第十六条第一款第五项')],
    needed: always,
  },
  foreignIdentityDocumentsOf<CooperativeFacts>(documented, {
    zh: '有非居民身份证持有人的，仅为监事、经理或者财务会计人员的除外',
    en: 'where somebody named otherwise than as a supervisor, manager or accountant has no citizen card',
  }),
  approvalDocuments(),
  agentAuthorisation(),
];

export const materials: readonly Material[] = materialsOf(askedMaterials, [
  citizenIdentity,
  organisationQualification({ zh: '单位成员', en: 'member' }),
]);
