import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { aboutEnterprise } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { dayShape, filedMaterialShape, wordShape } from '../filed-shapes.ts';

export const materialKinds = [
  'application-form',
  'service-address-confirmation',
  'agent-authorisation',
  'other',
] as const;

export const suspendBusinessFacts = z
  .strictObject({
    ...aboutEnterprise,
    cause: z.enum(['natural-disaster', 'accident', 'public-health-event', 'social-security-event', 'other']),
    inDifficulties: z.boolean(),
    employees: z.enum(['none', 'consulted', 'not-consulted']),
    barredByLaw: z.boolean(),
    from: dayShape,
    until: dayShape,
    serviceAddress: z.optional(wordShape(200)),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'SuspendBusinessFacts',
    description:
      'What is filed to go out of business for a time (歇业备案). `from` is its first day, `until` its last; `serviceAddress` (法律文书送达地址) only where it stands in for the seat. `barredByLaw`: other law does not let it.',
  });

export type FiledSuspension = z.output<typeof suspendBusinessFacts>;
export interface SuspensionFacts extends FactsOf<FiledSuspension> {}

export const deriveSuspension = (filed: FiledSuspension, persons: readonly PersonFacts[]): SuspensionFacts =>
  factsOf(filed, persons);
