import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { addressShape } from '../filed-address.ts';
import { methodsShape } from '../filed-contribution.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { investorShape } from '../filed-investor.ts';
import { nameShapeOf } from '../filed-name.ts';
import { employeesShape } from '../filed-offices.ts';
import { businessScopeShape } from '../filed-scope.ts';
import { fenShape, filedMaterialShape, filedPersonsShape, refShape, wordShape } from '../filed-shapes.ts';

export const materialKinds = [
  'application-form',
  'address-document',
  'foreign-identity-documents',
  'approval-documents',
  'agent-authorisation',
  'other',
] as const;

/** What an applicant sends to establish a sole proprietorship (个人独资企业设立登记). */
export const establishSoleProprietorshipFacts = z
  .strictObject({
    name: nameShapeOf(wordShape(40)),
    address: addressShape,
    businessScope: businessScopeShape,
    investors: z.array(investorShape({ methods: methodsShape })).check(z.maxLength(10)),
    contributionFen: fenShape,
    property: z.enum(['personal', 'family']),
    notBarredDeclared: z.boolean(),
    employees: employeesShape,
    persons: filedPersonsShape,
    liaison: z.optional(refShape),
    agent: z.optional(refShape),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(60)),
  })
  .register(z.globalRegistry, {
    id: 'EstablishSoleProprietorshipFacts',
    description:
      'What an applicant files to establish a sole proprietorship (个人独资企业). `property`: whether the contribution is the investor’s own or property the family holds in common, which then is liable too (第十八条). `notBarredDeclared`: the investor declares that no law forbids them business for profit (第十六条). `employees`: all who work in it (从业人员), the investor too. The investor’s residence (居所) stands with the person.',
  });

export type FiledSoleProprietorship = z.output<typeof establishSoleProprietorshipFacts>;

/** What rules see. */
export interface SoleProprietorshipFacts extends FactsOf<FiledSoleProprietorship> {}

export type MaterialKind = (typeof materialKinds)[number];

export const deriveSoleProprietorship = (
  filed: FiledSoleProprietorship,
  persons: readonly PersonFacts[],
): SoleProprietorshipFacts => factsOf(filed, persons);
