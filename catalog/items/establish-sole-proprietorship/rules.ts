import type { Rule } from '../../../lib/domain/standard/standard.ts';
import type { DocumentKind } from '../../../lib/domain/subject/identity-document.ts';
import { implementingRules, registrationRegulation, soleProprietorshipLaw } from '../../laws.ts';
import { capacityRules } from '../../rules/capacity.ts';
import { doubtfulContributions } from '../../rules/contributions.ts';
import type { Lens } from '../../rules/lens.ts';
import { judgedMarkRule, nameFormRules } from '../../rules/name-form.ts';
import { nameRules } from '../../rules/names.ts';
import { residenceRule } from '../../rules/residence.ts';
import { defect, each, review, when } from '../../rules/rule.ts';
import { identityOf } from '../filed-investor.ts';
import type { NameFacts } from '../filed-name.ts';
import type { SoleProprietorshipFacts } from './facts.ts';
import { investorsIn } from './persons.ts';

const name: Lens<SoleProprietorshipFacts, NameFacts> = { at: '/name', of: (facts) => facts.name };

/** Words of a liability that is limited, shared or another’s: the investor alone answers with all they have. */
const OF_OTHERS = ['有限', '公司', '股份', '集团', '合伙', '个体', '合作社'];

export const soleProprietorshipNameRules: readonly Rule<SoleProprietorshipFacts>[] = [
  ...nameRules<SoleProprietorshipFacts>({
    name,
    scope: ({ businessScope }) => businessScope.map(({ text }) => text),
  }),
  /* The law asks that the name fit; the mark itself stands in a rule of the department that we know from memory. */
  judgedMarkRule<SoleProprietorshipFacts>(
    {
      id: 'names.sole-proprietorship-mark',
      name,
      mark: '个人独资',
      articles: [soleProprietorshipLaw('第十一条')],
    },
    ['register', 'return'],
  ),
  ...nameFormRules<SoleProprietorshipFacts>({
    name,
    ofOthers: OF_OTHERS,
    marksOfOthers: ['特殊普通合伙', '普通合伙', '有限合伙'],
    elsewhere: ['公司'],
    articles: [soleProprietorshipLaw('第十一条')],
  }),
];

export const contributionRules: readonly Rule<SoleProprietorshipFacts>[] = [
  defect({
    id: 'capital.positive',
    articles: [soleProprietorshipLaw('第八条第三项'), implementingRules('第六条第三项')],
    zh: '投资人申报的出资额应当大于零',
    en: 'The contribution the investor declares must be more than nothing',
    check: ({ facts }) => when(facts.contributionFen === 0, '/contributionFen'),
  }),
  /* 第二条 speaks of the investor’s property; labour is none [inference]. */
  ...doubtfulContributions<SoleProprietorshipFacts>(
    { at: '/investors', of: ({ investors }) => investors },
    [soleProprietorshipLaw('第二条'), soleProprietorshipLaw('第十条第三项')],
    ['labour'],
  ),
];

/*
 * 外商独资企业 are outside this law. Who has a passport or a permit of permanent residence is a foreigner, or a citizen
 * settled abroad, whose investment follows the rules for foreign ones by reference [inference]; so do, with exceptions
 * of the State, those of Hong Kong, Macao and Taiwan.
 */
const FOREIGN: readonly DocumentKind[] = ['passport', 'foreign-permanent-residence'];
const JUDGED: readonly DocumentKind[] = ['hk-macao-permit', 'taiwan-permit'];

const investorsWith = (facts: SoleProprietorshipFacts, kinds: readonly DocumentKind[]) => {
  const investors = investorsIn(facts);
  return each(facts.persons, ({ ref, kind }, index) =>
    investors.has(ref) && kinds.includes(kind)
      ? { path: `/persons/${index}/document/kind`, values: { person: ref } }
      : undefined,
  );
};

const outsideTheLaw = [
  soleProprietorshipLaw('第四十七条'),
  implementingRules('第四条第三款'),
  implementingRules('第十八条第四款'),
];

export const investorRules: readonly Rule<SoleProprietorshipFacts>[] = [
  defect({
    id: 'investor.one-natural-person',
    articles: [soleProprietorshipLaw('第二条'), soleProprietorshipLaw('第八条第一项')],
    zh: '个人独资企业的投资人为一个自然人，申请中有投资人 {count} 个，其中自然人 {persons} 个',
    en: 'A sole proprietorship has one investor, a natural person; the filing names {count}, natural persons among them {persons}',
    check: ({ facts }) => {
      const count = new Set(facts.investors.map(identityOf)).size;
      const persons = investorsIn(facts).size;
      return when(facts.investors.length !== 1 || persons !== 1, '/investors', { count, persons });
    },
  }),
  defect({
    id: 'investor.foreign',
    articles: outsideTheLaw,
    zh: '外商独资企业不适用个人独资企业法：投资人 {person} 不持居民身份证，应当依照外商投资的规定申请',
    en: 'The law is not for enterprises of foreign investors: {person} has no citizen card and applies by the rules on foreign investment',
    check: ({ facts }) => investorsWith(facts, FOREIGN),
  }),
  review({
    id: 'investor.from-other-regions',
    articles: [...outsideTheLaw, implementingRules('第二十四条')],
    admits: ['register', 'return', 'refuse'],
    zh: '投资人 {person} 使用港澳台居民证件：应当核实国家有关规定是否允许其设立个人独资企业，以及本登记机关是否具有登记管辖权',
    en: 'The investor {person} holds a document of Hong Kong, Macao or Taiwan: judge whether State rules let them establish this, and whether this authority may register it',
    check: ({ facts }) => investorsWith(facts, JUDGED),
  }),
  defect({
    id: 'investor.not-barred-declared',
    articles: [soleProprietorshipLaw('第十六条')],
    zh: '投资人应当声明不属于法律、行政法规禁止从事营利性活动的人',
    en: 'The investor declares that no law forbids them business for profit',
    check: ({ facts }) => when(!facts.notBarredDeclared, '/notBarredDeclared'),
  }),
  /*
   * The law itself names no age. That others who manage have capacity too (第十九条第一款, “其他”) takes the investor to
   * have it; and whoever answers without limit for a business needs it in full, as that is nothing a minor gains by
   * alone (民法典 第十九条) [inference].
   */
  ...capacityRules<SoleProprietorshipFacts>({
    id: 'investor',
    whom: investorsIn,
    articles: [
      soleProprietorshipLaw('第二条'),
      soleProprietorshipLaw('第八条第一项'),
      soleProprietorshipLaw('第十九条第一款'),
    ],
    birthDay: {
      zh: '证件号码不能表明出生日期的投资人应当填报出生日期：{person}',
      en: 'The birth day of an investor whose document does not tell it has to be given: {person}',
    },
    underSixteen: {
      zh: '投资人以其个人财产对企业债务承担无限责任，应当具有完全民事行为能力：{person} 未满十六周岁',
      en: 'The investor is liable without limit and has full civil capacity: {person} is under 16',
    },
  }),
  residenceRule<SoleProprietorshipFacts>({
    id: 'investor.residence',
    whom: investorsIn,
    word: { zh: '投资人居所', en: 'investor’s residence' },
    articles: [
      soleProprietorshipLaw('第十条第二项'),
      registrationRegulation('第八条第二款第二项'),
      implementingRules('第六条第三项'),
    ],
  }),
  defect({
    id: 'staff.none',
    articles: [soleProprietorshipLaw('第八条第五项')],
    zh: '设立个人独资企业应当有必要的从业人员',
    en: 'A sole proprietorship has the people it needs to work in it',
    check: ({ facts }) => when(facts.employees === 0, '/employees'),
  }),
];
