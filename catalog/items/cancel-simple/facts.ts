import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { aboutEnterprise } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { filedMaterialShape } from '../filed-shapes.ts';
import { commitmentShape, licenceReturnShape, simpleDeclarationsShape } from '../filed-winding-up.ts';

export const materialKinds = [
  'application-form',
  'investors-commitment',
  'agent-authorisation',
  'other',
] as const;

export const cancelSimpleFacts = z
  .strictObject({
    ...aboutEnterprise,
    declares: simpleDeclarationsShape,
    commitment: commitmentShape,
    licence: licenceReturnShape,
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'CancelSimpleFacts',
    description:
      'What is filed for a simple cancellation (简易注销登记), once the notice of it has run without objection.',
  });

export type FiledSimple = z.output<typeof cancelSimpleFacts>;
export interface SimpleFacts extends FactsOf<FiledSimple> {}

export const deriveSimple = (filed: FiledSimple, persons: readonly PersonFacts[]): SimpleFacts =>
  factsOf(filed, persons);
