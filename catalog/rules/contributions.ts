import type { Article } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import type { ContributionMethod } from '../items/filed-contribution.ts';
import { registrationRegulation } from '../laws.ts';
import { type Lens, through } from './lens.ts';
import { defect, each, review } from './rule.ts';

const FORBIDDEN: readonly ContributionMethod[] = [
  'labour',
  'credit',
  'personal-name',
  'goodwill',
  'franchise',
  'encumbered',
];

export interface Contribution {
  /** Of `ContributionMethod`, and of what the law of a type names beside. */
  readonly methods: readonly string[];
}

/** A finding for each contribution that is made by one of the methods. */
export const madeBy = (contributions: readonly Contribution[], among: readonly string[]) =>
  each(contributions, ({ methods }, index) => {
    const found = among.filter((method) => methods.includes(method));
    return found.length === 0 ? undefined : { path: `/${index}/methods`, values: { methods: found } };
  });

/**
 * 条例 第十三条第二款, which speaks of shareholders of companies, investors of other legal persons and members of
 * co-operatives, and not of partners. `articles`: what the law of the type adds.
 */
export const forbiddenContributions = <Facts>(
  contributions: Lens<Facts, readonly Contribution[]>,
  articles: readonly Article[],
): readonly Rule<Facts>[] =>
  through(contributions, [
    defect({
      id: 'capital.forbidden-contribution',
      articles: [registrationRegulation('第十三条第二款'), ...articles],
      zh: '不得以劳务、信用、自然人姓名、商誉、特许经营权或者设定担保的财产等作价出资',
      en: 'No contribution of labour, credit, a person’s name, goodwill, franchise or encumbered property',
      check: ({ facts }) => madeBy(facts, FORBIDDEN),
    }),
  ]);

/**
 * For those whom 第十三条第二款 does not name: what is no property has to be judged against the law of the type, which
 * speaks of property rights [inference]. `more`: labour, where that law does not allow it.
 */
export const doubtfulContributions = <Facts>(
  contributions: Lens<Facts, readonly Contribution[]>,
  articles: readonly Article[],
  more: readonly ContributionMethod[] = [],
): readonly Rule<Facts>[] =>
  through(contributions, [
    review({
      id: 'capital.doubtful-contribution',
      articles: [...articles, registrationRegulation('第十三条第二款')],
      admits: ['register', 'return', 'refuse'],
      zh: '应当核实是否属于法律允许的出资方式：{methods}',
      en: 'Judge whether law allows a contribution of this kind: {methods}',
      check: ({ facts }) => madeBy(facts, ['credit', 'personal-name', 'goodwill', 'franchise', ...more]),
    }),
  ]);
