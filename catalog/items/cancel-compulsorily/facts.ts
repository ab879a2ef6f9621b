import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape, filedPersonsShape } from '../filed-shapes.ts';

export const cancelCompulsorilyFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    cancellationAskedFor: z.boolean(),
    objectionsReceived: z.boolean(),
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(['record-of-notice', 'other'])).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'CancelCompulsorilyFacts',
    description:
      'What an officer files to cancel a company by office (强制注销) once its notice is over. `objectionsReceived`: somebody objected by another way than the publicity system.',
  });

export type FiledCancellation = z.output<typeof cancelCompulsorilyFacts>;
export interface CancellationFacts extends FactsOf<FiledCancellation> {}

export const deriveCancellation = (
  filed: FiledCancellation,
  persons: readonly PersonFacts[],
): CancellationFacts => factsOf(filed, persons);
