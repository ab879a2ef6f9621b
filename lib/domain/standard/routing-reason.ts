import type { Article, Bilingual } from './provenance.ts';

/** Why an authority decides a filing: the rule of the routing table that fits it, in words, with its articles. */
export interface RoutingReason {
  readonly authority: string;
  /** Id of the rule. */
  readonly because: string;
  readonly text: Bilingual;
  readonly articles: readonly Article[];
  /** The cooperation platform (功能平台) whose power it is, where it is one's. */
  readonly platform?: { readonly id: string; readonly name: string };
}
