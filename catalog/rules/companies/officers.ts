import type { Article } from '../../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { companyLaw, implementingRules, registrationRegulation } from '../../laws.ts';
import { capacityRules } from '../capacity.ts';
import { officeEntryRules } from '../office-entries.ts';
import type { WithPersons } from '../persons.ts';
import { defect, each, review, when } from '../rule.ts';
import { barrablePersons, countOf, holders, isBarrable, isDirector, type WithOffices } from './offices.ts';

const legalRepresentativeRules: readonly Rule<WithOffices>[] = [
  defect({
    id: 'officers.legal-representative-count',
    articles: [companyLaw('第十条第一款'), companyLaw('第三十二条第一款第五项')],
    zh: '公司设法定代表人一人，申请中有 {count} 人',
    en: 'A company has one legal representative; the filing names {count}',
    check: ({ facts }) => {
      const count = countOf(facts, 'legal-representative');
      return when(count !== 1, '/offices', { count });
    },
  }),
  defect({
    id: 'officers.legal-representative-office',
    articles: [companyLaw('第十条第一款')],
    zh: '法定代表人由代表公司执行公司事务的董事或者经理担任：{person} 既不是董事也不是经理',
    en: 'The legal representative is a director who acts for the company, or its manager: {person} is neither',
    check: ({ facts }) => {
      const eligible = holders(facts, (office) => isDirector(office) || office.office === 'manager');
      return each(facts.offices, ({ office, person }, index) =>
        office === 'legal-representative' && !eligible.has(person)
          ? { path: `/offices/${index}/person`, values: { person } }
          : undefined,
      );
    },
  }),
];

const officeRules = (manager: readonly Article[]): readonly Rule<WithOffices>[] => [
  /* The article speaks of a manager and gives no number, so more than one is judged and not sent back. */
  review({
    id: 'officers.one-manager',
    articles: manager,
    admits: ['register', 'return'],
    zh: '申请中有经理 {count} 人：应当核实是否均为公司法所称的经理',
    en: 'The filing names {count} managers: judge whether each is the manager that law speaks of',
    check: ({ facts }) => {
      const count = countOf(facts, 'manager');
      return when(count > 1, '/offices', { count });
    },
  }),
  ...officeEntryRules<WithOffices>('officers', [implementingRules('第七条第一款第一项')]),
];

const officerCapacity = capacityRules<WithOffices & WithPersons>({
  id: 'officers',
  whom: barrablePersons,
  articles: [companyLaw('第一百七十八条第一款第一项')],
  birthDay: {
    zh: '证件号码不能表明出生日期的任职人员应当填报出生日期：{person}',
    en: 'The birth day of an officer whose document does not tell it has to be given: {person}',
  },
  underSixteen: {
    zh: '无民事行为能力人或者限制民事行为能力人不得担任董事、监事、高级管理人员或者法定代表人：{person} 未满十六周岁',
    en: 'Without full civil capacity nobody is a director, supervisor, senior manager or legal representative: {person} is under 16',
  },
});

const qualification: Rule<WithOffices> = defect({
  id: 'officers.qualification-declared',
  articles: [
    companyLaw('第一百七十八条第一款'),
    registrationRegulation('第十二条'),
    implementingRules('第二十六条第一款'),
  ],
  zh: '任职人员应当声明不存在不得担任董事、监事、高级管理人员的情形：{person}',
  en: 'Who takes office declares that no ground bars them from it: {person}',
  check: ({ facts }) =>
    each(facts.offices, (office, index) =>
      isBarrable(office) && !office.qualificationDeclared
        ? { path: `/offices/${index}/qualificationDeclared`, values: { person: office.person } }
        : undefined,
    ),
});

/** `manager`: the article on the manager, which each type of company has of its own. */
export const officerRules = (manager: readonly Article[]): readonly Rule<WithOffices & WithPersons>[] => [
  ...legalRepresentativeRules,
  ...officeRules(manager),
  ...officerCapacity,
  qualification,
];
