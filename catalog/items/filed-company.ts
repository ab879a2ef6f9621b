import * as z from 'zod/mini';
import { addressShape } from './filed-address.ts';
import { beneficialOwnersShape } from './filed-beneficial-owners.ts';
import { employeesShape, governanceShape } from './filed-offices.ts';
import { businessScopeShape } from './filed-scope.ts';
import { fenShape, refShape } from './filed-shapes.ts';
import { termShape } from './filed-term.ts';

/** What is filed alike to establish a company of either type, to be spread into the shape of its facts. */
export const establishingCompany = {
  address: addressShape,
  businessScope: businessScopeShape,
  registeredCapitalFen: fenShape,
  term: termShape,
  stateInvestor: z.enum(['none', 'provincial-or-above']),
  governance: governanceShape,
  employees: z.optional(employeesShape),
  beneficialOwners: z.optional(beneficialOwnersShape),
  agent: z.optional(refShape),
} as const;
