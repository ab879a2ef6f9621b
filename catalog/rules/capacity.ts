import type { Article, Bilingual } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import { civilCode } from '../laws.ts';
import { FULL_AGE, hasReached, WORKING_AGE } from './age.ts';
import type { WithPersons } from './persons.ts';
import { defect, each, review } from './rule.ts';

export interface CapacityOf<Facts> {
  /** What the ids of the rules begin with: `officers`, `partners`. */
  readonly id: string;
  /** The persons who need full civil capacity. */
  readonly whom: (facts: Facts) => ReadonlySet<string>;
  /** The articles that ask for it. */
  readonly articles: readonly Article[];
  /** Told where a birth day is needed and not known, of `{person}`. */
  readonly birthDay: Bilingual;
  /** Told of a `{person}` under 16. */
  readonly underSixteen: Bilingual;
}

/** Capacity is judged by age alone; other grounds of incapacity reach us as declarations. */
export const capacityRules = <Facts extends WithPersons>({
  id,
  whom,
  articles,
  birthDay,
  underSixteen,
}: CapacityOf<Facts>): readonly Rule<Facts>[] => [
  defect({
    id: `${id}.birth-day`,
    articles,
    ...birthDay,
    check: ({ facts }) => {
      const meant = whom(facts);
      return each(facts.persons, ({ ref, valid, bornOn }, index) =>
        valid && bornOn === undefined && meant.has(ref)
          ? { path: `/persons/${index}`, values: { person: ref } }
          : undefined,
      );
    },
  }),
  defect({
    id: `${id}.under-sixteen`,
    articles: [...articles, civilCode('第十七条'), civilCode('第十九条')],
    ...underSixteen,
    check: ({ facts, on }) => {
      const meant = whom(facts);
      return each(facts.persons, ({ ref, bornOn }, index) =>
        bornOn !== undefined && meant.has(ref) && !hasReached(WORKING_AGE, bornOn, on)
          ? { path: `/persons/${index}`, values: { person: ref } }
          : undefined,
      );
    },
  }),
  review({
    id: `${id}.sixteen-or-seventeen`,
    articles: [...articles, civilCode('第十八条第二款')],
    admits: ['register', 'return', 'refuse'],
    zh: '{person} 已满十六周岁未满十八周岁：以自己的劳动收入为主要生活来源的，视为完全民事行为能力人',
    en: '{person} is 16 or 17: of full capacity only if mainly living on income from own labour',
    check: ({ facts, on }) => {
      const meant = whom(facts);
      return each(facts.persons, ({ ref, bornOn }, index) =>
        bornOn !== undefined &&
        meant.has(ref) &&
        hasReached(WORKING_AGE, bornOn, on) &&
        !hasReached(FULL_AGE, bornOn, on)
          ? { path: `/persons/${index}`, values: { person: ref } }
          : undefined,
      );
    },
  }),
];
