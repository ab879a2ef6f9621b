import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { cooperativeLaw, implementingRules } from '../../laws.ts';
import { capitalSumRules } from '../../rules/capital-sum.ts';
import { forbiddenContributions, madeBy } from '../../rules/contributions.ts';
import { type Lens, through } from '../../rules/lens.ts';
import { defect, each, review } from '../../rules/rule.ts';
import type { CooperativeFacts, Member } from './facts.ts';

const members: Lens<CooperativeFacts, readonly Member[]> = {
  at: '/members',
  of: ({ members: filed }) => filed,
};

/** Not named by 第十三条第一款: they have to be of a value and lawfully transferable, or as the articles have it. */
const CONDITIONAL = ['claim', 'equity', 'data', 'virtual-property', 'land-use-right', 'other-assessable'];

export const cooperativeCapital: readonly Rule<CooperativeFacts>[] = [
  ...capitalSumRules<CooperativeFacts>({
    capital: { at: '/contributionFen', of: ({ contributionFen }) => contributionFen },
    members,
    capitalWord: { zh: '成员出资总额', en: 'contribution' },
    memberWord: { zh: '成员', one: 'member', all: 'members' },
    articles: [cooperativeLaw('第十二条第五项'), implementingRules('第六条第五项')],
    /* A member may contribute nothing: law has those listed who do (第十六条第一款第五项). */
  }).filter(({ id }) => id !== 'capital.subscription-positive'),
  ...forbiddenContributions(members, [cooperativeLaw('第十三条第一款')]),
  ...through(members, [
    defect({
      id: 'capital.claim-set-off',
      articles: [cooperativeLaw('第十三条第二款')],
      zh: '成员不得以对该社或者其他成员的债权充抵出资',
      en: 'No claim on the co-operative or on another member takes the place of a contribution',
      check: ({ facts }) => madeBy(facts, ['claim-on-cooperative-or-member']),
    }),
    review({
      id: 'capital.conditional-contribution',
      articles: [cooperativeLaw('第十三条')],
      admits: ['register', 'return', 'refuse'],
      zh: '应当核实出资是否可以用货币估价并可以依法转让，债权是否为对该社或者其他成员的债权：{methods}',
      en: 'Judge whether the contribution has a value and can lawfully be transferred, and a claim is not on the co-operative or a member: {methods}',
      check: ({ facts }) => madeBy(facts, CONDITIONAL),
    }),
    defect({
      id: 'capital.method-missing',
      articles: [cooperativeLaw('第十三条第一款'), cooperativeLaw('第十六条第一款第五项')],
      zh: '有出资额的成员应当填报出资方式',
      en: 'Of a member who contributes it is told with what',
      check: ({ facts }) =>
        each(facts, ({ subscribedFen, methods }, index) =>
          subscribedFen > 0 && methods.length === 0 ? { path: `/${index}/methods` } : undefined,
        ),
    }),
  ]),
];
