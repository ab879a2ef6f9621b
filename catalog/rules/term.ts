import type { Article, Bilingual } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import type { Term } from '../items/filed-term.ts';
import { type Lens, through } from './lens.ts';
import { defect, NONE, when } from './rule.ts';

/** 经营期限 or 合伙期限, and the article that has it filed. */
export interface TermWord extends Bilingual {
  readonly articles: readonly Article[];
}

/** Of an establishment: the term ends after the day it begins on. */
export const termRules = <Facts>(
  term: Lens<Facts, Term>,
  { zh, en, articles }: TermWord,
): readonly Rule<Facts>[] =>
  through(term, [
    defect({
      id: 'term.ended',
      articles,
      zh: `${zh}的届满日 {endsOn} 应当晚于设立之日`,
      en: `The ${en} ends on {endsOn}, not after establishment`,
      check: ({ facts, on }) =>
        facts.kind === 'until' ? when(facts.endsOn <= on, '/endsOn', { endsOn: facts.endsOn }) : NONE,
    }),
  ]);
