import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { filingIdShape } from '../filed-by-office.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape, filedPersonsShape } from '../filed-shapes.ts';

export const resumeInquiryFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    inquiry: filingIdShape,
    reason: z.enum(['ground-gone', 'application-withdrawn', 'by-office']),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(['case-file', 'other'])).check(z.maxLength(40)),
  })
  .register(z.globalRegistry, {
    id: 'ResumeInquiryFacts',
    description:
      'What an officer files to go on with an inquiry that rests (恢复调查). `inquiry`: the filing that opened it. `reason`: the ground it rested for is gone, whoever asked for the rest takes that back, or the authority, which only may let it rest, goes on by its office. `persons` is empty.',
  });

export type FiledResumption = z.output<typeof resumeInquiryFacts>;
export interface ResumptionFacts extends FactsOf<FiledResumption> {}

export const deriveResumption = (filed: FiledResumption, persons: readonly PersonFacts[]): ResumptionFacts =>
  factsOf(filed, persons);
