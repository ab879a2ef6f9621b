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

export const extendSuspensionFacts = z
  .strictObject({
    ...aboutEnterprise,
    from: dayShape,
    until: dayShape,
    serviceAddress: z.optional(wordShape(200)),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'ExtendSuspensionFacts',
    description:
      'What is filed to stay out of business longer (延长歇业期限). `from` is the first day of the suspension on file, `until` its new last day; `serviceAddress` only where another is to stand in for the seat.',
  });

export type FiledExtension = z.output<typeof extendSuspensionFacts>;
export interface ExtensionFacts extends FactsOf<FiledExtension> {}

export const deriveExtension = (filed: FiledExtension, persons: readonly PersonFacts[]): ExtensionFacts =>
  factsOf(filed, persons);
