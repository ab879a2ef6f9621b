import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { civilCode, implementingRules, partnershipLaw, registrationRegulation } from '../../laws.ts';
import { FULL_AGE, hasReached } from '../../rules/age.ts';
import { capacityRules } from '../../rules/capacity.ts';
import classes from '../../rules/data/organisation-classes.json' with { type: 'json' };
import { investorRules } from '../../rules/investors.ts';
import { residenceRule } from '../../rules/residence.ts';
import { defect, each, NONE, review, when } from '../../rules/rule.ts';
import { identityOf, personsAmong } from '../filed-investor.ts';
import type { PartnershipFacts } from './facts.ts';
import { personsLiable } from './persons.ts';

const FEWEST = 2;
const MOST_OF_LIMITED = 50;
const BY_CLASS: readonly string[] = [...classes.publicInstitution, ...classes.society];

const countOf = ({ partners }: PartnershipFacts): number => new Set(partners.map(identityOf)).size;

const registered = [registrationRegulation('第八条第二款第三项'), implementingRules('第六条第四项')];

const countRules: readonly Rule<PartnershipFacts>[] = [
  defect({
    id: 'partners.count',
    articles: [partnershipLaw('第十四条第一项')],
    zh: '普通合伙企业应当有二个以上合伙人，申请中有 {count} 个',
    en: 'A general partnership has two or more partners; the filing names {count}',
    check: ({ facts }) => {
      const count = countOf(facts);
      return when(facts.form !== 'limited' && count < FEWEST, '/partners', { count });
    },
  }),
  /* Another law may allow more (“法律另有规定的除外”); none that does is known to us [inference]. */
  defect({
    id: 'partners.count-of-limited',
    articles: [partnershipLaw('第六十一条第一款')],
    zh: '有限合伙企业由二个以上五十个以下合伙人设立，申请中有 {count} 个',
    en: 'A limited partnership has two to fifty partners; the filing names {count}',
    check: ({ facts }) => {
      const count = countOf(facts);
      return when(facts.form === 'limited' && (count < FEWEST || count > MOST_OF_LIMITED), '/partners', {
        count,
      });
    },
  }),
];

const liabilityRules: readonly Rule<PartnershipFacts>[] = [
  defect({
    id: 'partners.general-partner-missing',
    articles: [partnershipLaw('第六十一条第二款'), partnershipLaw('第二条第三款')],
    zh: '有限合伙企业至少应当有一个普通合伙人',
    en: 'A limited partnership has at least one general partner',
    check: ({ facts: { form, partners } }) =>
      when(form === 'limited' && partners.every(({ liability }) => liability === 'limited'), '/partners'),
  }),
  defect({
    id: 'partners.limited-partner-missing',
    articles: [partnershipLaw('第二条第三款'), partnershipLaw('第七十五条')],
    zh: '有限合伙企业由普通合伙人和有限合伙人组成：仅有普通合伙人的，应当登记为普通合伙企业',
    en: 'A limited partnership has limited partners too: with general partners alone it is a general partnership',
    check: ({ facts: { form, partners } }) =>
      when(form === 'limited' && !partners.some(({ liability }) => liability === 'limited'), '/partners'),
  }),
  /* In a special general partnership the limit is one by 第五十七条, of partners who are general partners all. */
  defect({
    id: 'partners.liability',
    articles: [partnershipLaw('第二条第二款'), partnershipLaw('第五十五条第二款'), ...registered],
    zh: '普通合伙企业（含特殊的普通合伙企业）由普通合伙人组成，不得登记有限合伙人',
    en: 'A general partnership, a special one too, consists of general partners: none is a limited partner',
    check: ({ facts: { form, partners } }) =>
      each(partners, ({ liability }, index) =>
        form !== 'limited' && liability === 'limited' ? { path: `/partners/${index}/liability` } : undefined,
      ),
  }),
];

const organisationRules: readonly Rule<PartnershipFacts>[] = [
  defect({
    id: 'partners.barred-as-general',
    articles: [partnershipLaw('第三条')],
    zh: '国有独资公司、国有企业、上市公司以及公益性的事业单位、社会团体不得成为普通合伙人：{code}',
    en: 'No wholly state-owned company, state-owned enterprise, listed company, public-benefit institution or society is a general partner: {code}',
    check: ({ facts: { partners } }) =>
      each(partners, (partner, index) =>
        partner.kind === 'organisation' && partner.liability === 'unlimited' && partner.nature !== 'other'
          ? { path: `/partners/${index}/nature`, values: { code: partner.code } }
          : undefined,
      ),
  }),
  /* Their code tells institutions and societies, not which of them are for the public benefit. */
  review({
    id: 'partners.nature-by-code',
    articles: [partnershipLaw('第三条')],
    admits: ['register', 'return', 'refuse'],
    zh: '普通合伙人 {code} 按统一社会信用代码属于事业单位或者社会团体：应当核实是否为公益性',
    en: 'By its code the general partner {code} is a public institution or a society: judge whether it is for the public benefit',
    check: ({ facts: { partners } }) =>
      each(partners, (partner, index) =>
        partner.kind === 'organisation' &&
        partner.liability === 'unlimited' &&
        partner.nature === 'other' &&
        BY_CLASS.includes(partner.code.slice(0, 2))
          ? { path: `/partners/${index}/nature`, values: { code: partner.code } }
          : undefined,
      ),
  }),
];

/*
 * 第十四条第一项 asks full capacity of every partner, and 第六十条 sends to it what the third chapter leaves open; but
 * 第四十八条第二款, 第五十条第三款 and 第七十九条 know limited partners without it. Whether one may be there from the
 * beginning is open, so it is judged [inference].
 */
const limitedPartnerCapacity: Rule<PartnershipFacts> = review({
  id: 'partners.limited-partner-capacity',
  articles: [
    partnershipLaw('第十四条第一项'),
    partnershipLaw('第六十条'),
    partnershipLaw('第七十九条'),
    civilCode('第十九条'),
  ],
  admits: ['register', 'return', 'refuse'],
  zh: '有限合伙人 {person} 未满十八周岁：应当核实其民事行为能力，出资由其法定代理人代理的，核实代理文件',
  en: 'The limited partner {person} is under 18: judge the capacity, and who acts for the partner by law',
  check: ({ facts, on }) => {
    const limited = personsLiable(facts, 'limited');
    return each(facts.persons, ({ ref, bornOn }, index) =>
      limited.has(ref) && bornOn !== undefined && !hasReached(FULL_AGE, bornOn, on)
        ? { path: `/persons/${index}`, values: { person: ref } }
        : undefined,
    );
  },
});

const organisationResidence: Rule<PartnershipFacts> = defect({
  id: 'partners.organisation-residence',
  articles: registered,
  zh: '应当填报合伙人住所：{code}',
  en: 'The partner’s domicile has to be told: {code}',
  check: ({ facts: { partners } }) =>
    each(partners, (partner, index) =>
      partner.kind === 'organisation' && !partner.residenceTold
        ? { path: `/partners/${index}/residence`, values: { code: partner.code } }
        : undefined,
    ),
});

const professionRules: readonly Rule<PartnershipFacts>[] = [
  defect({
    id: 'profession.missing',
    articles: [partnershipLaw('第五十五条第一款')],
    zh: '设立特殊的普通合伙企业，应当填报所提供的专业服务',
    en: 'Of a special general partnership the professional service has to be told',
    check: ({ facts: { form, professionalService } }) =>
      when(form === 'special-general' && professionalService === undefined, '/professionalService'),
  }),
  /* Nothing that is filed proves it. */
  review({
    id: 'profession.service',
    articles: [partnershipLaw('第五十五条第一款'), implementingRules('第二十八条第一项')],
    admits: ['register', 'return', 'refuse'],
    zh: '应当核实“{service}”是否为以专业知识和专门技能提供有偿服务的专业服务机构，以及法律、行政法规是否要求提交合伙人的职业资格文件',
    en: 'Judge whether “{service}” is paid service by professional knowledge and skill, and whether law asks for the partners’ qualifications',
    check: ({ facts: { form, professionalService } }) =>
      professionalService === undefined
        ? NONE
        : when(form === 'special-general', '/professionalService', { service: professionalService.service }),
  }),
];

export const partnerRules: readonly Rule<PartnershipFacts>[] = [
  ...countRules,
  ...investorRules<PartnershipFacts>({
    investors: { at: '/partners', of: ({ partners }) => partners },
    id: 'partners',
    word: { zh: '合伙人', en: 'partner' },
    enterpriseEn: 'partnership',
    articles: registered,
  }),
  ...liabilityRules,
  ...organisationRules,
  ...capacityRules<PartnershipFacts>({
    id: 'partners',
    whom: (facts) => personsLiable(facts, 'unlimited'),
    articles: [partnershipLaw('第十四条第一项')],
    birthDay: {
      zh: '证件号码不能表明出生日期的普通合伙人应当填报出生日期：{person}',
      en: 'The birth day of a general partner whose document does not tell it has to be given: {person}',
    },
    underSixteen: {
      zh: '合伙人为自然人的，应当具有完全民事行为能力：{person} 未满十六周岁',
      en: 'A natural person who is a partner has full civil capacity: {person} is under 16',
    },
  }),
  limitedPartnerCapacity,
  residenceRule<PartnershipFacts>({
    id: 'partners.residence',
    whom: ({ partners }) => new Set(personsAmong(partners)),
    word: { zh: '合伙人住所', en: 'partner’s residence' },
    articles: registered,
  }),
  organisationResidence,
  ...professionRules,
];
