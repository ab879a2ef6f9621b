import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { addYears } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw, implementingRules } from '../../laws.ts';
import { inYuan } from '../../money.ts';
import { companyContributionRules } from '../../rules/companies/contributions.ts';
import {
  isOfOldLaw,
  latestPayBy,
  latestPayByOf,
  mayStillAdjust,
  transitionRules,
  YEARS_TO_PAY,
} from '../../rules/companies/pay-by.ts';
import { forTypes, onEnterprise } from '../../rules/enterprise.ts';
import { defect, NONE, when } from '../../rules/rule.ts';
import type { ChangeFacts } from './facts.ts';
import { capitalAfter, growthOf, heldBy, membersAfter, totalOf } from './members.ts';

const RESERVE_LEFT = 4;

/** Where capital or members change, the one has to fit the other; undefined where neither does. */
const capitalPath = ({ changes }: ChangeFacts): string | undefined => {
  if (changes.registeredCapitalFen !== undefined) return '/changes/registeredCapitalFen';
  if (changes.contributionFen !== undefined) return '/changes/contributionFen';
  return changes.members === undefined ? undefined : '/changes/members';
};

const sumRules: readonly Rule<ChangeFacts>[] = [
  defect({
    id: 'capital.sum',
    articles: [companyLaw('第四十七条第一款'), implementingRules('第十三条第一款')],
    zh: '注册资本（出资额）（{capital} 元）应当等于变更后全体股东（合伙人）认缴的出资额之和（{subscribed} 元）',
    en: 'The capital ({capital} yuan) must equal what all shareholders or partners subscribe after the change ({subscribed} yuan)',
    check: onEnterprise((enterprise, { facts }) => {
      const path = capitalPath(facts);
      const capitalFen = capitalAfter(enterprise, facts);
      const members = membersAfter(enterprise, facts);
      if (path === undefined || capitalFen === undefined) return NONE;
      if (members.some(({ subscribedFen }) => subscribedFen === undefined)) return NONE;
      const subscribedFen = members.reduce((sum, member) => sum + (member.subscribedFen ?? 0), 0);
      return when(subscribedFen !== capitalFen, path, {
        capitalFen,
        subscribedFen,
        capital: inYuan(capitalFen),
        subscribed: inYuan(subscribedFen),
      });
    }),
  }),
];

/** Of a limited company, whose members are registered with what they subscribe. */
const limitedRules: readonly Rule<ChangeFacts>[] = [
  defect({
    id: 'capital.holding-positive',
    articles: [companyLaw('第四十七条第一款')],
    zh: '股东认缴的出资额应当大于零；不再持有的，列入退出股东',
    en: 'What a shareholder subscribes must be more than nothing; who holds no more is named among those who leave',
    check: onEnterprise((enterprise, { facts }) =>
      heldBy(enterprise, facts).flatMap(({ hold, index }) =>
        when(totalOf(hold) === 0, `/changes/members/holds/${index}/parts`),
      ),
    ),
  }),
  defect({
    id: 'capital.increase-parts',
    articles: [companyLaw('第二百二十八条第一款')],
    zh: '股东认缴新增资本之和（{parts} 元）应当等于注册资本的增加额（{growth} 元）',
    en: 'What shareholders subscribe of the increase ({parts} yuan) must equal the increase ({growth} yuan)',
    check: onEnterprise((enterprise, { facts }) => {
      const growth = Math.max(0, growthOf(enterprise, facts));
      const parts = heldBy(enterprise, facts).reduce((sum, { hold }) => sum + totalOf(hold, 'increase'), 0);
      const path = capitalPath(facts);
      return path === undefined
        ? NONE
        : when(parts !== growth, path, { parts: inYuan(parts), growth: inYuan(growth) });
    }),
  }),
  /*
   * Of the increase, the five years run from the registration of the change, for which the day of filing stands: it is
   * that day on the spot and never later otherwise. What was subscribed before keeps the limit it had.
   */
  defect({
    id: 'capital.increase-pay-by',
    articles: [companyLaw('第二百二十八条第一款'), companyLaw('第四十七条第一款')],
    zh: '新增资本应当自变更登记之日起五年内缴足：缴付期限 {payBy} 晚于 {latest}',
    en: 'The increase is paid within five years of the registration of the change: {payBy} is later than {latest}',
    check: onEnterprise((enterprise, { facts, on }) => {
      const latest = addYears(on, YEARS_TO_PAY);
      return heldBy(enterprise, facts).flatMap(({ hold, index }) =>
        hold.parts.flatMap(({ of, payBy }, part) =>
          when(of === 'increase' && payBy > latest, `/changes/members/holds/${index}/parts/${part}/payBy`, {
            payBy,
            latest,
          }),
        ),
      );
    }),
  }),
  /*
   * A company of the old law may pass on the term it has until it has to adjust it, and may not lengthen it. What was
   * subscribed of an earlier increase keeps the five years from its registration.
   */
  defect({
    id: 'capital.pay-by',
    articles: [
      companyLaw('第四十七条第一款'),
      companyLaw('第八十八条第一款'),
      companyLaw('第二百六十六条第二款'),
    ],
    zh: '原认缴出资的缴付期限 {payBy} 晚于 {latest}',
    en: 'What was subscribed before is paid by {latest}; {payBy} is later',
    check: onEnterprise((enterprise, { facts, on }) => {
      const mayKeep = isOfOldLaw(enterprise) && mayStillAdjust(on);
      const kept = mayKeep ? enterprise.members.flatMap(({ payBy }) => payBy ?? []) : [];
      const limits = enterprise.members.map((member) => latestPayByOf(enterprise, member));
      const latest = [...kept, ...limits].reduce(
        (one, other) => (one > other ? one : other),
        latestPayBy(enterprise),
      );
      return heldBy(enterprise, facts).flatMap(({ hold, index }) =>
        hold.parts.flatMap(({ of, payBy }, part) =>
          when(of === 'before' && payBy > latest, `/changes/members/holds/${index}/parts/${part}/payBy`, {
            payBy,
            latest,
          }),
        ),
      );
    }),
  }),
  ...companyContributionRules<ChangeFacts>({
    at: '/changes/members/holds',
    of: ({ changes }) => changes.members?.holds,
  }),
];

/** Of a company by shares, which has new ones paid in full before they are registered. */
const shareRules: readonly Rule<ChangeFacts>[] = [
  defect({
    id: 'shares.paid',
    articles: [companyLaw('第二百二十八条第二款'), companyLaw('第九十八条第一款')],
    zh: '股份有限公司增加注册资本的，应当在变更登记前全额缴纳新股股款',
    en: 'A company by shares has new shares paid in full before the increase is registered',
    check: onEnterprise((enterprise, { facts }) => {
      const { newShares, reserveConversion } = facts;
      const grows = growthOf(enterprise, facts) > 0;
      if (!grows || newShares?.paidInFull === true) return NONE;
      if (newShares !== undefined) return [{ path: '/newShares/paidInFull' }];
      return when(reserveConversion === undefined, '/changes/registeredCapitalFen');
    }),
  }),
];

const companyRules: readonly Rule<ChangeFacts>[] = [
  defect({
    id: 'capital.nothing',
    articles: [companyLaw('第四十七条第一款'), companyLaw('第二百二十四条')],
    zh: '注册资本应当大于零',
    en: 'The registered capital must be more than nothing',
    check: ({ facts }) => when(facts.changes.registeredCapitalFen === 0, '/changes/registeredCapitalFen'),
  }),
  defect({
    id: 'capital.reserve-left',
    articles: [companyLaw('第二百一十四条第三款')],
    zh: '法定公积金转为增加注册资本时，所留存的该项公积金（{left} 元）不得少于转增前注册资本（{before} 元）的百分之二十五',
    en: 'Of the statutory reserve at least a quarter of the capital before ({before} yuan) is left when it is converted; {left} yuan are',
    check: onEnterprise(({ capitalFen = 0 }, { facts: { reserveConversion } }) =>
      reserveConversion === undefined
        ? NONE
        : when(
            reserveConversion.statutoryReserveLeftFen * RESERVE_LEFT < capitalFen,
            '/reserveConversion/statutoryReserveLeftFen',
            { left: inYuan(reserveConversion.statutoryReserveLeftFen), before: inYuan(capitalFen) },
          ),
    ),
  }),
];

export const capitalRules: readonly Rule<ChangeFacts>[] = [
  ...forTypes(['limited-company', 'partnership'], sumRules),
  ...forTypes(['limited-company'], limitedRules),
  ...forTypes(['joint-stock-company'], shareRules),
  ...forTypes(['limited-company', 'joint-stock-company'], companyRules),
  ...transitionRules<ChangeFacts>((enterprise, { facts, on }) => membersAfter(enterprise, facts, on)),
];
