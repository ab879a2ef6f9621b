import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { aboutEnterprise } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape } from '../filed-shapes.ts';
import { licenceReturnShape, simpleDeclarationsShape } from '../filed-winding-up.ts';

export const materialKinds = [
  'application-form',
  'investors-commitment',
  'agent-authorisation',
  'other',
] as const;

export const cancelIndividualBusinessSimpleFacts = z
  .strictObject({
    ...aboutEnterprise,
    declares: simpleDeclarationsShape,
    licence: licenceReturnShape,
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'CancelIndividualBusinessSimpleFacts',
    description:
      'What is filed for the simple cancellation of an individual business (个体工商户简易注销登记): without a notice, it is told to the tax and other departments, who have 10 days to object.',
  });

export type FiledIndividualSimple = z.output<typeof cancelIndividualBusinessSimpleFacts>;
export interface IndividualSimpleFacts extends FactsOf<FiledIndividualSimple> {}

export const deriveIndividualSimple = (
  filed: FiledIndividualSimple,
  persons: readonly PersonFacts[],
): IndividualSimpleFacts => factsOf(filed, persons);
