import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { implementingRules, partnershipLaw, registrationRegulation } from '../../laws.ts';
import { defect, each, when } from '../../rules/rule.ts';
import type { PartnershipFacts } from './facts.ts';

/** 执行事务合伙人 and 委派代表. */
export const managementRules: readonly Rule<PartnershipFacts>[] = [
  defect({
    id: 'managers.none',
    articles: [
      partnershipLaw('第二十六条'),
      registrationRegulation('第八条第一款第六项'),
      implementingRules('第六条第四项'),
    ],
    zh: '应当登记执行事务合伙人',
    en: 'A managing partner has to be registered',
    check: ({ facts: { partners } }) => when(!partners.some(({ manages }) => manages), '/partners'),
  }),
  defect({
    id: 'managers.limited-partner',
    articles: [partnershipLaw('第六十七条'), partnershipLaw('第六十八条第一款')],
    zh: '有限合伙人不执行合伙事务，不得登记为执行事务合伙人',
    en: 'A limited partner does not manage and is no managing partner',
    check: ({ facts: { partners } }) =>
      each(partners, ({ liability, manages }, index) =>
        liability === 'limited' && manages ? { path: `/partners/${index}/manages` } : undefined,
      ),
  }),
  defect({
    id: 'managers.everyone',
    articles: [implementingRules('第十一条第二款'), partnershipLaw('第二十六条第一款')],
    zh: '未委托执行事务合伙人的，除有限合伙人外，其他合伙人均应当登记为执行事务合伙人',
    en: 'Where nobody is entrusted, every partner but the limited ones is registered as managing partner',
    check: ({ facts: { partners, managementEntrusted } }) =>
      each(partners, ({ liability, manages }, index) =>
        !managementEntrusted && liability === 'unlimited' && !manages
          ? { path: `/partners/${index}/manages` }
          : undefined,
      ),
  }),
  defect({
    id: 'managers.representative-missing',
    articles: [partnershipLaw('第二十六条第三款'), implementingRules('第六条第四项')],
    zh: '执行事务合伙人是法人或者其他组织的，应当登记其委派的代表：{code}',
    en: 'Who acts for an organisation that manages has to be registered: {code}',
    check: ({ facts: { partners } }) =>
      each(partners, (partner, index) =>
        partner.kind === 'organisation' && partner.manages && partner.representative === undefined
          ? { path: `/partners/${index}/representative`, values: { code: partner.code } }
          : undefined,
      ),
  }),
  defect({
    id: 'managers.representative-of-none',
    articles: [implementingRules('第六条第四项')],
    zh: '不执行合伙事务的合伙人不登记委派代表：{code}',
    en: 'Nobody is registered as acting for an organisation that does not manage: {code}',
    check: ({ facts: { partners } }) =>
      each(partners, (partner, index) =>
        partner.kind === 'organisation' && !partner.manages && partner.representative !== undefined
          ? { path: `/partners/${index}/representative`, values: { code: partner.code } }
          : undefined,
      ),
  }),
];
