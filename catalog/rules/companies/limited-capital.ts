import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { addYears, type PlainDate } from '../../../lib/domain/time/plain-date.ts';
import { companyLaw } from '../../laws.ts';
import { capitalSumRules } from '../capital-sum.ts';
import { defect, each } from '../rule.ts';

export interface LimitedCapital {
  readonly registeredCapitalFen: number;
  readonly shareholders: readonly { readonly subscribedFen: number; readonly payBy: PlainDate }[];
}

const YEARS_TO_PAY = 5;

/** Its capital is what all of its shareholders subscribe. */
export const limitedSumRules: readonly Rule<LimitedCapital>[] = capitalSumRules<LimitedCapital>({
  capital: { at: '/registeredCapitalFen', of: ({ registeredCapitalFen }) => registeredCapitalFen },
  members: { at: '/shareholders', of: ({ shareholders }) => shareholders },
  capitalWord: { zh: '注册资本', en: 'registered capital' },
  memberWord: { zh: '股东', one: 'shareholder', all: 'shareholders' },
  articles: [companyLaw('第四十七条第一款')],
});

/** Of a limited company (有限责任公司) as it is established. */
export const limitedCapitalRules: readonly Rule<LimitedCapital>[] = [
  ...limitedSumRules,
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
