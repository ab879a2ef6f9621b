import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { implementingRules, individualBusinessRegulation, registrationRegulation } from '../../laws.ts';
import { addressRules } from '../../rules/address.ts';
import { defect, each, review, when } from '../../rules/rule.ts';
import type { IndividualBusinessFacts } from './facts.ts';
import { familyOf } from './persons.ts';

const familyArticles = [
  individualBusinessRegulation('第六条'),
  registrationRegulation('第九条第六项'),
  implementingRules('第七条第一款第七项'),
];

/** 组成形式 (实施细则 第九条第一款第六项), and the family members who take part. */
export const compositionRules: readonly Rule<IndividualBusinessFacts>[] = [
  defect({
    id: 'family.members-missing',
    articles: familyArticles,
    zh: '家庭经营的，应当备案参加经营的家庭成员姓名',
    en: 'Of a family’s business the members of the family who take part are named',
    check: ({ facts }) =>
      when(facts.composition === 'family' && familyOf(facts).length === 0, '/familyMembers'),
  }),
  defect({
    id: 'family.of-one-person',
    articles: familyArticles,
    zh: '个人经营的，不应填报参加经营的家庭成员',
    en: 'Of a business of one person no family members are named',
    check: ({ facts }) =>
      when(facts.composition === 'personal' && familyOf(facts).length > 0, '/familyMembers'),
  }),
  defect({
    id: 'family.named-twice',
    articles: familyArticles,
    zh: '同一家庭成员只应列明一次：{person}',
    en: 'A member of the family is named once: {person}',
    check: ({ facts: { familyMembers } }) =>
      each(familyMembers, (person, index) =>
        familyMembers.indexOf(person) < index
          ? { path: `/familyMembers/${index}`, values: { person } }
          : undefined,
      ),
  }),
];

const networkArticles = [registrationRegulation('第十一条第二款')];

export const placeRules: readonly Rule<IndividualBusinessFacts>[] = [
  ...addressRules<IndividualBusinessFacts>(
    {
      at: '/placeOfBusiness',
      of: ({ placeOfBusiness }) => (placeOfBusiness.premises === 'network' ? undefined : placeOfBusiness),
    },
    { zh: '经营场所', en: 'place of business', articles: [registrationRegulation('第八条第二款第四项')] },
  ),
  defect({
    id: 'place.platform',
    articles: networkArticles,
    zh: '网络经营场所应当填报提供该场所的电子商务平台；其他经营场所不应填报平台',
    en: 'Of a place on a network, and of no other, the e-commerce platform that provides it is told',
    check: ({ facts: { placeOfBusiness } }) =>
      when(
        (placeOfBusiness.premises === 'network') !== (placeOfBusiness.platform !== undefined),
        '/placeOfBusiness/platform',
      ),
  }),
  /* 国家有关规定 leaves open where such a business registers and what it may do, and we know these rules from memory. */
  review({
    id: 'place.network',
    articles: networkArticles,
    admits: ['register', 'return', 'refuse'],
    zh: '以网络经营场所作为经营场所：应当核实经营者是否为该平台内经营者，以及是否符合国家有关规定',
    en: 'The place of business is one on a network: judge whether the operator trades on that platform, and whether State rules admit it',
    check: ({ facts }) => when(facts.placeOfBusiness.premises === 'network', '/placeOfBusiness/premises'),
  }),
];
