import * as z from 'zod/mini';
import type { Frozen } from './filed-facts.ts';
import { refShape } from './filed-shapes.ts';

/** 受益所有人, or the commitment by which an enterprise is exempt from naming them. */
export const beneficialOwnersShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('persons'),
    persons: z.array(refShape).check(z.minLength(1), z.maxLength(30)),
  }),
  z.strictObject({ kind: z.literal('exempt-by-commitment') }),
]);

export type BeneficialOwners = Frozen<z.output<typeof beneficialOwnersShape>>;
