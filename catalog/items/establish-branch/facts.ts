import * as z from 'zod/mini';
import { enterpriseTypes } from '../../../lib/domain/registration/enterprise-type.ts';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { addressShape } from '../filed-address.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { businessScopeShape } from '../filed-scope.ts';
import { dayShape, filedMaterialShape, filedPersonsShape, refShape, wordShape } from '../filed-shapes.ts';

export const materialKinds = [
  'application-form',
  'address-document',
  'head-appointment',
  'foreign-identity-documents',
  'approval-documents',
  'agent-authorisation',
  'other',
] as const;

/** What an enterprise sends to establish a branch: no capital, a head (负责人), a place of business (经营场所). */
export const establishBranchFacts = z
  .strictObject({
    parent: z.strictObject({
      code: registeredCodeShape,
      name: wordShape(200),
      type: z.enum(enterpriseTypes),
    }),
    name: wordShape(250),
    decidedOn: dayShape,
    placeOfBusiness: addressShape,
    businessScope: businessScopeShape,
    head: refShape,
    liaison: z.optional(refShape),
    signedBy: refShape,
    agent: z.optional(refShape),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(60)),
  })
  .register(z.globalRegistry, {
    id: 'EstablishBranchFacts',
    description:
      'What an enterprise files to establish a branch (分支机构设立登记). `parent` is the enterprise it belongs to, `name` the whole name of the branch, `decidedOn` the day on which it was decided to establish it, `head` the person in charge (负责人); `signedBy` signs for the parent.',
  });

export type FiledBranch = z.output<typeof establishBranchFacts>;

/** What rules see. */
export interface BranchFacts extends FactsOf<FiledBranch> {}

export type MaterialKind = (typeof materialKinds)[number];

export const deriveBranch = (filed: FiledBranch, persons: readonly PersonFacts[]): BranchFacts =>
  factsOf(filed, persons);
