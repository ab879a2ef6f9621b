import type { Rule } from '../../lib/domain/standard/standard.ts';
import { type BranchName, fullBranchName } from '../items/filed-branch-name.ts';
import { nameProvisions } from '../laws.ts';
import { nameWords, wordsIn } from '../vocabulary.ts';
import { HAN_CHARACTER } from './characters.ts';
import { onEnterprise } from './enterprise.ts';
import { type Lens, through } from './lens.ts';
import { keepsOthersOut } from './name-claims.ts';
import { defect, each, NONE, review, when } from './rule.ts';

const HAN = new RegExp(`^${HAN_CHARACTER}*$`, 'u');
const ENDINGS = ['分公司', '分厂', '分店'];

/** What the branch's name has of its own; the rest is the enterprise's. */
const own = ({ place = '', industry = '', ending }: BranchName): string => place + industry + ending;

const rules: readonly Rule<BranchName>[] = [
  defect({
    id: 'branch-name.parent',
    articles: [nameProvisions('第十三条')],
    zh: '分支机构名称应当冠以其所从属企业的名称：应当填报该企业的统一社会信用代码，境外企业应当填报国籍和责任形式',
    en: 'The name of a branch is headed by that of its enterprise: tell its code or, of an enterprise abroad, nationality and liability',
    check: ({ facts: { parent, overseas } }) =>
      when(parent === undefined && overseas === undefined, '/parentName'),
  }),
  defect({
    id: 'branch-name.parent-name',
    articles: [nameProvisions('第十三条')],
    zh: '分支机构名称应当冠以其所从属企业的名称“{name}”',
    en: 'The name of a branch is headed by that of its enterprise, “{name}”',
    check: onEnterprise(({ code, name = code }, { facts: { parent, parentName } }) =>
      when(parent === code && parentName !== name, '/parentName', { name }),
    ),
  }),
  review({
    id: 'branch-name.parent-elsewhere',
    articles: [nameProvisions('第十三条')],
    admits: ['register', 'return'],
    zh: '登记簿中没有代码为 {parent} 的企业：应当核对其名称“{parentName}”',
    en: 'The register holds no enterprise {parent}: compare its name “{parentName}”',
    check: ({ facts: { parent, parentName }, evidence: { enterprise } }) =>
      parent === undefined ? NONE : when(enterprise?.code !== parent, '/parent', { parent, parentName }),
  }),
  defect({
    id: 'branch-name.overseas',
    articles: [nameProvisions('第十三条')],
    zh: '境外企业分支机构还应当在名称中标明该企业的国籍及责任形式：{missing}',
    en: 'The name of a branch of an enterprise abroad also shows its nationality and form of liability: {missing}',
    check: ({ facts: name }) => {
      if (name.overseas === undefined) return NONE;
      const whole = fullBranchName(name);
      const missing = [name.overseas.nationality, name.overseas.liability].filter(
        (one) => !whole.includes(one),
      );
      return when(missing.length > 0, '/overseas', { missing });
    },
  }),
  /* The article names three words and leaves room for others (等字词), which are judged. */
  review({
    id: 'branch-name.ending',
    articles: [nameProvisions('第十三条')],
    admits: ['register', 'return', 'refuse'],
    zh: '分支机构名称应当缀以“分公司”“分厂”“分店”等字词：应当核实“{ending}”是否表明其为分支机构',
    en: 'The name of a branch ends with 分公司, 分厂, 分店 or the like: judge whether “{ending}” tells a branch',
    check: ({ facts: { ending } }) => when(!ENDINGS.includes(ending), '/ending', { ending }),
  }),
  defect({
    id: 'branch-name.characters',
    articles: [nameProvisions('第五条')],
    zh: '分支机构名称应当使用规范汉字：{words}',
    en: 'The name of a branch is written in Chinese characters: {words}',
    check: ({ facts }) => when(!HAN.test(own(facts)), '/ending', { words: own(facts) }),
  }),
  defect({
    id: 'branch-name.forbidden-words',
    articles: [nameProvisions('第十一条')],
    zh: '企业名称不得含有：{words}',
    en: 'A name may not hold: {words}',
    check: ({ facts }) => {
      const words = wordsIn(own(facts), nameWords().forbidden);
      return when(words.length > 0, '', { words });
    },
  }),
  defect({
    id: 'branch-name.taken',
    articles: [nameProvisions('第四条'), nameProvisions('第十七条')],
    zh: '同一企业的其他分支机构已经使用该名称（自 {since} 起）',
    en: 'Another branch of the enterprise has this name (since {since})',
    check: ({ facts, evidence, on }) => {
      const name = fullBranchName(facts);
      return each(evidence.nameClaims, (claim) =>
        claim.name === name && keepsOthersOut(claim, on)
          ? { path: '/ending', values: { since: claim.since } }
          : undefined,
      );
    },
  }),
];

export const branchNameRules = <Facts>(name: Lens<Facts, BranchName>): readonly Rule<Facts>[] =>
  through(name, rules);
