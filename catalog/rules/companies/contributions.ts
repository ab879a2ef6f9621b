import type { Article } from '../../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import type { ContributionMethod } from '../../items/filed-contribution.ts';
import { companyLaw, companyMeasures } from '../../laws.ts';
import { type Contribution, forbiddenContributions, madeBy } from '../contributions.ts';
import { type Lens, through } from '../lens.ts';
import { review } from '../rule.ts';

const CONDITIONAL: readonly ContributionMethod[] = ['data', 'virtual-property', 'other-assessable'];

/** Of both types of companies. `sentBy`: what sends the type to 第四十八条, where that is not its own article. */
export const companyContributionRules = <Facts>(
  contributions: Lens<Facts, readonly Contribution[]>,
  sentBy: readonly Article[] = [],
): readonly Rule<Facts>[] => [
  ...forbiddenContributions(contributions, [...sentBy, companyLaw('第四十八条第一款')]),
  ...through(contributions, [
    review({
      id: 'capital.conditional-contribution',
      articles: [...sentBy, companyLaw('第四十八条'), companyMeasures('第六条')],
      admits: ['register', 'return', 'refuse'],
      zh: '以数据、网络虚拟财产或者其他非货币财产出资的，应当核实其权属、可估价和可转让',
      en: 'A contribution of data, virtual or other property needs its ownership, value and transferability judged',
      check: ({ facts }) => madeBy(facts, CONDITIONAL),
    }),
  ]),
];
