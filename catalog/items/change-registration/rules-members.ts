import type { EnterpriseEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { civilCode, companyLaw, implementingRules, partnershipLaw } from '../../laws.ts';
import { capacityRules } from '../../rules/capacity.ts';
import { madeBy } from '../../rules/contributions.ts';
import { forTypes, onEnterprise } from '../../rules/enterprise.ts';
import { investorRules } from '../../rules/investors.ts';
import { lastDayWithin } from '../../rules/last-day.ts';
import { defect, each, NONE, review, when } from '../../rules/rule.ts';
import { personsAmong } from '../filed-investor.ts';
import { subjectIn } from '../filed-member.ts';
import type { ChangeFacts } from './facts.ts';
import { type Hold, heldBy, membersAfter, partnershipKindAfter, totalOf } from './members.ts';

const HOLDS = '/changes/members/holds';
const LEAVES = '/changes/members/leaves';

const holdsOf = ({ changes }: ChangeFacts): readonly Hold[] => changes.members?.holds ?? [];
const leavesOf = ({ changes }: ChangeFacts) => changes.members?.leaves ?? [];

const listRules: readonly Rule<ChangeFacts>[] = [
  ...investorRules<ChangeFacts>({
    investors: { at: HOLDS, of: ({ changes }) => changes.members?.holds },
    id: 'members',
    word: { zh: '股东（合伙人、出资人）', en: 'shareholder, partner or contributor' },
    enterpriseEn: 'enterprise',
    articles: [implementingRules('第六条')],
  }),
  defect({
    id: 'members.unknown',
    articles: [implementingRules('第六条')],
    zh: '退出者不是登记的股东（合伙人、出资人），或者同时被列为变更后的股东（合伙人、出资人）',
    en: 'Who leaves has to be registered, and cannot be named as one who stays',
    check: onEnterprise(({ members }, { facts }) => {
      const subjectOf = subjectIn(facts);
      const registered = new Set(members.map(({ subject }) => subject));
      const stay = new Set(holdsOf(facts).map(subjectOf));
      return each(leavesOf(facts), (leaver, index) => {
        const subject = subjectOf(leaver);
        return registered.has(subject) && !stay.has(subject) ? undefined : { path: `${LEAVES}/${index}` };
      });
    }),
  }),
  defect({
    id: 'renamed.unknown',
    articles: [implementingRules('第六条')],
    zh: '更名者不是登记的投资人、负责人或者其代表',
    en: 'Who bears a new name has to be registered as a member or a head',
    check: onEnterprise(({ members, heads }, { facts }) => {
      const registered = new Set([...members.map(({ subject }) => subject), ...heads]);
      const subjectOf = subjectIn(facts);
      return each(facts.changes.renamed ?? [], (renamed, index) =>
        registered.has(subjectOf(renamed)) ? undefined : { path: `/changes/renamed/${index}` },
      );
    }),
  }),
  defect({
    id: 'residence.untold',
    articles: [
      implementingRules('第六条第三项'),
      implementingRules('第六条第四项'),
      implementingRules('第六条第七项'),
    ],
    zh: '变更居所（住所）或者新登记的投资人、合伙人，应当填报居所（住所）：{person}',
    en: 'The residence has to be told where it changes, and of a new investor or partner: {person}',
    check: onEnterprise(({ type }, { facts }) => {
      const { changes, persons } = facts;
      const joins = type === 'partnership' ? personsAmong(holdsOf(facts)) : [];
      const heads = changes.investor === undefined ? [] : [changes.investor.person];
      const meant = new Set([...(changes.residences ?? []), ...heads, ...joins]);
      return each(persons, ({ ref, residenceTold }, index) =>
        meant.has(ref) && residenceTold !== true
          ? { path: `/persons/${index}/residence`, values: { person: ref } }
          : undefined,
      );
    }),
  }),
];

const FEWEST = 1;
const MOST = 50;

const PREEMPTION_DAYS = { unanswered: 30, 'by-court': 20 } as const;

const shareholderRules: readonly Rule<ChangeFacts>[] = forTypes<ChangeFacts>(
  ['limited-company'],
  [
    defect({
      id: 'members.shareholders',
      articles: [companyLaw('第四十二条')],
      zh: '有限责任公司有一个以上五十个以下股东，变更后有 {count} 个',
      en: 'A limited company has one to fifty shareholders; after the change there are {count}',
      check: onEnterprise((enterprise, { facts }) => {
        const count = membersAfter(enterprise, facts).length;
        const changed = facts.changes.members !== undefined;
        return when(changed && (count < FEWEST || count > MOST), '/changes/members', { count });
      }),
    }),
    defect({
      id: 'members.transfer-untold',
      articles: [companyLaw('第八十四条'), companyLaw('第八十五条'), companyLaw('第九十条')],
      zh: '新股东取得原有股权的，应当说明其他股东的优先购买权如何行使（继承、强制执行、章程另有规定的从其规定）',
      en: 'Where somebody new takes over shares, it has to be told how the others’ right to buy was met, or why they have none',
      check: onEnterprise((enterprise, { facts }) => {
        /* Of a company of one shareholder there are no others who could have a right to buy. */
        const outsider =
          enterprise.members.length > 1 &&
          heldBy(enterprise, facts).some(
            ({ hold, before }) => before === undefined && totalOf(hold, 'before') > 0,
          );
        const kind = facts.changes.members?.transfer?.kind;
        if (!outsider || (kind !== undefined && kind !== 'among-shareholders')) return NONE;
        return [{ path: '/changes/members' }];
      }),
    }),
    defect({
      id: 'members.preemption',
      articles: [companyLaw('第八十四条第二款'), companyLaw('第八十五条'), civilCode('第二百零三条第一款')],
      zh: '其他股东未答复的，自接到书面通知之日起满三十日（人民法院通知的满二十日，至 {endsOn}）方视为放弃优先购买权',
      en: 'Shareholders who do not answer waive their right 30 days after they were told, 20 if a court told them: on {endsOn}',
      check: ({ facts: { changes }, on }) => {
        const transfer = changes.members?.transfer;
        if (transfer === undefined || !('toldOn' in transfer)) return NONE;
        const endsOn = lastDayWithin(transfer.toldOn, PREEMPTION_DAYS[transfer.kind]);
        return when(on <= endsOn, '/changes/members/transfer/toldOn', { endsOn });
      },
    }),
  ],
);

const inPartnership = (
  check: (
    kind: ReturnType<typeof partnershipKindAfter>,
    liabilities: readonly (string | undefined)[],
    enterprise: EnterpriseEvidence,
  ) => boolean,
) =>
  onEnterprise<ChangeFacts>((enterprise, { facts }) => {
    const { members, partnershipKind } = facts.changes;
    if (members === undefined && partnershipKind === undefined) return NONE;
    const after = membersAfter(enterprise, facts).map(({ liability }) => liability);
    const violated = check(partnershipKindAfter(enterprise, facts), after, enterprise);
    return when(violated, members === undefined ? '/changes/partnershipKind' : '/changes/members', {
      count: after.length,
    });
  });

const partnerRules: readonly Rule<ChangeFacts>[] = forTypes<ChangeFacts>(
  ['partnership'],
  [
    defect({
      id: 'partners.count',
      articles: [partnershipLaw('第十四条第一项'), partnershipLaw('第六十一条第一款')],
      zh: '合伙企业有二个以上合伙人，有限合伙企业不超过五十个；变更后有 {count} 个',
      en: 'A partnership has two or more partners, a limited one fifty at most; after the change there are {count}',
      check: inPartnership((kind, { length }) => length < 2 || (kind === 'limited' && length > MOST)),
    }),
    defect({
      id: 'partners.no-general',
      articles: [partnershipLaw('第六十一条第二款'), partnershipLaw('第七十五条')],
      zh: '有限合伙企业至少应当有一个普通合伙人；仅剩有限合伙人的，应当解散',
      en: 'A limited partnership has at least one general partner; with limited ones alone it is dissolved',
      check: inPartnership((kind, after) => kind === 'limited' && after.every((one) => one === 'limited')),
    }),
    defect({
      id: 'partners.no-limited',
      articles: [partnershipLaw('第七十五条')],
      zh: '有限合伙企业仅剩普通合伙人的，转为普通合伙企业，应当一并变更类型和名称',
      en: 'A limited partnership with general partners alone becomes a general one: its kind and name change with it',
      check: inPartnership(
        (kind, after) => kind === 'limited' && after.length > 0 && after.every((one) => one !== 'limited'),
      ),
    }),
    defect({
      id: 'partners.limited-in-general',
      articles: [partnershipLaw('第二条第二款')],
      zh: '普通合伙企业由普通合伙人组成；有有限合伙人的，应当转为有限合伙企业',
      en: 'A general partnership has general partners alone; with limited ones it becomes a limited partnership',
      check: inPartnership((kind, after) => kind !== 'limited' && after.includes('limited')),
    }),
    defect({
      id: 'partners.liability',
      articles: [implementingRules('第六条第四项')],
      zh: '应当登记合伙人承担责任方式',
      en: 'How a partner is liable has to be registered',
      check: onEnterprise((enterprise, { facts }) =>
        heldBy(enterprise, facts).flatMap(({ hold, index, before }) =>
          when(hold.liability === undefined && before?.liability === undefined, `${HOLDS}/${index}`),
        ),
      ),
    }),
    defect({
      id: 'partners.limited-labour',
      articles: [partnershipLaw('第六十四条第二款')],
      zh: '有限合伙人不得以劳务出资',
      en: 'A limited partner contributes no labour',
      check: onEnterprise((enterprise, { facts }) => {
        const limited = heldBy(enterprise, facts).map(({ hold, before }) => ({
          methods: (hold.liability ?? before?.liability) === 'limited' ? hold.methods : [],
        }));
        return madeBy(limited, ['labour']).map((found) => ({ ...found, path: `${HOLDS}${found.path}` }));
      }),
    }),
    review({
      id: 'partners.general-organisation',
      articles: [partnershipLaw('第三条')],
      admits: ['register', 'return', 'refuse'],
      zh: '应当核实 {code} 不是国有独资公司、国有企业、上市公司或者公益性的事业单位、社会团体，其不得成为普通合伙人',
      en: 'Judge that {code} is no wholly state-owned or state enterprise, listed company, or institution or association for the public good, which may not be a general partner',
      check: ({ facts }) =>
        each(holdsOf(facts), (hold, index) =>
          hold.kind === 'organisation' && hold.liability === 'unlimited'
            ? { path: `${HOLDS}/${index}`, values: { code: hold.code } }
            : undefined,
        ),
    }),
    ...capacityRules<ChangeFacts>({
      id: 'partners',
      whom: (facts) =>
        new Set(personsAmong(holdsOf(facts).filter(({ liability }) => liability === 'unlimited'))),
      articles: [partnershipLaw('第十四条第一项')],
      birthDay: {
        zh: '证件号码不能表明出生日期的普通合伙人应当填报出生日期：{person}',
        en: 'The birth day of a general partner whose document does not tell it has to be given: {person}',
      },
      underSixteen: {
        zh: '普通合伙人应当具有完全民事行为能力：{person} 未满十六周岁',
        en: 'A general partner has full civil capacity: {person} is under 16',
      },
    }),
  ],
);

export const memberRules: readonly Rule<ChangeFacts>[] = [...listRules, ...shareholderRules, ...partnerRules];
