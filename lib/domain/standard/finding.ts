import type { Article } from './provenance.ts';

/** What a decision on a filing can be: 准予登记, 退回补正, 不予登记. */
export type Outcome = 'register' | 'return' | 'refuse';

/**
 * `defect`: the applicant can and must mend it; the filing is returned.
 * `review`: an officer has to judge it; the filing is never decided automatically.
 * `note`: told, and nothing else: it changes neither the course nor what may be decided.
 */
export type FindingEffect = 'defect' | 'review' | 'note';

export type FindingValue = string | number | boolean | readonly string[];

/** One thing a rule says about a filing (审查意见). Texts are rendered from the rule's message when shown. */
export interface Finding {
  readonly rule: string;
  readonly effect: FindingEffect;
  /** JSON pointer into the filed facts. */
  readonly path: string;
  readonly values: Readonly<Record<string, FindingValue>>;
  readonly articles: readonly Article[];
  /** The outcomes an officer may choose as far as this finding goes; empty for a defect, which only returns, and a note. */
  readonly admits: readonly Outcome[];
}
