import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { decisionShape, filingIdShape } from '../filed-by-office.ts';
import { registeredCodeShape } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape, filedPersonsShape } from '../filed-shapes.ts';

export const annulRevocationFacts = z
  .strictObject({
    enterprise: registeredCodeShape,
    revocation: filingIdShape,
    by: z.enum(['registrar', 'superior']),
    decision: decisionShape,
    persons: filedPersonsShape,
    materials: z.array(filedMaterialShape(['decision', 'other'])).check(z.maxLength(40)),
  })
  .register(z.globalRegistry, {
    id: 'AnnulRevocationFacts',
    description:
      'What an officer files to annul a revocation of a registration that was wrong, and to restore what was registered before it (条例 第四十二条). `revocation`: the filing by which it was revoked.',
  });

export type FiledAnnulment = z.output<typeof annulRevocationFacts>;
export interface AnnulmentFacts extends FactsOf<FiledAnnulment> {}

export const deriveAnnulment = (filed: FiledAnnulment, persons: readonly PersonFacts[]): AnnulmentFacts =>
  factsOf(filed, persons);
