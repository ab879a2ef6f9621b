import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { approvalShape } from '../filed-approval.ts';
import { becomingCompany } from '../filed-becoming-company.ts';
import { beneficialOwnersShape } from '../filed-beneficial-owners.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { ownerships } from '../filed-ownership.ts';
import { filedMaterialShape } from '../filed-shapes.ts';

export const materialKinds = [
  'application-form',
  'restructuring-approval',
  'change-decision',
  'employees-resolution',
  'articles-of-association',
  'appointment-documents',
  'valuation-report',
  'foreign-identity-documents',
  'capital-verification',
  'securities-registration',
  'property-transfer-proof',
  'agent-authorisation',
  'other',
] as const;

/** What a non-company legal person files to become a company (改制为公司). */
export const restructureIntoCompanyFacts = z
  .strictObject({
    ...becomingCompany,
    ownership: z.enum(ownerships),
    approval: z.optional(approvalShape),
    stateInvestor: z.enum(['none', 'provincial-or-above']),
    beneficialOwners: z.optional(beneficialOwnersShape),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(60)),
  })
  .register(z.globalRegistry, {
    id: 'RestructureIntoCompanyFacts',
    description:
      'What a non-company legal person files to become a company (非公司企业法人改制为公司): all that law asks of a company of the type it is to be. `ownership` is what it is registered as; `approval` that of whoever has to approve the restructuring, `decidedOn` the day of the decision on it. Place, scope, term and code stay.',
  });

export type FiledRestructuring = z.output<typeof restructureIntoCompanyFacts>;

/** What rules see. */
export interface RestructuringFacts extends FactsOf<FiledRestructuring> {}

export type MaterialKind = (typeof materialKinds)[number];

export const deriveRestructuring = (
  filed: FiledRestructuring,
  persons: readonly PersonFacts[],
): RestructuringFacts => factsOf(filed, persons);
