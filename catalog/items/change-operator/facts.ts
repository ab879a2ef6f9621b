import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { aboutEnterprise } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { dayShape, filedMaterialShape, refShape } from '../filed-shapes.ts';

export const materialKinds = ['application-form', 'agent-authorisation', 'other'] as const;

/** What both operators of an individual business file when one takes it over from the other (变更经营者). */
export const changeOperatorFacts = z
  .strictObject({
    ...aboutEnterprise,
    decidedOn: dayShape,
    formerOperator: refShape,
    newOperator: refShape,
    formerTakesPart: z.optional(z.boolean()),
    taxesSettled: z.boolean(),
    debtsArranged: z.boolean(),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'ChangeOperatorFacts',
    description:
      'A new operator of an individual business (个体工商户变更经营者), filed by both. `taxesSettled` and `debtsArranged` are what 促进个体工商户发展条例 第十三条第二款 asks; `formerTakesPart`: of a family’s business, that the former operator goes on to take part.',
  });

export type FiledOperator = z.output<typeof changeOperatorFacts>;
export interface OperatorFacts extends FactsOf<FiledOperator> {}
export type MaterialKind = (typeof materialKinds)[number];

export const deriveOperator = (filed: FiledOperator, persons: readonly PersonFacts[]): OperatorFacts =>
  factsOf(filed, persons);
