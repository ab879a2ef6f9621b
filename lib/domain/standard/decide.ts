import type { Finding, Outcome } from './finding.ts';
import { holdsOn } from './provenance.ts';
import type { Case, Rule, Standard } from './standard.ts';

/** What the standard says of one case: all its findings, and what may be decided. */
export interface Decision {
  readonly findings: readonly Finding[];
  readonly admissible: readonly Outcome[];
}

const NONE: readonly Finding[] = [];

function findingsOf<Facts>(rule: Rule<Facts>, examined: Case<Facts>): readonly Finding[] {
  const violations = rule.check(examined);
  if (violations.length === 0) return NONE;
  const articles = rule.articles.filter((article) => holdsOn(article, examined.on));
  return violations.map(({ path, values = {} }) => ({
    rule: rule.id,
    effect: rule.effect,
    path,
    values,
    articles,
    admits: rule.admits,
  }));
}

const OUTCOMES: readonly Outcome[] = ['register', 'return', 'refuse'];

/**
 * A defect leaves only the return; otherwise whatever any finding admits, and `register` when nothing is to be judged.
 * A finding that does not admit `register` keeps anything from being registered, whatever the others admit.
 */
function admissibleFor(findings: readonly Finding[]): readonly Outcome[] {
  if (findings.some(({ effect }) => effect === 'defect')) return ['return'];
  const judged = findings.filter(({ effect }) => effect === 'review');
  if (judged.length === 0) return ['register'];
  const barred = judged.some(({ admits }) => !admits.includes('register'));
  return OUTCOMES.filter(
    (outcome) => judged.some(({ admits }) => admits.includes(outcome)) && !(barred && outcome === 'register'),
  );
}

/** Decides one case by one version of the standard. Pure: the same case gives the same decision, wherever it is filed. */
export function decide<Facts>(standard: Standard<Facts>, examined: Case<Facts>): Decision {
  const findings = standard.rules.flatMap((rule) => findingsOf(rule, examined));
  return { findings, admissible: admissibleFor(findings) };
}
