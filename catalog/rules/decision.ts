import type { Article } from '../../lib/domain/standard/provenance.ts';
import type { Rule } from '../../lib/domain/standard/standard.ts';
import type { Decision } from '../items/filed-by-office.ts';
import { onEnterprise } from './enterprise.ts';
import { defect, when } from './rule.ts';

/** The day of a decision that was made already: not before the enterprise, and not after today. */
export const decisionRules = <Facts extends { readonly decision: Decision }>(
  articles: readonly Article[],
): readonly Rule<Facts>[] => [
  defect({
    id: 'decision.day',
    articles,
    zh: '决定之日 {decidedOn} 应当在成立之日以后、今日以前',
    en: 'The day of the decision, {decidedOn}, lies between the establishment and today',
    check: onEnterprise(({ establishedOn }, { facts, on }) => {
      const { decidedOn } = facts.decision;
      return when(decidedOn > on || decidedOn < establishedOn, '/decision/decidedOn', { decidedOn });
    }),
  }),
];
