import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { EnterpriseEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { Material, Rule } from '../../../lib/domain/standard/standard.ts';
import { companyLaw, implementingRules, partnershipLaw, registrationRegulation } from '../../laws.ts';
import { forTypes } from '../../rules/enterprise.ts';
import { agentAuthorisation } from '../../rules/establishment-materials.ts';
import {
  type AskedMaterial,
  always,
  citizenIdentity,
  materialRules,
  materialsOf,
} from '../../rules/materials.ts';
import { needsApprovalBefore } from '../../scope-items.ts';
import { type ChangeFacts, type MaterialKind, placeIn } from './facts.ts';
import { capitalAfter, type Hold, heldBy, sharesPass, totalOf } from './members.ts';

type Asked = AskedMaterial<ChangeFacts, MaterialKind>;

/** What articles of association and partnership agreements hold (公司法 第四十六条、第九十五条, 合伙企业法 第十八条). */
const touchesArticles = ({ changes }: ChangeFacts): boolean =>
  [
    changes.name,
    placeIn(changes),
    changes.businessScope,
    changes.registeredCapitalFen,
    changes.contributionFen,
    changes.members,
    changes.partnershipKind,
  ].some((change) => change !== undefined);

/** 公司法 第八十七条: a transfer of shares needs no vote, and no member’s new name does. */
const needsDecision = ({ changes }: ChangeFacts): boolean => {
  const { members: _members, renamed: _renamed, ...others } = changes;
  return Object.values(others).some((change) => change !== undefined);
};

const ofAll: readonly Asked[] = [
  {
    id: 'application-form',
    name: { zh: '变更登记申请书', en: 'Application for a change, signed' },
    articles: [registrationRegulation('第十六条第一款第一项'), implementingRules('第三十二条')],
    needed: always,
  },
  {
    id: 'address-document',
    name: {
      zh: '新的住所（主要经营场所、经营场所）使用相关文件',
      en: 'Document on the use of the new place',
    },
    articles: [implementingRules('第三十五条'), registrationRegulation('第十六条第一款第三项')],
    needed: ({ changes }) => placeIn(changes) !== undefined,
    when: { zh: '变更住所（主要经营场所、经营场所）的', en: 'where the place changes' },
  },
  {
    id: 'approval-documents',
    name: {
      zh: '登记前依法须经批准的许可经营项目的批准文件',
      en: 'Approval of scope items that need it beforehand',
    },
    articles: [registrationRegulation('第十四条第一款'), implementingRules('第二十二条第一款')],
    needed: ({ changes }) => (changes.businessScope ?? []).some(({ text }) => needsApprovalBefore(text)),
    when: {
      zh: '变更后的经营范围有登记前依法须经批准的项目的',
      en: 'where a scope item must be approved before registration',
    },
  },
  {
    id: 'identity-documents',
    name: { zh: '身份证明或者主体资格文件', en: 'Identity documents, or documents of standing' },
    articles: [registrationRegulation('第十六条第一款第二项')],
    needed: ({ changes, persons }) =>
      (changes.renamed ?? []).length > 0 || persons.some(({ kind }) => kind !== 'citizen-id'),
    when: {
      zh: '投资人、负责人更名，或者有非居民身份证持有人的',
      en: 'where a member or head bears a new name, or somebody has no citizen card',
    },
  },
  agentAuthorisation(),
];

const ofCompaniesAndCooperatives: readonly Asked[] = [
  {
    id: 'change-decision',
    name: { zh: '变更决议或者决定', en: 'Resolution or decision on the change' },
    articles: [
      companyLaw('第三十五条第一款'),
      companyLaw('第八十七条'),
      implementingRules('第三十二条第一项'),
      implementingRules('第三十二条第三项'),
    ],
    needed: needsDecision,
    when: {
      zh: '公司（股权转让、股东更名除外）、农民专业合作社变更的',
      en: 'of companies, unless shares only pass to others or somebody bears a new name, and of co-operatives',
    },
  },
  {
    id: 'amended-articles',
    name: { zh: '修改后的章程或者章程修正案', en: 'The articles of association as amended' },
    articles: [
      companyLaw('第三十五条第二款'),
      implementingRules('第三十二条第一项'),
      implementingRules('第三十二条第三项'),
    ],
    needed: touchesArticles,
    when: {
      zh: '公司、农民专业合作社的变更涉及章程修改的',
      en: 'where articles of a company or co-operative change',
    },
  },
];

/**
 * Who takes over what another partner had becomes a partner by the amended agreement (合伙企业法 第二十四条), and an heir by
 * law or by it (第五十条、第八十条): only who brings something new joins by an agreement of entry.
 */
const joins = (enterprise: EnterpriseEvidence, facts: ChangeFacts, hold: Hold): boolean =>
  totalOf(hold, 'increase') > 0 || (capitalAfter(enterprise, facts) ?? 0) > (enterprise.capitalFen ?? 0);

const ofPartnerships: readonly Asked[] = [
  {
    id: 'partners-decision',
    name: {
      zh: '全体合伙人或者合伙协议约定的人员签署的变更决定书',
      en: 'Decision signed by all partners, or by those whom the agreement names',
    },
    articles: [implementingRules('第三十二条第二项')],
    needed: always,
    when: { zh: '合伙企业', en: 'of partnerships' },
  },
  {
    id: 'amended-agreement',
    name: { zh: '修改或者补充的合伙协议', en: 'The partnership agreement as amended' },
    articles: [implementingRules('第三十二条第二项'), partnershipLaw('第十九条第二款')],
    needed: touchesArticles,
    when: { zh: '合伙企业的变更涉及修改合伙协议的', en: 'where the agreement of a partnership changes' },
  },
  {
    id: 'entry-agreement',
    name: { zh: '书面入伙协议', en: 'Agreement of entry' },
    articles: [partnershipLaw('第四十三条第一款')],
    needed: (facts, enterprise) =>
      enterprise !== undefined &&
      heldBy(enterprise, facts).some(
        ({ hold, before }) => before === undefined && joins(enterprise, facts, hold),
      ),
    when: {
      zh: '有新合伙人入伙的（受让、继承财产份额的除外）',
      en: 'where a new partner joins, unless by taking over or inheriting what another had',
    },
  },
];

const ofLimitedCompanies: readonly Asked[] = [
  {
    id: 'equity-document',
    name: { zh: '股权变动的文件（转让、继承、强制执行等）', en: 'Document by which shares passed to others' },
    articles: [companyLaw('第八十六条第一款'), companyLaw('第三十五条第一款')],
    needed: (facts, enterprise) => enterprise !== undefined && sharesPass(enterprise, facts),
    when: {
      zh: '有限责任公司股权转让、继承或者被强制执行的',
      en: 'where shares of a limited company pass to others',
    },
  },
  {
    id: 'consent-to-disproportion',
    name: {
      zh: '全体股东关于不按出资比例减资的约定',
      en: 'Agreement of all shareholders to reduce out of proportion',
    },
    articles: [companyLaw('第二百二十四条第三款')],
    needed: ({ reduction }) => reduction?.proportion === 'by-all-shareholders',
    when: { zh: '有限责任公司不按比例减资的', en: 'where a limited company reduces out of proportion' },
  },
];

const ofCompaniesByShares: readonly Asked[] = [
  {
    id: 'regulator-document',
    name: {
      zh: '国务院证券监督管理机构的核准或者注册文件',
      en: 'Approval or registration by the securities regulator',
    },
    articles: [implementingRules('第三十六条第二款'), companyLaw('第一百五十四条第一款')],
    needed: ({ newShares }) => newShares !== undefined && newShares.offer !== 'to-certain-persons',
    when: {
      zh: '公开发行新股，或者上市公司非公开发行新股的',
      en: 'where new shares are offered to the public, or by a listed company to others',
    },
  },
  {
    id: 'capital-verification',
    name: { zh: '验资机构出具的验资证明', en: 'Proof of capital verification' },
    articles: [companyLaw('第一百零一条'), companyLaw('第二百二十八条第二款')],
    needed: ({ newShares }) => newShares?.offer === 'public',
    when: { zh: '向社会公开募集股份的', en: 'where new shares are offered to the public' },
  },
];

const ofReductions: readonly Asked[] = [
  {
    id: 'newspaper-announcement',
    name: { zh: '刊登减资公告的报纸样张', en: 'The page of the newspaper with the announcement' },
    articles: [companyLaw('第二百二十四条第二款'), companyLaw('第二百二十五条第二款')],
    needed: ({ reduction }) => reduction?.announced?.in === 'newspaper',
    when: { zh: '公司在报纸上公告减资的', en: 'where a reduction was announced in a newspaper' },
  },
];

const COMPANIES: readonly EnterpriseType[] = ['limited-company', 'joint-stock-company'];

const groups: readonly (readonly [readonly EnterpriseType[] | 'all', readonly Asked[]])[] = [
  ['all', ofAll],
  [[...COMPANIES, 'cooperative'], ofCompaniesAndCooperatives],
  [['partnership'], ofPartnerships],
  [['limited-company'], ofLimitedCompanies],
  [['joint-stock-company'], ofCompaniesByShares],
  [COMPANIES, ofReductions],
];

export const changeMaterialRules: readonly Rule<ChangeFacts>[] = groups.flatMap(([types, asked]) =>
  types === 'all' ? materialRules(asked) : forTypes(types, materialRules(asked)),
);

export const materials: readonly Material[] = materialsOf(
  groups.flatMap(([, asked]) => asked),
  [citizenIdentity],
);
