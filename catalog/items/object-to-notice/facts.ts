import * as z from 'zod/mini';
import type { PersonFacts } from '../../../lib/domain/subject/person.ts';
import { aboutEnterprise } from '../filed-enterprise.ts';
import { type FactsOf, factsOf } from '../filed-facts.ts';
import { fenShape, filedMaterialShape, organisationCodeShape, wordShape } from '../filed-shapes.ts';

export const materialKinds = [
  'evidence',
  'organisation-authorisation',
  'agent-authorisation',
  'other',
] as const;

/** Notices that law lets others object to (条例 第三十三条、第四十条, 公司法 第二百四十条、第二百四十一条). */
export const objectableKinds = [
  'simple-cancellation',
  'compulsory-cancellation',
  'false-registration',
] as const;

export const objectToNoticeFacts = z
  .strictObject({
    ...aboutEnterprise,
    notice: z.enum(objectableKinds),
    objector: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('person') }),
      z.strictObject({
        kind: z.literal('organisation'),
        code: organisationCodeShape,
        name: wordShape(100),
      }),
    ]),
    interest: z.enum(['department', 'creditor', 'employee', 'investor', 'registered-falsely', 'other']),
    reason: z.optional(wordShape(500)),
    claimFen: z.optional(fenShape),
    materials: z.array(filedMaterialShape(materialKinds)).check(z.maxLength(20)),
  })
  .register(z.globalRegistry, {
    id: 'ObjectToNoticeFacts',
    description:
      'An objection to a running notice about an enterprise (对公告提出异议), by whoever has an interest. `signedBy` objects for themselves, or for the organisation named as `objector`.',
  });

export type FiledObjection = z.output<typeof objectToNoticeFacts>;

/** What was written as a reason may name people: rules see only that there is one. */
export interface ObjectionFacts extends Omit<FactsOf<FiledObjection>, 'reason'> {
  readonly reasonTold: boolean;
}

export function deriveObjection(filed: FiledObjection, persons: readonly PersonFacts[]): ObjectionFacts {
  const { reason, ...facts } = factsOf(filed, persons);
  return { ...facts, reasonTold: reason !== undefined && reason.trim() !== '' };
}
