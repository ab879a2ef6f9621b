import { establishCompanyFacts } from './establish-company/facts.ts';
import { establishPartnershipFacts } from './establish-partnership/facts.ts';
import { establishSoleProprietorshipFacts } from './establish-sole-proprietorship/facts.ts';

/** What can be filed, by item: the second of the two indexes an item stands in (the other is `items.ts`). */
export const filedFacts = {
  'establish-company': establishCompanyFacts,
  'establish-partnership': establishPartnershipFacts,
  'establish-sole-proprietorship': establishSoleProprietorshipFacts,
} as const;
