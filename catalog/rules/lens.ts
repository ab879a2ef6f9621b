import type { Article } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import { NONE } from './rule.ts';

/** Where a part that several items file alike stands in the facts of one of them. */
export interface Lens<Facts, Part> {
  /** JSON pointer of the part: `''` for the facts themselves, `/name`, `/changes/name`. */
  readonly at: string;
  /** `undefined` where this filing has no such part: nothing is found in it then. */
  readonly of: (facts: Facts) => Part | undefined;
}

/** A rule on a part, whose paths count from the part, as a rule on the facts that hold it. */
function lifted<Facts, Part>({ at, of }: Lens<Facts, Part>, rule: Rule<Part>): Rule<Facts> {
  return {
    ...rule,
    check: ({ facts, terms, evidence, on }) => {
      const part = of(facts);
      if (part === undefined) return NONE;
      const violations = rule.check({ facts: part, terms, evidence, on });
      if (at === '' || violations.length === 0) return violations;
      return violations.map((violation) => ({ ...violation, path: at + violation.path }));
    },
  };
}

export const through = <Facts, Part>(
  lens: Lens<Facts, Part>,
  rules: readonly Rule<Part>[],
): readonly Rule<Facts>[] => rules.map((rule) => lifted(lens, rule));

/**
 * The rules of several parts of which a filing has one, such as what it asks to become. What is asked of each in the same
 * words is one rule, with the articles of all.
 *
 * @throws RangeError where two rules of one id say different things.
 */
export function ofEither<Facts>(...lists: readonly (readonly Rule<Facts>[])[]): readonly Rule<Facts>[] {
  const rules = new Map<string, Rule<Facts>>();
  for (const rule of lists.flat()) {
    const other = rules.get(rule.id);
    if (other !== undefined && (other.message.zh !== rule.message.zh || other.effect !== rule.effect))
      throw new RangeError(`Two rules ${rule.id}`);
    rules.set(rule.id, other === undefined ? rule : both(other, rule));
  }
  return [...rules.values()];
}

const cited = ({ law, article }: Article): string => `${law} ${article}`;

const both = <Facts>(one: Rule<Facts>, other: Rule<Facts>): Rule<Facts> => ({
  ...one,
  articles: [
    ...new Map([...one.articles, ...other.articles].map((article) => [cited(article), article])).values(),
  ],
  check: (examined) => [...one.check(examined), ...other.check(examined)],
});
