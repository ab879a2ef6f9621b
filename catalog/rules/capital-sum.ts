import type { Article, Bilingual } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import { inYuan } from '../money.ts';
import type { Lens } from './lens.ts';
import { defect, each, NONE, when } from './rule.ts';

export interface CapitalSumOf<Facts> {
  readonly capital: Lens<Facts, number>;
  readonly members: Lens<Facts, readonly { readonly subscribedFen: number }[]>;
  /** 注册资本 or 出资额. */
  readonly capitalWord: Bilingual;
  /** 股东, 合伙人. */
  readonly memberWord: { readonly zh: string; readonly one: string; readonly all: string };
  readonly articles: readonly Article[];
}

/** The capital is what its members subscribe together, each something. */
export const capitalSumRules = <Facts>({
  capital,
  members,
  capitalWord,
  memberWord,
  articles,
}: CapitalSumOf<Facts>): readonly Rule<Facts>[] => [
  defect({
    id: 'capital.positive',
    articles,
    zh: `${capitalWord.zh}应当大于零`,
    en: `The ${capitalWord.en} must be more than nothing`,
    check: ({ facts }) => when(capital.of(facts) === 0, capital.at),
  }),
  defect({
    id: 'capital.sum-of-subscriptions',
    articles,
    zh: `${capitalWord.zh}（{capital} 元）应当等于全体${memberWord.zh}认缴的出资额之和（{subscribed} 元）`,
    en: `The ${capitalWord.en} ({capital} yuan) must equal what all ${memberWord.all} subscribe ({subscribed} yuan)`,
    check: ({ facts }) => {
      const capitalFen = capital.of(facts);
      const subscribedFen = (members.of(facts) ?? []).reduce((sum, member) => sum + member.subscribedFen, 0);
      if (capitalFen === undefined || subscribedFen === capitalFen) return NONE;
      const values = {
        capitalFen,
        subscribedFen,
        capital: inYuan(capitalFen),
        subscribed: inYuan(subscribedFen),
      };
      return [{ path: capital.at, values }];
    },
  }),
  defect({
    id: 'capital.subscription-positive',
    articles,
    zh: `${memberWord.zh}认缴的出资额应当大于零`,
    en: `What a ${memberWord.one} subscribes must be more than nothing`,
    check: ({ facts }) =>
      each(members.of(facts) ?? [], ({ subscribedFen }, index) =>
        subscribedFen === 0 ? { path: `${members.at}/${index}/subscribedFen` } : undefined,
      ),
  }),
];
