import type { Outcome } from '../../lib/domain/standard/finding.ts';
import type { Article, Bilingual } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import { type EnterpriseOf, enterpriseRules } from './enterprise.ts';
import { personRules, type Reference, type WithPersons } from './persons.ts';
import { review } from './rule.ts';

interface ByOffice extends WithPersons {
  readonly enterprise: string;
}

/**
 * Always speaks: what an authority does by its office (依职权) is handed in by one officer and decided by another. The
 * text says what the second one looks at.
 */
export const exOfficioRule = <Facts>(
  articles: readonly Article[],
  { zh, en }: Bilingual,
  admits: readonly Outcome[] = ['register', 'return'],
): Rule<Facts> =>
  review({ id: 'ex-officio.decision', articles, admits, zh, en, check: () => [{ path: '' }] });

/** Of a step by office: the enterprise is in a state for it, and whoever is named has a part in it. */
export const officeRules = <Facts extends ByOffice>(
  of: EnterpriseOf<Facts>,
  references: (facts: Facts) => readonly Reference[] = () => [],
): readonly Rule<Facts>[] => [...enterpriseRules<Facts>(of), ...personRules<Facts>(references)];
