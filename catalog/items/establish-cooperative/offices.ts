import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { cooperativeLaw, implementingRules } from '../../laws.ts';
import { officeEntryRules } from '../../rules/office-entries.ts';
import { defect, each, NONE, review, when } from '../../rules/rule.ts';
import type { CooperativeFacts, CooperativeOffice } from './facts.ts';
import { holdersOf, memberPersons } from './persons.ts';

/** Elected by the members from among them (第三十三条第三款). */
const ELECTED: readonly string[] = ['chair', 'director', 'executive-supervisor', 'supervisor'];
const countOf = ({ offices }: CooperativeFacts, kind: CooperativeOffice['office']): number =>
  offices.filter(({ office }) => office === kind).length;

/** The codes of those members that are organisations. */
const memberCodes = ({ members }: CooperativeFacts): ReadonlySet<string> =>
  new Set(members.flatMap((member) => (member.kind === 'organisation' ? [member.code] : [])));

/** One violation for each office that is held by nobody of the members, where the test is true of it. */
function outsiders(
  facts: CooperativeFacts,
  test: (office: CooperativeOffice, isDelegate: boolean) => boolean,
) {
  const persons = memberPersons(facts);
  const codes = memberCodes(facts);
  return each(facts.offices, (office, index) => {
    const { person, delegatedBy } = office;
    if (!ELECTED.includes(office.office) || persons.has(person)) return undefined;
    const isDelegate = delegatedBy !== undefined && codes.has(delegatedBy);
    return test(office, isDelegate) ? { path: `/offices/${index}/person`, values: { person } } : undefined;
  });
}

const organRules: readonly Rule<CooperativeFacts>[] = [
  defect({
    id: 'offices.one-chair',
    articles: [cooperativeLaw('第三十三条第一款'), implementingRules('第六条第五项')],
    zh: '设理事长一名，理事长为法定代表人；申请中有 {count} 名',
    en: 'There is one chair, who is the legal representative; the filing names {count}',
    check: ({ facts }) => {
      const count = countOf(facts, 'chair');
      return when(count !== 1, '/offices', { count });
    },
  }),
  defect({
    id: 'offices.supervision',
    articles: [cooperativeLaw('第三十三条第二款')],
    zh: '可以设执行监事或者监事会，不应同时设置',
    en: 'There may be an executive supervisor or a board of supervisors, and not both',
    check: ({ facts }) =>
      when(countOf(facts, 'executive-supervisor') > 0 && countOf(facts, 'supervisor') > 0, '/offices'),
  }),
  defect({
    id: 'offices.supervisor-holds-other-office',
    articles: [cooperativeLaw('第三十三条第二款')],
    zh: '理事长、理事、经理和财务会计人员不得兼任监事：{person}',
    en: 'Chair, directors, managers and accountants may not be supervisors: {person}',
    check: ({ facts }) => {
      const others = holdersOf(facts, 'chair', 'director', 'manager', 'accountant');
      return each(facts.offices, ({ office, person }, index) =>
        (office === 'supervisor' || office === 'executive-supervisor') && others.has(person)
          ? { path: `/offices/${index}`, values: { person } }
          : undefined,
      );
    },
  }),
];

const electionRules: readonly Rule<CooperativeFacts>[] = [
  defect({
    id: 'offices.not-a-member',
    articles: [cooperativeLaw('第三十三条第三款'), cooperativeLaw('第六十三条')],
    zh: '理事长、理事、执行监事或者监事会成员由成员大会从本社成员中选举产生：{person} 不是成员',
    en: 'Chair, directors and supervisors are elected from among the members: {person} is none',
    check: ({ facts }) =>
      outsiders(
        facts,
        ({ office }, isDelegate) =>
          !isDelegate && !(facts.kind === 'union' && (office === 'chair' || office === 'director')),
      ),
  }),
  /* The law of a co-operative does not say who acts in an office for a member that is an organisation. */
  review({
    id: 'offices.delegate',
    articles: [cooperativeLaw('第三十三条第三款')],
    admits: ['register', 'return', 'refuse'],
    zh: '{person} 由单位成员选派任职：应当核实是否符合本法和章程',
    en: '{person} holds office for an organisation that is a member: judge whether law and articles allow it',
    check: ({ facts }) =>
      facts.kind === 'union' ? NONE : outsiders(facts, (_office, isDelegate) => isDelegate),
  }),
  defect({
    id: 'offices.union-delegates',
    articles: [cooperativeLaw('第五十九条第二款')],
    zh: '联合社的理事长、理事应当由成员社选派的人员担任：{person}',
    en: 'Chair and directors of a union are sent by its member co-operatives: {person}',
    check: ({ facts }) =>
      facts.kind === 'union'
        ? outsiders(
            facts,
            ({ office }, isDelegate) => !isDelegate && (office === 'chair' || office === 'director'),
          )
        : NONE,
  }),
];

export const officeRules: readonly Rule<CooperativeFacts>[] = [
  ...organRules,
  ...electionRules,
  defect({
    id: 'offices.qualification-declared',
    articles: [cooperativeLaw('第三十七条'), cooperativeLaw('第三十八条')],
    zh: '应当声明未在业务性质相同的其他合作社兼任职务，且不是执行有关公务的人员：{person}',
    en: 'It has to be declared that nobody holds such office in another co-operative of the same business, or has public duties in it: {person}',
    check: ({ facts }) =>
      each(facts.offices, ({ office, person, qualificationDeclared }, index) =>
        office !== 'liaison' && !qualificationDeclared
          ? { path: `/offices/${index}/qualificationDeclared`, values: { person } }
          : undefined,
      ),
  }),
  ...officeEntryRules<CooperativeFacts>('offices', [implementingRules('第七条第一款第五项')]),
];
