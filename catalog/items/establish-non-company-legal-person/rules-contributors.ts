import type { Rule } from '../../../lib/domain/standard/standard.ts';
import {
  implementingRules,
  registrationRegulation,
  ruralCollectiveRegulation,
  stateIndustrialEnterpriseLaw,
  urbanCollectiveRegulation,
} from '../../laws.ts';
import { inYuan } from '../../money.ts';
import { forbiddenContributions } from '../../rules/contributions.ts';
import { investorRules } from '../../rules/investors.ts';
import { defect, each, NONE, review, when } from '../../rules/rule.ts';
import type { NonCompanyFacts } from './facts.ts';

const registered = [registrationRegulation('第八条第二款第一项'), implementingRules('第六条第二项')];

const isDepartment = ({ competentDepartment }: { readonly competentDepartment?: boolean | undefined }) =>
  competentDepartment === true;

const capitalRules: readonly Rule<NonCompanyFacts>[] = [
  defect({
    id: 'capital.positive',
    articles: [
      registrationRegulation('第八条第一款第五项'),
      stateIndustrialEnterpriseLaw('第十七条第四项'),
      urbanCollectiveRegulation('第十二条第三项'),
      ruralCollectiveRegulation('第十三条第四项'),
    ],
    zh: '出资额应当大于零',
    en: 'The contribution must be more than nothing',
    check: ({ facts }) => when(facts.contributionFen === 0, '/contributionFen'),
  }),
  /*
   * What the working people of a collective own together has no contributor with a name, and property the State
   * grants to be managed may come through a department that subscribes nothing [inference].
   */
  defect({
    id: 'capital.sum-of-subscriptions',
    articles: [registrationRegulation('第十三条第一款'), implementingRules('第十三条第一款')],
    zh: '出资额（{capital} 元）应当与各出资人认缴的出资额之和（{subscribed} 元）相符',
    en: 'The contribution ({capital} yuan) must agree with what the contributors subscribe ({subscribed} yuan)',
    check: ({ facts: { contributionFen: capitalFen, contributors, ownership } }) => {
      const subscribedFen = contributors.reduce((sum, contributor) => sum + contributor.subscribedFen, 0);
      const collective = ownership === 'urban-collective' || ownership === 'rural-collective';
      const less = subscribedFen < capitalFen && subscribedFen > 0 && !collective;
      return when(subscribedFen > capitalFen || less, '/contributionFen', {
        capitalFen,
        subscribedFen,
        capital: inYuan(capitalFen),
        subscribed: inYuan(subscribedFen),
      });
    },
  }),
  defect({
    id: 'capital.subscription-positive',
    articles: [...registered],
    zh: '出资人认缴的出资额应当大于零，主管部门除外',
    en: 'What a contributor other than the competent department subscribes must be more than nothing',
    check: ({ facts: { contributors } }) =>
      each(contributors, (contributor, index) =>
        contributor.subscribedFen === 0 && !isDepartment(contributor)
          ? { path: `/contributors/${index}/subscribedFen` }
          : undefined,
      ),
  }),
  defect({
    id: 'capital.methods',
    articles: [registrationRegulation('第十三条第二款')],
    zh: '应当填报出资方式',
    en: 'How the contribution is made has to be told',
    check: ({ facts: { contributors } }) =>
      each(contributors, ({ subscribedFen, methods }, index) =>
        subscribedFen > 0 && methods.length === 0 ? { path: `/contributors/${index}/methods` } : undefined,
      ),
  }),
  /* As a rule not less than 51 per cent; less in special cases, which the authority that approved it approves. */
  review({
    id: 'capital.collective-part',
    articles: [urbanCollectiveRegulation('第四条第二款第三项')],
    admits: ['register', 'return'],
    zh: '投资主体为两个以上的集体企业，劳动群众集体所有的财产一般应不低于百分之五十一（{collective} 元，全部 {capital} 元）：应当核实原审批部门是否批准降低',
    en: 'In a collective of two or more investors what the working people own together is as a rule not less than 51 per cent ({collective} of {capital} yuan): judge whether less was approved',
    check: ({ facts }) => {
      const { ownership, contributors, contributionFen, collectivelyOwnedFen = 0 } = facts;
      const investors = contributors.filter(({ subscribedFen }) => subscribedFen > 0).length;
      const low = collectivelyOwnedFen * 100 < contributionFen * 51;
      return when(ownership === 'urban-collective' && investors >= 2 && low, '/contributionFen', {
        collective: inYuan(collectivelyOwnedFen),
        capital: inYuan(contributionFen),
      });
    },
  }),
];

const whoRules: readonly Rule<NonCompanyFacts>[] = [
  defect({
    id: 'contributors.missing',
    articles: [...registered],
    zh: '应当填报出资人（主管部门）',
    en: 'A contributor or the competent department has to be named',
    check: ({ facts }) => when(facts.contributors.length === 0, '/contributors'),
  }),
  defect({
    id: 'contributors.department',
    articles: [implementingRules('第六条第二项')],
    zh: '主管部门不是自然人',
    en: 'The competent department is no natural person',
    check: ({ facts: { contributors } }) =>
      each(contributors, (contributor, index) =>
        contributor.kind === 'person' && isDepartment(contributor)
          ? { path: `/contributors/${index}/competentDepartment` }
          : undefined,
      ),
  }),
  defect({
    id: 'contributors.of-the-whole-people',
    articles: [stateIndustrialEnterpriseLaw('第二条第二款')],
    zh: '全民所有制企业的财产属于全民所有，自然人不是其出资人',
    en: 'The property of a state-owned enterprise is the whole people’s: no natural person is its contributor',
    check: ({ facts: { ownership, contributors } }) =>
      ownership === 'state-owned'
        ? each(contributors, (contributor, index) =>
            contributor.kind === 'person' && !isDepartment(contributor)
              ? { path: `/contributors/${index}` }
              : undefined,
          )
        : NONE,
  }),
  /* That a joint operation is one of two or more follows from its word alone [inference]. */
  review({
    id: 'contributors.joint-operation',
    articles: [implementingRules('第九条第一款第二项')],
    admits: ['register', 'return'],
    zh: '联营企业由两个以上的出资人联合经营，申请中有 {count} 个：应当核实',
    en: 'In a joint operation two or more take part; the filing names {count}: judge whether it is one',
    check: ({ facts: { ownership, contributors } }) => {
      const count = contributors.filter((contributor) => !isDepartment(contributor)).length;
      return when(ownership === 'joint-operation' && count < 2, '/contributors', { count });
    },
  }),
];

export const contributorRules: readonly Rule<NonCompanyFacts>[] = [
  ...capitalRules,
  ...forbiddenContributions<NonCompanyFacts>(
    { at: '/contributors', of: ({ contributors }) => contributors },
    [],
  ),
  ...whoRules,
  ...investorRules<NonCompanyFacts>({
    investors: { at: '/contributors', of: ({ contributors }) => contributors },
    id: 'contributors',
    word: { zh: '出资人', en: 'contributor' },
    enterpriseEn: 'enterprise',
    articles: [...registered],
  }),
];
