import { companyApplicants, companyReferences, companyToBeVerified } from '../../rules/companies/parts.ts';
import { type Asked, provenAmong } from '../../rules/credit.ts';
import type { Reference } from '../../rules/persons.ts';
import type { JointStockCompanyFacts } from './facts.ts';

export const references = (facts: JointStockCompanyFacts): readonly Reference[] =>
  companyReferences('/promoters', facts.promoters, facts);

export const toBeVerified = (facts: JointStockCompanyFacts): ReadonlySet<string> =>
  companyToBeVerified(facts.promoters, facts);

/** Whose standing is evidence. */
export const asked = (facts: JointStockCompanyFacts): readonly Asked[] =>
  provenAmong(facts, companyApplicants(facts.promoters, facts));
