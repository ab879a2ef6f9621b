import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import { standingNameOrder } from '../../../lib/domain/registration/name-order.ts';
import { findNotice } from '../../../lib/domain/registration/notice.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { classifyUnifiedSocialCreditCode } from '../../../lib/domain/subject/unified-social-credit-code.ts';
import {
  civilCode,
  companyLaw,
  implementingRules,
  nameProvisions,
  registrationRegulation,
  soleProprietorshipLaw,
} from '../../laws.ts';
import { onEnterprise, signerRules } from '../../rules/enterprise.ts';
import { defect, each, NONE, note, review, when } from '../../rules/rule.ts';
import type { BranchFacts } from './facts.ts';

const WITHOUT_BRANCHES: readonly EnterpriseType[] = ['individual-business', 'branch'];

/** During liquidation nothing may be done that does not belong to it; 第一百零八条 extends that to no legal persons. */
const liquidation = [civilCode('第七十二条第一款'), civilCode('第一百零八条')];
const qualification = [registrationRegulation('第十六条第一款第二项'), implementingRules('第二十五条第二项')];

const isWrong = (code: string): boolean =>
  ['malformed', 'bad-check'].includes(classifyUnifiedSocialCreditCode(code).state);

const declaredRules: readonly Rule<BranchFacts>[] = [
  defect({
    id: 'parent.code',
    articles: qualification,
    zh: '所属企业的统一社会信用代码不正确：{code}',
    en: 'The parent’s unified social credit code is not right: {code}',
    check: ({ facts: { parent }, evidence }) =>
      when(evidence.enterprise === undefined && isWrong(parent.code), '/parent/code', { code: parent.code }),
  }),
  /* Of another province, or registered before this register was kept: nothing is known of it but what is declared. */
  review({
    id: 'parent.elsewhere',
    articles: qualification,
    admits: ['register', 'return'],
    zh: '所属企业 {code} 不在本登记簿中：应当核对其主体资格、类型、名称、状态、经营范围和签署人的权限',
    en: 'The register does not hold the parent {code}: compare its standing, type, name, state and scope, and who may sign for it',
    check: ({ facts: { parent }, evidence }) =>
      when(evidence.enterprise === undefined && !isWrong(parent.code), '/parent/code', { code: parent.code }),
  }),
  defect({
    id: 'parent.without-branches',
    articles: [registrationRegulation('第二条')],
    zh: '个体工商户和分支机构不能设立分支机构',
    en: 'Neither an individual business nor a branch has branches',
    check: ({ facts: { parent }, evidence: { enterprise } }) =>
      when(WITHOUT_BRANCHES.includes(enterprise?.type ?? parent.type), '/parent/type'),
  }),
];

const registeredRules: readonly Rule<BranchFacts>[] = [
  defect({
    id: 'parent.type',
    articles: [implementingRules('第九条第二款')],
    zh: '所属企业登记的类型为“{typeName}”，与申报不符',
    en: 'The parent is registered as {typeName} and not as filed',
    check: onEnterprise(({ type, typeName }, { facts }) =>
      when(type !== facts.parent.type, '/parent/type', { typeName }),
    ),
  }),
  defect({
    id: 'parent.name',
    articles: [nameProvisions('第十三条')],
    zh: '所属企业登记的名称为“{registered}”，与申报不符',
    en: 'The parent is registered under the name {registered} and not as filed',
    check: onEnterprise(({ name }, { facts }) =>
      name === undefined || name === facts.parent.name
        ? NONE
        : [{ path: '/parent/name', values: { registered: name } }],
    ),
  }),
  /* It has to change its own name soon, and the branch's with it; that a branch waits for that no article says. */
  review({
    id: 'parent.name-stopped',
    articles: [nameProvisions('第二十三条第二款'), nameProvisions('第二十条第一款')],
    admits: ['register', 'return', 'refuse'],
    zh: '所属企业的名称已被依法认定应当停止使用（应当在 {changeBy} 前变更）：应当核实分支机构能否冠以该名称',
    en: 'The parent has to stop using its name and change it by {changeBy}: judge whether a branch may be headed by it',
    check: onEnterprise((enterprise) => {
      const order = standingNameOrder(enterprise);
      return order === undefined ? NONE : [{ path: '/parent/name', values: { changeBy: order.changeBy } }];
    }),
  }),
  defect({
    id: 'parent.status',
    articles: [registrationRegulation('第三十一条第一款'), ...liquidation],
    zh: '所属企业的状态（{status}，自 {since} 起）不能设立分支机构',
    en: 'In its state ({status} since {since}) the parent cannot establish a branch',
    check: onEnterprise(({ status, statusSince }) =>
      when(status !== 'registered', '/parent/code', { status, since: statusSince }),
    ),
  }),
  review({
    id: 'parent.liquidation',
    articles: liquidation,
    admits: ['register', 'return', 'refuse'],
    zh: '所属企业已公告清算组（{since}）：清算期间不得从事与清算无关的活动，应当核实',
    en: 'The parent has announced its liquidators ({since}): during liquidation it may do nothing else; judge whether it runs',
    check: onEnterprise(({ notices, status }) => {
      const notice = findNotice(notices, 'liquidation-group');
      return notice === undefined || status !== 'registered'
        ? NONE
        : [{ path: '/parent/code', values: { since: notice.publishedOn } }];
    }),
  }),
  /* No article of today says that a branch keeps within its company's scope; it acts for it, and no other way [inference]. */
  review({
    id: 'scope.beyond-parent',
    articles: [companyLaw('第十三条第二款'), civilCode('第七十四条')],
    admits: ['register', 'return'],
    zh: '所属企业的经营范围中没有“{text}”：应当核实分支机构的经营范围是否超出所属企业的经营范围',
    en: 'The parent’s scope does not hold “{text}”: judge whether the branch goes beyond it',
    check: onEnterprise(({ businessScope }, { facts }) =>
      each(facts.businessScope, ({ text }, index) =>
        businessScope.includes(text) ? undefined : { path: `/businessScope/${index}/text`, values: { text } },
      ),
    ),
  }),
];

/** 个人独资企业法 第十四条第一款: the investor, or an agent the investor has entrusted. */
const entrusted = ({ parent, agent }: BranchFacts): ReadonlySet<string> =>
  new Set(parent.type === 'sole-proprietorship' && agent !== undefined ? [agent] : []);

export const parentRules: readonly Rule<BranchFacts>[] = [
  ...declaredRules,
  ...registeredRules,
  ...signerRules<BranchFacts>(
    [implementingRules('第十五条第一款'), soleProprietorshipLaw('第十四条第一款')],
    entrusted,
  ),
  /* The document says so, and nobody of the enterprise is verified: an officer compares it. */
  review({
    id: 'parent.entrusted',
    articles: [soleProprietorshipLaw('第十四条第一款'), registrationRegulation('第十八条')],
    admits: ['register', 'return'],
    zh: '申请由 {person} 作为投资人委托的代理人签署：应当核对投资人的委托',
    en: '{person} signs as the agent of the investor: compare by what the investor entrusted them',
    check: onEnterprise(({ heads }, { facts }) => {
      const signer = facts.persons.find(({ ref }) => ref === facts.signedBy);
      const stands = signer !== undefined && heads.includes(signer.subject);
      return when(!stands && entrusted(facts).has(facts.signedBy), '/signedBy', { person: facts.signedBy });
    }),
  }),
  note({
    id: 'parent.sole-proprietorship-report',
    articles: [soleProprietorshipLaw('第十四条第二款')],
    zh: '分支机构登记后，应将登记情况报所属个人独资企业的登记机关备案',
    en: 'Once the branch is registered, the authority of its sole proprietorship is told of it for its file',
    check: ({ facts }) => when(facts.parent.type === 'sole-proprietorship', '/parent/type'),
  }),
];
