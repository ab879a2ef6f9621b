import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { addYears, type PlainDate } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw } from '../../laws.ts';
import { inYuan } from '../../money.ts';
import { defect, each, when } from '../rule.ts';

export interface LimitedCapital {
  readonly registeredCapitalFen: number;
  readonly shareholders: readonly { readonly subscribedFen: number; readonly payBy: PlainDate }[];
}

const YEARS_TO_PAY = 5;

/** Of a limited company (有限责任公司) as it is established. */
export const limitedCapitalRules: readonly Rule<LimitedCapital>[] = [
  defect({
    id: 'capital.positive',
    articles: [companyLaw('第四十七条第一款')],
    zh: '注册资本应当大于零',
    en: 'The registered capital must be more than nothing',
    check: ({ facts }) => when(facts.registeredCapitalFen === 0, '/registeredCapitalFen'),
  }),
  defect({
    id: 'capital.sum-of-subscriptions',
    articles: [companyLaw('第四十七条第一款')],
    zh: '注册资本（{capital} 元）应当等于全体股东认缴的出资额之和（{subscribed} 元）',
    en: 'The registered capital ({capital} yuan) must equal what all shareholders subscribe ({subscribed} yuan)',
    check: ({ facts: { registeredCapitalFen: capitalFen, shareholders } }) => {
      const subscribedFen = shareholders.reduce((sum, shareholder) => sum + shareholder.subscribedFen, 0);
      return when(subscribedFen !== capitalFen, '/registeredCapitalFen', {
        capitalFen,
        subscribedFen,
        capital: inYuan(capitalFen),
        subscribed: inYuan(subscribedFen),
      });
    },
  }),
  defect({
    id: 'capital.subscription-positive',
    articles: [companyLaw('第四十七条第一款')],
    zh: '股东认缴的出资额应当大于零',
    en: 'What a shareholder subscribes must be more than nothing',
    check: ({ facts }) =>
      each(facts.shareholders, ({ subscribedFen }, index) =>
        subscribedFen === 0 ? { path: `/shareholders/${index}/subscribedFen` } : undefined,
      ),
  }),
  /*
   * The five years run from establishment, which is the day of registration. The day of submission stands for it:
   * it is that day on the spot and never later than it otherwise, so nobody is let past the limit. The first day
   * is not counted, the corresponding day five years on is the last (民法典 第二百零一条、第二百零二条).
   */
  defect({
    id: 'capital.pay-by',
    articles: [companyLaw('第四十七条第一款')],
    zh: '股东应当自公司成立之日起五年内缴足出资：缴付期限 {payBy} 晚于 {latest}',
    en: 'Shareholders pay in full within five years of establishment: {payBy} is later than {latest}',
    check: ({ facts, on }) => {
      const latest = addYears(on, YEARS_TO_PAY);
      return each(facts.shareholders, ({ payBy }, index) =>
        payBy > latest ? { path: `/shareholders/${index}/payBy`, values: { payBy, latest } } : undefined,
      );
    },
  }),
];
