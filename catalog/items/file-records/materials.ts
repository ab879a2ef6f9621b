import {
  companyLaw,
  cooperativeLaw,
  implementingRules,
  partnershipLaw,
  registrationRegulation,
} from '../../laws.ts';
import { agentAuthorisation } from '../../rules/establishment-materials.ts';
import type { AskedMaterial } from '../../rules/materials.ts';
import { applicationForm } from '../../rules/step.ts';
import type { materialKinds, RecordsFacts } from './facts.ts';

type MaterialKind = (typeof materialKinds)[number];

export const askedMaterials: readonly AskedMaterial<RecordsFacts, MaterialKind>[] = [
  applicationForm('登记（备案）申请书', 'Application for filing', [
    registrationRegulation('第十六条第一款第一项'),
    implementingRules('第十五条第一款'),
  ]),
  {
    id: 'amended-articles',
    name: {
      zh: '修改后的章程（章程修正案）或者合伙协议（章程、合伙协议修改的提交）',
      en: 'The articles or the partnership agreement as amended, where they are',
    },
    articles: [registrationRegulation('第九条第一项'), implementingRules('第三十二条')],
    needed: ({ records }) => records.articles !== undefined,
    when: { zh: '章程或者合伙协议修改的', en: 'where articles or agreement are amended' },
  },
  {
    id: 'decision',
    name: {
      zh: '依法作出的变更决议或者决定（变更章程、合伙协议、期限、出资的提交）',
      en: 'The resolution or decision, where articles, agreement, term or contributions change',
    },
    articles: [
      registrationRegulation('第二十九条'),
      companyLaw('第五十九条第一款'),
      partnershipLaw('第十九条第二款'),
    ],
    needed: ({ records: { articles, term, contributions } }) =>
      articles !== undefined || term !== undefined || contributions !== undefined,
    when: {
      zh: '变更章程、合伙协议、期限或者出资的',
      en: 'where articles, agreement, term or contributions change',
    },
  },
  {
    id: 'appointment-documents',
    name: {
      zh: '董事、监事、高级管理人员的任免文件（变更上述人员的提交）',
      en: 'Appointment and removal of directors, supervisors and senior managers, where these change',
    },
    articles: [implementingRules('第二十六条第一款')],
    needed: ({ records }) => records.organs !== undefined,
    when: { zh: '变更董事、监事、高级管理人员的', en: 'where officers change' },
  },
  {
    id: 'consent-to-no-supervisor',
    name: {
      zh: '全体股东一致同意不设监事的文件（不设监事的提交）',
      en: 'Consent of all shareholders to have no supervisor, where there is none',
    },
    articles: [companyLaw('第八十三条')],
    needed: ({ records }) => records.organs?.governance.supervision === 'none-by-consent',
    when: {
      zh: '经全体股东一致同意不设监事的',
      en: 'where by consent of all shareholders there is no supervisor',
    },
  },
  {
    id: 'member-list',
    name: { zh: '变更后的成员名册（变更成员的提交）', en: 'The list of members, where they change' },
    articles: [cooperativeLaw('第十九条第二款'), implementingRules('第二十九条第三项')],
    needed: ({ records }) => records.members !== undefined,
    when: { zh: '变更农民专业合作社成员的', en: 'where members of a co-operative change' },
  },
  agentAuthorisation(),
];
