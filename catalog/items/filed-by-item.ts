import { adjustCapitalScheduleFacts } from './adjust-capital-schedule/facts.ts';
import { changeRegistrationFacts } from './change-registration/facts.ts';
import { establishCompanyFacts } from './establish-company/facts.ts';

/** What can be filed, by item: the second of the two indexes an item stands in (the other is `items.ts`). */
export const filedFacts = {
  'establish-company': establishCompanyFacts,
  'change-registration': changeRegistrationFacts,
  'adjust-capital-schedule': adjustCapitalScheduleFacts,
} as const;
