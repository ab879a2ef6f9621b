import type { Article, Bilingual } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import type { WithPersons } from './persons.ts';
import { defect, each } from './rule.ts';

export interface ResidenceOf<Facts> {
  readonly id: string;
  /** The persons whose residence is registered. */
  readonly whom: (facts: Facts) => ReadonlySet<string>;
  /** 住所 or 居所, and of whom. */
  readonly word: Bilingual;
  readonly articles: readonly Article[];
}

/** That it was told where somebody lives; where that is, no rule sees. */
export const residenceRule = <Facts extends WithPersons>({
  id,
  whom,
  word,
  articles,
}: ResidenceOf<Facts>): Rule<Facts> =>
  defect({
    id,
    articles,
    zh: `应当填报${word.zh}：{person}`,
    en: `The ${word.en} has to be told: {person}`,
    check: ({ facts }) => {
      const meant = whom(facts);
      return each(facts.persons, ({ ref, residenceTold }, index) =>
        meant.has(ref) && residenceTold !== true
          ? { path: `/persons/${index}/residence`, values: { person: ref } }
          : undefined,
      );
    },
  });
