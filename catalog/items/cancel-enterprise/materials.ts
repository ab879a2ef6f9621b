import { companyLaw, implementingRules, partnershipLaw, registrationRegulation } from '../../laws.ts';
import { type AskedMaterial, citizenIdentity, materialsOf } from '../../rules/materials.ts';
import { agentAuthorisation, applicationForm } from '../../rules/step.ts';
import type { CancellationFacts, materialKinds } from './facts.ts';

export const byCourt = ({ liquidation }: CancellationFacts): boolean =>
  liquidation.kind === 'court' || liquidation.kind === 'bankruptcy';

/**
 * With the court's ruling the liquidators apply directly (条例 第三十四条): it stands for resolution and report. Liquidators
 * whom a court named, of a partnership or a sole proprietorship above all, may end with a report of their own (合伙企业法
 * 第九十条, 个人独资企业法 第三十二条), and no ruling.
 */
const byRuling = ({ liquidation, materials }: CancellationFacts): boolean =>
  liquidation.kind === 'bankruptcy' ||
  (liquidation.kind === 'court' && !materials.some(({ kind }) => kind === 'liquidation-report'));

const courtOnly = {
  zh: '人民法院裁定强制清算或者宣告破产的',
  en: 'where a court had it liquidated or declared it bankrupt',
};

/** 实施细则 第四十六条. */
export const askedMaterials: readonly AskedMaterial<CancellationFacts, (typeof materialKinds)[number]>[] = [
  applicationForm('注销登记申请书', 'Application to cancel', [
    implementingRules('第四十六条第一款第一项'),
    registrationRegulation('第十六条第一款第一项'),
  ]),
  {
    id: 'dissolution-document',
    name: {
      zh: '解散、注销的决议或者决定，或者被吊销营业执照、责令关闭、撤销的文件（个体工商户除外）',
      en: 'Resolution or decision to dissolve or cancel, or the document of revocation or closure; not of an individual business',
    },
    articles: [implementingRules('第四十六条第一款第二项'), implementingRules('第四十六条第三款')],
    needed: (facts, enterprise) => enterprise?.type !== 'individual-business' && !byRuling(facts),
    when: {
      zh: '个体工商户和人民法院裁定终结的除外',
      en: 'except of an individual business, and by a court’s ruling',
    },
  },
  {
    id: 'liquidation-report',
    name: {
      zh: '清算报告、负责清理债权债务的文件或者清理债务完结的证明（个体工商户和合并、分立的除外）',
      en: 'Liquidation report, document on who settles the debts, or proof that they are settled; not of an individual business, nor after a merger or division',
    },
    articles: [
      implementingRules('第四十六条第一款第三项'),
      implementingRules('第四十六条第三款'),
      companyLaw('第二百三十九条'),
      partnershipLaw('第九十条'),
    ],
    needed: (facts, enterprise) =>
      enterprise?.type !== 'individual-business' && facts.cause !== 'merger-or-division' && !byRuling(facts),
    when: {
      zh: '个体工商户、合并或者分立的和人民法院裁定终结的除外',
      en: 'except of an individual business, after a merger or division, and by a court’s ruling',
    },
  },
  {
    id: 'tax-clearance',
    name: { zh: '税务部门出具的清税证明', en: 'Tax clearance' },
    articles: [implementingRules('第四十六条第一款第四项')],
    needed: () => true,
  },
  {
    id: 'court-appointment',
    name: {
      zh: '人民法院指定清算人、破产管理人的证明（由其清算的提交）',
      en: 'The court’s appointment of liquidators or administrator, where it made one',
    },
    articles: [implementingRules('第四十六条第二款')],
    needed: byCourt,
    when: courtOnly,
  },
  {
    id: 'court-ruling',
    name: {
      zh: '人民法院终结强制清算程序或者破产程序的裁定（由其裁定的提交）',
      en: 'The court’s ruling that ended the proceedings, where there were any',
    },
    articles: [registrationRegulation('第三十四条')],
    needed: byRuling,
    when: {
      zh: '人民法院裁定强制清算或者宣告破产的；法院指定的清算人提交清算报告的除外',
      en: 'where a court had it liquidated or declared it bankrupt, unless liquidators it named hand in a report',
    },
  },
  {
    id: 'partners-decision',
    name: {
      zh: '全体合伙人签署的注销分支机构决定书（合伙企业分支机构提交）',
      en: 'Decision of all partners to close the branch, of a branch of a partnership',
    },
    articles: [implementingRules('第四十六条第二款')],
    needed: (_facts, enterprise) => enterprise?.type === 'branch' && enterprise.typeName.includes('合伙'),
    when: { zh: '合伙企业分支机构', en: 'of a branch of a partnership' },
  },
  {
    id: 'approval-document',
    name: {
      zh: '批准注销的文件（依法须经批准的提交）',
      en: 'Approval of the cancellation, where law asks for it',
    },
    articles: [registrationRegulation('第三十一条第二款')],
    needed: ({ needsApproval }) => needsApproval,
    when: { zh: '注销依法须经批准的', en: 'where the cancellation needs approval by law' },
  },
  agentAuthorisation,
];

export const materials = materialsOf(askedMaterials, [citizenIdentity]);
