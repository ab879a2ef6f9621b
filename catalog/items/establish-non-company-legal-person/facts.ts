import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { addressShape } from '../filed-address.ts';
import { approvalShape } from '../filed-approval.ts';
import { contributionMethods } from '../filed-contribution.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { investorShape } from '../filed-investor.ts';
import { nameShapeOf } from '../filed-name.ts';
import { ownerships } from '../filed-ownership.ts';
import { businessScopeShape } from '../filed-scope.ts';
import {
  dayShape,
  fenShape,
  filedMaterialShape,
  filedPersonsShape,
  refShape,
  wordShape,
} from '../filed-shapes.ts';
import { termShape } from '../filed-term.ts';

export const materialKinds = [
  'application-form',
  'articles-of-association',
  'address-document',
  'appointment-documents',
  'establishment-approval',
  'foreign-identity-documents',
  'approval-documents',
  'agent-authorisation',
  'other',
] as const;

/** What 条例 第十二条 and 企业破产法 第一百二十五条 keep somebody from office for, and what the first leaves open. */
export const circumstanceKinds = [
  'sentence',
  'loss-of-political-rights',
  'bankruptcy',
  'licence-revoked',
  'overdue-debt',
  'bankruptcy-by-breach-of-duty',
  'suspended-sentence',
  'ordered-to-close',
] as const;

export const establishNonCompanyLegalPersonFacts = z
  .strictObject({
    name: nameShapeOf(wordShape(20)),
    ownership: z.enum(ownerships),
    address: addressShape,
    businessScope: businessScopeShape,
    contributionFen: fenShape,
    collectivelyOwnedFen: z.optional(fenShape),
    term: termShape,
    contributors: z
      .array(
        investorShape({
          competentDepartment: z.optional(z.boolean()),
          subscribedFen: fenShape,
          methods: z.array(z.enum(contributionMethods)).check(z.maxLength(contributionMethods.length)),
        }),
      )
      .check(z.maxLength(60)),
    approval: z.optional(approvalShape),
    legalRepresentative: z
      .strictObject({
        person: refShape,
        post: z.enum(['factory-director', 'manager', 'other']),
        qualificationDeclared: z.boolean(),
        circumstances: z.optional(
          z.array(z.strictObject({ kind: z.enum(circumstanceKinds), on: dayShape })).check(z.maxLength(20)),
        ),
      })
      .register(z.globalRegistry, {
        description:
          'Who stands for it. `circumstances`: what the person declares of the past, each with its day: a sentence served, political rights regained, a probation ended, a bankruptcy liquidation or procedure closed, a licence revoked, a closure ordered, a debt due and unpaid.',
      }),
    liaison: z.optional(refShape),
    agent: z.optional(refShape),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(60)),
  })
  .register(z.globalRegistry, {
    id: 'EstablishNonCompanyLegalPersonFacts',
    description:
      'What is filed to establish an enterprise that is a legal person and no company (非公司企业法人设立登记). Among `contributors` stands the competent department (主管部门) too, marked as such. `collectivelyOwnedFen` is what of the contribution the working people own together (劳动群众集体所有). `approval` is that of the establishment: `validUntil` its last day, `confirmedOn` when its authority confirmed it anew.',
  });

export type FiledNonCompanyLegalPerson = z.output<typeof establishNonCompanyLegalPersonFacts>;

/** What rules see. */
export interface NonCompanyFacts extends FactsOf<FiledNonCompanyLegalPerson> {}

export type MaterialKind = (typeof materialKinds)[number];
export type CircumstanceKind = (typeof circumstanceKinds)[number];

export const deriveNonCompany = (
  filed: FiledNonCompanyLegalPerson,
  persons: readonly PersonFacts[],
): NonCompanyFacts => factsOf(filed, persons);
