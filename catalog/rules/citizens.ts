import type { Article, Bilingual } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import type { WithPersons } from './persons.ts';
import { defect, each, review } from './rule.ts';

export interface CitizensOf<Facts> {
  /** What the ids of the rules begin with: `operator`, `members`. */
  readonly id: string;
  /** Who has to be a citizen. */
  readonly whom: (facts: Facts) => ReadonlySet<string>;
  /** 经营者, 成员. */
  readonly word: Bilingual;
  readonly articles: readonly Article[];
  /** What lets others in by rules of the State, beside that. */
  readonly others?: readonly Article[];
}

/**
 * Where law speaks of citizens (公民). A permit for permanent residence is a foreigner's document. A passport may be
 * that of a Chinese citizen who lives abroad, and the permits of Hong Kong, Macao and Taiwan do not tell who of their
 * holders law means, so that these are judged.
 */
export const citizenRules = <Facts extends WithPersons>({
  id,
  whom,
  word,
  articles,
  others = [],
}: CitizensOf<Facts>): readonly Rule<Facts>[] => [
  defect({
    id: `${id}.not-a-citizen`,
    articles,
    zh: `${word.zh}应当是中国公民：{person} 持外国人永久居留身份证`,
    en: `The ${word.en} has to be a Chinese citizen: {person} holds a foreigner’s permit of permanent residence`,
    check: ({ facts }) => {
      const meant = whom(facts);
      return each(facts.persons, ({ ref, kind }, index) =>
        kind === 'foreign-permanent-residence' && meant.has(ref)
          ? { path: `/persons/${index}/document/kind`, values: { person: ref } }
          : undefined,
      );
    },
  }),
  review({
    id: `${id}.citizenship`,
    articles: [...articles, ...others],
    admits: ['register', 'return', 'refuse'],
    zh: `${word.zh} {person} 未使用居民身份证：应当核实是否为中国公民，港澳台居民是否符合国家有关规定`,
    en: `The ${word.en} {person} has no citizen card: judge whether this is a Chinese citizen, and whether State rules admit a resident of Hong Kong, Macao or Taiwan`,
    check: ({ facts }) => {
      const meant = whom(facts);
      return each(facts.persons, ({ ref, kind }, index) =>
        kind !== 'citizen-id' && kind !== 'foreign-permanent-residence' && meant.has(ref)
          ? { path: `/persons/${index}/document/kind`, values: { person: ref } }
          : undefined,
      );
    },
  }),
];
