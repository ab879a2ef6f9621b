import { companyReferences, companyToBeVerified } from '../../rules/companies/parts.ts';
import type { Reference } from '../../rules/persons.ts';
import type { CompanyFacts } from './facts.ts';

export const references = (facts: CompanyFacts): readonly Reference[] =>
  companyReferences('/shareholders', facts.shareholders, facts);

export const toBeVerified = (facts: CompanyFacts): ReadonlySet<string> =>
  companyToBeVerified(facts.shareholders, facts);
