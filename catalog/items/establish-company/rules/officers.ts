import { addYears, type PlainDate } from '../../../../lib/domain/time/plain-date.ts';
import { civilCode, companyLaw, implementingRules, registrationRegulation } from '../../../laws.ts';
import { barrablePersons } from '../asked.ts';
import { countOf, holders, isBarrable, isDirector } from '../offices.ts';
import { type CompanyRule, defect, each, review, when } from '../rule.ts';

const FULL_AGE = 18;
const WORKING_AGE = 16;

const legalRepresentativeRules: readonly CompanyRule[] = [
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

const officeRules: readonly CompanyRule[] = [
  /* The article speaks of a manager and gives no number, so more than one is judged and not sent back. */
  review({
    id: 'officers.one-manager',
    articles: [companyLaw('第七十四条第一款')],
    admits: ['register', 'return'],
    zh: '申请中有经理 {count} 人：应当核实是否均为公司法所称的经理',
    en: 'The filing names {count} managers: judge whether each is the manager that law speaks of',
    check: ({ facts }) => {
      const count = countOf(facts, 'manager');
      return when(count > 1, '/offices', { count });
    },
  }),
  defect({
    id: 'officers.liaison',
    articles: [registrationRegulation('第九条第七项'), implementingRules('第七条第一款第一项')],
    zh: '应当备案登记联络员',
    en: 'A registration liaison has to be named',
    check: ({ facts }) => when(countOf(facts, 'liaison') === 0, '/offices'),
  }),
  defect({
    id: 'officers.office-named-twice',
    articles: [implementingRules('第七条第一款第一项')],
    zh: '同一人的同一职务只应列明一次：{person}',
    en: 'An office of a person is named once: {person}',
    check: ({ facts: { offices } }) => {
      const seen = new Set<string>();
      return each(offices, ({ person, office }, index) => {
        const held = `${office} ${person}`;
        if (seen.has(held)) return { path: `/offices/${index}`, values: { person } };
        seen.add(held);
        return undefined;
      });
    },
  }),
];

/**
 * Whether an age is reached on a day. It is on the birthday itself; who was born on 29 February reaches it on 28
 * February of a common year (民法典 第二百零二条).
 */
function hasReached(age: number, bornOn: PlainDate, on: PlainDate): boolean {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return years === age ? addYears(bornOn, age) <= on : years > age;
}

/* Capacity is judged by age alone; other grounds of incapacity reach us as declarations. */
const qualificationRules: readonly CompanyRule[] = [
  defect({
    id: 'officers.birth-day',
    articles: [companyLaw('第一百七十八条第一款第一项')],
    zh: '证件号码不能表明出生日期的任职人员应当填报出生日期：{person}',
    en: 'The birth day of an officer whose document does not tell it has to be given: {person}',
    check: ({ facts }) => {
      const barrable = barrablePersons(facts);
      return each(facts.persons, ({ ref, valid, bornOn }, index) =>
        valid && bornOn === undefined && barrable.has(ref)
          ? { path: `/persons/${index}`, values: { person: ref } }
          : undefined,
      );
    },
  }),
  defect({
    id: 'officers.under-sixteen',
    articles: [companyLaw('第一百七十八条第一款第一项'), civilCode('第十七条'), civilCode('第十九条')],
    zh: '无民事行为能力人或者限制民事行为能力人不得担任董事、监事、高级管理人员或者法定代表人：{person} 未满十六周岁',
    en: 'Without full civil capacity nobody is a director, supervisor, senior manager or legal representative: {person} is under 16',
    check: ({ facts, on }) => {
      const barrable = barrablePersons(facts);
      return each(facts.persons, ({ ref, bornOn }, index) =>
        bornOn !== undefined && barrable.has(ref) && !hasReached(WORKING_AGE, bornOn, on)
          ? { path: `/persons/${index}`, values: { person: ref } }
          : undefined,
      );
    },
  }),
  review({
    id: 'officers.sixteen-or-seventeen',
    articles: [companyLaw('第一百七十八条第一款第一项'), civilCode('第十八条第二款')],
    admits: ['register', 'return', 'refuse'],
    zh: '{person} 已满十六周岁未满十八周岁：以自己的劳动收入为主要生活来源的，视为完全民事行为能力人',
    en: '{person} is 16 or 17: of full capacity only if mainly living on income from own labour',
    check: ({ facts, on }) => {
      const barrable = barrablePersons(facts);
      return each(facts.persons, ({ ref, bornOn }, index) =>
        bornOn !== undefined &&
        barrable.has(ref) &&
        hasReached(WORKING_AGE, bornOn, on) &&
        !hasReached(FULL_AGE, bornOn, on)
          ? { path: `/persons/${index}`, values: { person: ref } }
          : undefined,
      );
    },
  }),
  defect({
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
  }),
];

export const officerRules: readonly CompanyRule[] = [
  ...legalRepresentativeRules,
  ...officeRules,
  ...qualificationRules,
];
