import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { aboutEnterprise } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { dayShape, filedMaterialShape } from '../filed-shapes.ts';

export const materialKinds = ['agent-authorisation', 'other'] as const;

export const resumeBusinessFacts = z
  .strictObject({
    ...aboutEnterprise,
    from: dayShape,
    resumedOn: dayShape,
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'ResumeBusinessFacts',
    description:
      'An enterprise publishes that it ended its suspension early (终止歇业). `from` is the first day of the suspension on file, `resumedOn` the day on which it decided to do business again, or in fact did.',
  });

export type FiledResumption = z.output<typeof resumeBusinessFacts>;
export interface ResumptionFacts extends FactsOf<FiledResumption> {}

export const deriveResumption = (filed: FiledResumption, persons: readonly PersonFacts[]): ResumptionFacts =>
  factsOf(filed, persons);
