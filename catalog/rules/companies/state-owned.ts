import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { classifyUnifiedSocialCreditCode } from '../../../lib/domain/subject/unified-social-credit-code.ts';
import type { Investor } from '../../items/filed-investor.ts';
import { companyLaw } from '../../laws.ts';
import classes from '../data/organisation-classes.json' with { type: 'json' };
import { type Lens, through } from '../lens.ts';
import { NONE, review } from '../rule.ts';

const ORGANS: readonly string[] = classes.stateOrgan;

function isStateOrgan(investor: Investor): boolean {
  if (investor.kind === 'person') return false;
  const classified = classifyUnifiedSocialCreditCode(investor.code);
  return classified.state !== 'malformed' && ORGANS.includes(classified.registrantClass);
}

/**
 * A company whose one investor is an organ of the State is taken for one that the State owns alone (国有独资公司)
 * [inference]. Who is an outside director no filing shows, so an officer reads it in the articles of association.
 */
export const stateOwnedRules = <Facts>(investors: Lens<Facts, readonly Investor[]>): readonly Rule<Facts>[] =>
  through(investors, [
    review({
      id: 'governance.wholly-state-owned',
      articles: [companyLaw('第一百七十一条'), companyLaw('第一百七十三条第二款')],
      admits: ['register', 'return'],
      zh: '唯一的投资人为国家机关（{code}），应当核实是否为国有独资公司：其章程由履行出资人职责的机构制定，董事会成员中外部董事应当过半数，并应当有公司职工代表',
      en: 'The one investor is an organ of the State ({code}): judge whether the State owns the company alone, whose articles the body that acts as its investor makes, and on whose board more than half are outside directors and the employees have one',
      check: ({ facts: [only, ...others] }) =>
        only?.kind === 'organisation' && others.length === 0 && isStateOrgan(only)
          ? [{ path: '/0/code', values: { code: only.code } }]
          : NONE,
    }),
  ]);
