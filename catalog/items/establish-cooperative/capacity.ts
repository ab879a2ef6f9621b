import type { Rule } from '../../../lib/domain/standard/standard.ts';
import { civilCode, cooperativeLaw } from '../../laws.ts';
import { FULL_AGE, hasReached } from '../../rules/age.ts';
import { capacityRules } from '../../rules/capacity.ts';
import { defect, each, review } from '../../rules/rule.ts';
import type { CooperativeFacts } from './facts.ts';
import { chairOf, memberPersons } from './persons.ts';

/** 民法典 第二十条: below it nobody has any civil capacity. */
const FIRST_CAPACITY = 8;

const articles = [cooperativeLaw('第十九条第一款')];

/**
 * 第十九条 asks a member for civil capacity (具有民事行为能力) and does not say full capacity: without any nobody is a
 * member, and whether limited capacity is enough is judged [inference].
 */
export const memberCapacity: readonly Rule<CooperativeFacts>[] = [
  defect({
    id: 'members.birth-day',
    articles,
    zh: '证件号码不能表明出生日期的成员应当填报出生日期：{person}',
    en: 'The birth day of a member whose document does not tell it has to be given: {person}',
    check: ({ facts }) => {
      const meant = memberPersons(facts);
      return each(facts.persons, ({ ref, valid, bornOn }, index) =>
        valid && bornOn === undefined && meant.has(ref)
          ? { path: `/persons/${index}`, values: { person: ref } }
          : undefined,
      );
    },
  }),
  defect({
    id: 'members.under-eight',
    articles: [...articles, civilCode('第二十条')],
    zh: '成员应当具有民事行为能力：{person} 未满八周岁',
    en: 'A member has civil capacity: {person} is under 8',
    check: ({ facts, on }) => {
      const meant = memberPersons(facts);
      return each(facts.persons, ({ ref, bornOn }, index) =>
        bornOn !== undefined && meant.has(ref) && !hasReached(FIRST_CAPACITY, bornOn, on)
          ? { path: `/persons/${index}`, values: { person: ref } }
          : undefined,
      );
    },
  }),
  review({
    id: 'members.under-eighteen',
    articles: [...articles, civilCode('第十八条'), civilCode('第十九条')],
    admits: ['register', 'return', 'refuse'],
    zh: '成员 {person} 未满十八周岁：应当核实其民事行为能力以及法定代理人是否同意',
    en: 'The member {person} is under 18: judge the civil capacity, and whether the legal guardian consents',
    check: ({ facts, on }) => {
      const meant = memberPersons(facts);
      return each(facts.persons, ({ ref, bornOn }, index) =>
        bornOn !== undefined &&
        meant.has(ref) &&
        hasReached(FIRST_CAPACITY, bornOn, on) &&
        !hasReached(FULL_AGE, bornOn, on)
          ? { path: `/persons/${index}`, values: { person: ref } }
          : undefined,
      );
    },
  }),
];

/** Who represents a legal person acts for it, and needs the capacity to (民法典 第一百四十三条) [inference]. */
export const cooperativeCapacity: readonly Rule<CooperativeFacts>[] = [
  ...memberCapacity,
  ...capacityRules<CooperativeFacts>({
    id: 'chair',
    whom: chairOf,
    articles: [cooperativeLaw('第三十三条第一款'), civilCode('第一百四十三条第一项')],
    birthDay: {
      zh: '证件号码不能表明出生日期的理事长应当填报出生日期：{person}',
      en: 'The birth day of a chair whose document does not tell it has to be given: {person}',
    },
    underSixteen: {
      zh: '理事长为法定代表人，应当具有相应的民事行为能力：{person} 未满十六周岁',
      en: 'The chair represents the co-operative and needs the capacity to: {person} is under 16',
    },
  }),
];
