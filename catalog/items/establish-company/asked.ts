import { companyApplicants } from '../../rules/companies/parts.ts';
import { type Asked, provenAmong } from '../../rules/credit.ts';
import type { CompanyFacts } from './facts.ts';

/** Whose standing is evidence. */
export const asked = (facts: CompanyFacts): readonly Asked[] =>
  provenAmong(facts, companyApplicants(facts.shareholders, facts));
