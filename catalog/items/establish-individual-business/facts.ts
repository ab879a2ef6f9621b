import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { nameShapeOf } from '../filed-name.ts';
import { businessScopeShape } from '../filed-scope.ts';
import {
  divisionShape,
  filedMaterialShape,
  filedPersonsShape,
  refShape,
  wordShape,
} from '../filed-shapes.ts';

export const materialKinds = [
  'application-form',
  'address-document',
  'foreign-identity-documents',
  'approval-documents',
  'agent-authorisation',
  'other',
] as const;

/** 经营场所; on a platform, its name and, as `detail`, the place it gives there (条例 第十一条第二款). */
const placeOfBusinessShape = z
  .strictObject({
    division: divisionShape,
    detail: wordShape(200),
    premises: z.enum(['owned', 'rented', 'other', 'network']),
    platform: z.optional(wordShape(100)),
  })
  .register(z.globalRegistry, {
    description:
      'The place of business (经营场所). `network`: a place that the e-commerce `platform` provides; `detail` is then the place there, and `division` where the operator lives.',
  });

/** What an operator sends to register an individual business. A name only if one is used (实施细则 第六条第七项). */
export const establishIndividualBusinessFacts = z
  .strictObject({
    name: z.optional(nameShapeOf(wordShape(20))),
    composition: z.enum(['personal', 'family']),
    placeOfBusiness: placeOfBusinessShape,
    businessScope: businessScopeShape,
    operator: refShape,
    familyMembers: z.array(refShape).check(z.maxLength(30)),
    liaison: z.optional(refShape),
    agent: z.optional(refShape),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(60)),
  })
  .register(z.globalRegistry, {
    id: 'EstablishIndividualBusinessFacts',
    description:
      'What an operator files to register an individual business (个体工商户设立登记). `composition` is 组成形式 (个人经营、家庭经营); `familyMembers` are those who take part in a family’s business.',
  });

export type FiledIndividualBusiness = z.output<typeof establishIndividualBusinessFacts>;

/** What rules see. */
export interface IndividualBusinessFacts extends FactsOf<FiledIndividualBusiness> {}

export type MaterialKind = (typeof materialKinds)[number];

export const deriveIndividualBusiness = (
  filed: FiledIndividualBusiness,
  persons: readonly PersonFacts[],
): IndividualBusinessFacts => factsOf(filed, persons);
