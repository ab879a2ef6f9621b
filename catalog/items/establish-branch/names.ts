import type { EnterpriseType } from '../../../lib/domain/registration/enterprise-type.ts';
import type { NameClaim } from '../../../lib/domain/standard/evidence.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { nameProvisions } from '../../laws.ts';
import { nameClaimRules } from '../../rules/name-claims.ts';
import { nameContentRules } from '../../rules/name-content.ts';
import { defect, review, when } from '../../rules/rule.ts';
import type { NameFacts } from '../filed-name.ts';
import type { BranchFacts } from './facts.ts';

/** The words that the article names; it goes on with 等, so that another is judged. */
const ENDINGS = ['分公司', '分厂', '分店'];
/** Whose branches may call themselves 分公司: a non-company legal person may be a 总公司 [inference]. */
const COMPANIES: readonly EnterpriseType[] = [
  'limited-company',
  'joint-stock-company',
  'non-company-legal-person',
];

/** Co-operatives follow the article by reference. */
const articles = [nameProvisions('第十三条'), nameProvisions('第二十五条')];

/** What stands between the parent's name and the word of the branch: all that is chosen freely. */
function middleOf({ name, parent }: BranchFacts): string {
  if (!name.startsWith(parent.name)) return '';
  const rest = name.slice(parent.name.length);
  const ending = ENDINGS.find((word) => rest.endsWith(word)) ?? '';
  return rest.slice(0, rest.length - ending.length).replaceAll(/[（）]/g, '');
}

const branchRules: readonly Rule<BranchFacts>[] = [
  defect({
    id: 'names.branch-parent',
    articles,
    zh: '分支机构名称应当冠以其所从属企业的名称“{parent}”，并缀以“分公司”“分厂”“分店”等字词',
    en: 'The name of a branch is headed by the whole name of its enterprise, “{parent}”, with 分公司, 分厂, 分店 or such a word behind it',
    check: ({ facts: { name, parent } }) =>
      when(!name.startsWith(parent.name) || name.length === parent.name.length, '/name', {
        parent: parent.name,
      }),
  }),
  review({
    id: 'names.branch-ending',
    articles,
    admits: ['register', 'return'],
    zh: '名称未缀以“分公司”“分厂”或者“分店”：应当核实是否表明分支机构',
    en: 'The name does not end with 分公司, 分厂 or 分店: judge whether it shows a branch',
    check: ({ facts: { name } }) => when(!ENDINGS.some((word) => name.endsWith(word)), '/name'),
  }),
  review({
    id: 'names.branch-of-no-company',
    articles: [...articles, nameProvisions('第十一条第八项')],
    admits: ['register', 'return'],
    zh: '所属企业不是公司，名称缀以“分公司”：应当核实是否可能使公众误解',
    en: 'The parent is no company and the name ends with 分公司: judge whether it misleads the public',
    check: ({ facts: { name, parent } }) =>
      when(name.endsWith('分公司') && !COMPANIES.includes(parent.type), '/name'),
  }),
];

/** Rules on a name in its parts, told of the name of a branch, which has none. */
const onWhole = (rules: readonly Rule<BranchFacts>[], ids: readonly string[]): readonly Rule<BranchFacts>[] =>
  rules
    .filter(({ id }) => ids.includes(id))
    .map((rule) => ({
      ...rule,
      check: (examined) => rule.check(examined).map((violation) => ({ ...violation, path: '/name' })),
    }));

const contentRules = onWhole(
  nameContentRules<BranchFacts>({
    at: '',
    of: (facts) => {
      const tradeName = middleOf(facts);
      return tradeName === '' ? undefined : { tradeName, form: '' };
    },
  }),
  [
    'names.characters',
    'names.normative-characters',
    'names.forbidden-words',
    'names.doubtful-words',
    'names.financial-words',
  ],
);

type ClaimState = NameClaim['state'];

/** The rules told of claims in these states alone. */
const onClaims = (
  states: readonly ClaimState[],
  rules: readonly Rule<BranchFacts>[],
): readonly Rule<BranchFacts>[] =>
  rules.map((rule) => ({
    ...rule,
    check: ({ evidence, ...examined }) => {
      const nameClaims = evidence.nameClaims.filter(({ state }) => states.includes(state));
      return rule.check({ ...examined, evidence: { ...evidence, nameClaims } });
    },
  }));

const claimRulesOf = (declares: NameFacts['declares']) =>
  nameClaimRules<BranchFacts>({ at: '', of: ({ name }) => ({ tradeName: name, form: '', declares }) });

/**
 * It is claimed under its whole name, so that it meets none but the same. One that is given up or revoked was most
 * likely a branch of this very enterprise, which 第十七条 does not keep from it (有投资关系的除外) [inference].
 */
const claimRules = [
  ...onClaims(['registered', 'reserved'], onWhole(claimRulesOf([]), ['names.taken'])),
  ...onClaims(
    ['given-up', 'revoked'],
    onWhole(claimRulesOf(['investment-relation']), ['names.taken-by-relation']),
  ),
];

export const branchNameRules: readonly Rule<BranchFacts>[] = [...branchRules, ...contentRules, ...claimRules];
