import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { filingIdShape } from '../filed-by-office.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape, filedPersonsShape } from '../filed-shapes.ts';

export const openInquiryFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    concerns: filingIdShape,
    reason: z.enum(['tip-off', 'inspection', 'other-authority']),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(['case-file', 'other'])).check(z.maxLength(40)),
  })
  .register(z.globalRegistry, {
    id: 'OpenInquiryFacts',
    description:
      'What an officer files to inquire by office into a registration that seems false (依职权调查, 实施细则 第五十条). `concerns`: the filing whose registration is in question.',
  });

export type FiledOpening = z.output<typeof openInquiryFacts>;
export interface OpeningFacts extends FactsOf<FiledOpening> {}

export const deriveOpening = (filed: FiledOpening, persons: readonly PersonFacts[]): OpeningFacts =>
  factsOf(filed, persons);
