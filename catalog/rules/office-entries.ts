import type { Article } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import { registrationRegulation } from '../laws.ts';
import { defect, each, when } from './rule.ts';

interface WithOffices {
  readonly offices: readonly { readonly person: string; readonly office: string }[];
}

/** Of every type that has offices: its liaison (登记联络员) is among them, and each is named once for a person. */
export const officeEntryRules = <Facts extends WithOffices>(
  id: string,
  articles: readonly Article[],
): readonly Rule<Facts>[] => [
  defect({
    id: `${id}.liaison`,
    articles: [registrationRegulation('第九条第七项'), ...articles],
    zh: '应当备案登记联络员',
    en: 'A registration liaison has to be named',
    check: ({ facts }) => when(!facts.offices.some(({ office }) => office === 'liaison'), '/offices'),
  }),
  defect({
    id: `${id}.office-named-twice`,
    articles,
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
