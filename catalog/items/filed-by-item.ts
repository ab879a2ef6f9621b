import { establishBranchFacts } from './establish-branch/facts.ts';
import { establishCompanyFacts } from './establish-company/facts.ts';
import { establishCooperativeFacts } from './establish-cooperative/facts.ts';
import { establishIndividualBusinessFacts } from './establish-individual-business/facts.ts';

/** What can be filed, by item: the second of the two indexes an item stands in (the other is `items.ts`). */
export const filedFacts = {
  'establish-company': establishCompanyFacts,
  'establish-individual-business': establishIndividualBusinessFacts,
  'establish-branch': establishBranchFacts,
  'establish-cooperative': establishCooperativeFacts,
} as const;
