import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { filingIdShape } from '../filed-by-office.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape, filedPersonsShape } from '../filed-shapes.ts';

export const extendInquiryFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    inquiry: filingIdShape,
    reason: z.enum(['appraisal', 'many-concerned', 'other-authority', 'other']),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(['head-approval', 'other'])).check(z.maxLength(40)),
  })
  .register(z.globalRegistry, {
    id: 'ExtendInquiryFacts',
    description:
      'What an officer files to extend an inquiry into a registration by three months (实施细则 第五十三条). `inquiry`: the filing that opened it.',
  });

export type FiledExtension = z.output<typeof extendInquiryFacts>;
export interface ExtensionFacts extends FactsOf<FiledExtension> {}

export const deriveExtension = (filed: FiledExtension, persons: readonly PersonFacts[]): ExtensionFacts =>
  factsOf(filed, persons);
