import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { dayShape, filedMaterialShape, filedPersonsShape, wordShape } from '../filed-shapes.ts';

export const materialKinds = ['department-document', 'other'] as const;

export const recordDepartmentObjectionFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    department: wordShape(100),
    documentNumber: z.optional(wordShape(60)),
    objectedOn: dayShape,
    ground: z.enum(['tax', 'social-insurance', 'customs', 'penalty', 'proceedings', 'other']),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'RecordDepartmentObjectionFacts',
    description:
      'A registrar records that a department objected to the simple cancellation of an individual business (部门异议). `persons` is empty: nobody is named in it.',
  });

export type FiledDepartmentObjection = z.output<typeof recordDepartmentObjectionFacts>;
export interface DepartmentObjectionFacts extends FactsOf<FiledDepartmentObjection> {}

export const deriveDepartmentObjection = (
  filed: FiledDepartmentObjection,
  persons: readonly PersonFacts[],
): DepartmentObjectionFacts => factsOf(filed, persons);
