import type { EnterpriseEvidence } from '../../../lib/domain/standard/enterprise-evidence.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import {
  civilCode,
  companyLaw,
  cooperativeLaw,
  implementingRules,
  partnershipLaw,
  registrationRegulation,
} from '../../laws.ts';
import { onEnterprise } from '../../rules/enterprise.ts';
import { isLate } from '../../rules/last-day.ts';
import { type Lens, through } from '../../rules/lens.ts';
import { defect, note, review, when } from '../../rules/rule.ts';
import { inRole } from '../../rules/step.ts';
import type { NoticeFacts } from './facts.ts';
import { noticeTerms } from './terms.ts';

type Group = Extract<NoticeFacts['notice'], { readonly kind: 'liquidation-group' }>;

const group: Lens<NoticeFacts, Group> = {
  at: '/notice',
  of: ({ notice }) => (notice.kind === 'liquidation-group' ? notice : undefined),
};

/** By the named head of the group, who is not the enterprise's head by the register. */
export function isSignedByGroup(facts: NoticeFacts, { heads }: EnterpriseEvidence): boolean {
  const signer = facts.persons.find(({ ref }) => ref === facts.signedBy);
  return group.of(facts)?.head === facts.signedBy && signer !== undefined && !heads.includes(signer.subject);
}

/** Who may sign beside the head in the register: the group by its head, whom a creditors' notice knows by the register. */
export function groupSigners(facts: NoticeFacts, enterprise: EnterpriseEvidence): ReadonlySet<string> {
  const { notice } = facts;
  if (notice.kind === 'liquidation-group') return new Set([notice.head]);
  return notice.kind === 'creditors' ? inRole(facts, enterprise, 'liquidation-head') : new Set();
}

/** 条例 第三十二条第一款 and what each type's own law says of the group (清算组、清算人). */
export const groupRules: readonly Rule<NoticeFacts>[] = [
  ...through(group, [
    defect({
      id: 'group.none-needed',
      articles: [
        companyLaw('第二百三十二条第一款'),
        cooperativeLaw('第四十八条第二款'),
        civilCode('第七十条'),
      ],
      zh: '因合并或者分立解散的，不需要清算',
      en: 'Dissolved by a merger or division it is not liquidated',
      check: ({ facts }) => when(facts.cause === 'merger-or-division', '/cause'),
    }),
    defect({
      id: 'group.members',
      articles: [registrationRegulation('第三十二条第一款'), implementingRules('第四十五条')],
      zh: '应当列明清算组成员',
      en: 'The members of the group have to be named',
      check: ({ facts }) => when(facts.members.length === 0, '/members'),
    }),
    defect({
      id: 'group.head',
      articles: [registrationRegulation('第三十二条第一款'), implementingRules('第四十五条')],
      zh: '清算组负责人 {person} 应当是清算组成员',
      en: 'The head of the group, {person}, has to be a member of it',
      check: ({ facts: { head, members } }) =>
        when(members.length > 0 && !members.includes(head), '/head', { person: head }),
    }),
    defect({
      id: 'group.before-cause',
      articles: [companyLaw('第二百三十二条第一款'), civilCode('第七十条')],
      zh: '清算组成立日（{formedOn}）不得早于解散事由出现日（{causeOn}）',
      en: 'The group was formed on {formedOn}, before the cause of dissolution ({causeOn})',
      check: ({ facts: { formedOn, causeOn } }) =>
        when(formedOn < causeOn, '/formedOn', { formedOn, causeOn }),
    }),
    note({
      id: 'group.formed-late',
      articles: [
        companyLaw('第二百三十二条第一款'),
        partnershipLaw('第八十六条第二款'),
        cooperativeLaw('第四十八条第二款'),
      ],
      zh: '应当在解散事由出现之日（{causeOn}）起十五日内组成清算组或者确定清算人',
      en: 'The group has to be formed within fifteen days of the cause of dissolution ({causeOn})',
      check: onEnterprise(({ type }, { facts: { formedOn, causeOn } }) => {
        const bound = ['limited-company', 'joint-stock-company', 'partnership', 'cooperative'].includes(type);
        return when(bound && causeOn <= formedOn && isLate(causeOn, 15, formedOn), '/formedOn', { causeOn });
      }),
    }),
    note({
      id: 'group.cause-late',
      articles: [companyLaw('第二百二十九条第二款')],
      zh: '应当在解散事由出现之日（{causeOn}）起十日内公示解散事由',
      en: 'The cause of dissolution has to be published within ten days of {causeOn}',
      check: onEnterprise(({ type }, { facts: { causeOn }, on }) =>
        when(noticeTerms['capital-reduction'].types.includes(type) && isLate(causeOn, 10, on), '/causeOn', {
          causeOn,
        }),
      ),
    }),
    note({
      id: 'group.late',
      articles: [registrationRegulation('第三十二条第一款'), implementingRules('第四十五条')],
      zh: '清算组应当自成立之日（{formedOn}）起10日内公告成员和负责人名单',
      en: 'The group has to publish its members and head within 10 days of its forming ({formedOn})',
      check: ({ facts: { formedOn }, on }) => when(isLate(formedOn, 10, on), '/formedOn', { formedOn }),
    }),
  ]),
  review({
    id: 'group.signed-by-head',
    articles: [registrationRegulation('第三十二条第一款')],
    admits: ['register', 'return'],
    zh: '公告由清算组负责人 {person} 签署：应当核对成立清算组的文件',
    en: '{person} signs as head of the group: confirm the document that forms it',
    check: onEnterprise((enterprise, { facts }) =>
      when(isSignedByGroup(facts, enterprise), '/signedBy', { person: facts.signedBy }),
    ),
  }),
];
