import { addYears } from '../../../../lib/domain/time/plain-date.ts';
import { companyLaw, companyMeasures, registrationRegulation } from '../../../laws.ts';
import type { ContributionMethod } from '../facts.ts';
import { inYuan } from '../money.ts';
import { type CompanyRule, defect, each, review, when } from '../rule.ts';

const FORBIDDEN: readonly ContributionMethod[] = [
  'labour',
  'credit',
  'personal-name',
  'goodwill',
  'franchise',
  'encumbered',
];
const CONDITIONAL: readonly ContributionMethod[] = ['data', 'virtual-property', 'other-assessable'];

const YEARS_TO_PAY = 5;

export const capitalRules: readonly CompanyRule[] = [
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
  defect({
    id: 'capital.forbidden-contribution',
    articles: [registrationRegulation('第十三条第二款'), companyLaw('第四十八条第一款')],
    zh: '不得以劳务、信用、自然人姓名、商誉、特许经营权或者设定担保的财产等作价出资',
    en: 'No contribution of labour, credit, a person’s name, goodwill, franchise or encumbered property',
    check: ({ facts }) =>
      each(facts.shareholders, ({ methods }, index) => {
        const forbidden = FORBIDDEN.filter((method) => methods.includes(method));
        if (forbidden.length === 0) return undefined;
        return { path: `/shareholders/${index}/methods`, values: { methods: forbidden } };
      }),
  }),
  review({
    id: 'capital.conditional-contribution',
    articles: [companyLaw('第四十八条'), companyMeasures('第六条')],
    admits: ['register', 'return', 'refuse'],
    zh: '以数据、网络虚拟财产或者其他非货币财产出资的，应当核实其权属、可估价和可转让',
    en: 'A contribution of data, virtual or other property needs its ownership, value and transferability judged',
    check: ({ facts }) =>
      each(facts.shareholders, ({ methods }, index) => {
        const conditional = CONDITIONAL.filter((method) => methods.includes(method));
        if (conditional.length === 0) return undefined;
        return { path: `/shareholders/${index}/methods`, values: { methods: conditional } };
      }),
  }),
];
