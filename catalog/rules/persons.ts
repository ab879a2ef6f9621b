import type { Rule } from '../../lib/domain/standard/standard.ts';
import type { PersonFacts } from '../../lib/domain/subject/person.ts';
import { implementingRules, registrationRegulation } from '../laws.ts';
import { defect, each } from './rule.ts';

/** The facts of every item that names persons; they stand at `/persons`. */
export interface WithPersons {
  readonly persons: readonly PersonFacts[];
}

/** A place where a filing refers to a person. */
export interface Reference {
  readonly path: string;
  readonly ref: string;
}

/** The index of every entry whose key an earlier one has. */
function repeated(keys: readonly string[]): ReadonlySet<number> {
  const first = new Map<string, number>();
  const repeats = new Set<number>();
  for (const [index, key] of keys.entries()) {
    if (first.has(key)) repeats.add(index);
    else first.set(key, index);
  }
  return repeats;
}

/** `references`: every place of a filing that refers to a person, in the order of the filing. */
export const personRules = <Facts extends WithPersons>(
  references: (facts: Facts) => readonly Reference[],
): readonly Rule<Facts>[] => [
  defect({
    id: 'persons.unknown-reference',
    articles: [registrationRegulation('第十五条'), registrationRegulation('第十七条')],
    zh: '申请中提到的人员未列明：{ref}',
    en: 'The filing refers to a person it does not name: {ref}',
    check: ({ facts }) => {
      const named = new Set(facts.persons.map(({ ref }) => ref));
      return each(references(facts), ({ path, ref }) =>
        named.has(ref) ? undefined : { path, values: { ref } },
      );
    },
  }),
  defect({
    id: 'persons.unused',
    articles: [registrationRegulation('第十五条')],
    zh: '列明的人员在申请中没有身份，不应采集其信息：{ref}',
    en: 'The filing names a person who has no part in it; their data is not to be collected: {ref}',
    check: ({ facts }) => {
      const used = new Set(references(facts).map(({ ref }) => ref));
      return each(facts.persons, ({ ref }, index) =>
        used.has(ref) ? undefined : { path: `/persons/${index}`, values: { ref } },
      );
    },
  }),
  defect({
    id: 'persons.reference-twice',
    articles: [registrationRegulation('第十五条')],
    zh: '两名人员使用了同一编号：{ref}',
    en: 'Two persons bear the same reference: {ref}',
    check: ({ facts: { persons } }) => {
      const repeats = repeated(persons.map(({ ref }) => ref));
      return each(persons, ({ ref }, index) =>
        repeats.has(index) ? { path: `/persons/${index}/ref`, values: { ref } } : undefined,
      );
    },
  }),
  defect({
    id: 'persons.named-twice',
    articles: [registrationRegulation('第十五条')],
    zh: '同一人只应列明一次：{ref}',
    en: 'A person is named once: {ref}',
    check: ({ facts: { persons } }) => {
      const repeats = repeated(persons.map(({ subject }) => subject));
      return each(persons, ({ ref }, index) =>
        repeats.has(index) ? { path: `/persons/${index}`, values: { ref } } : undefined,
      );
    },
  }),
  defect({
    id: 'persons.document-number',
    articles: [registrationRegulation('第十五条'), implementingRules('第二十五条第二项')],
    zh: '身份证件号码不正确：{ref}',
    en: 'The number of the identity document is not right: {ref}',
    check: ({ facts }) =>
      each(facts.persons, ({ ref, valid }, index) =>
        valid ? undefined : { path: `/persons/${index}/document/number`, values: { ref } },
      ),
  }),
];
