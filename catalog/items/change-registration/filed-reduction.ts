import * as z from 'zod/mini';
import type { Frozen } from '../filed-facts.ts';
import { dayShape, wordShape } from '../filed-shapes.ts';

const announcedShape = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('publicity-system') }),
  z.strictObject({ in: z.literal('newspaper'), paper: wordShape(60), on: dayShape }),
]);

/** How the capital is reduced (公司法 第二百二十四条), or reduced to cover losses (第二百二十五条). */
export const reductionShape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ordinary'),
    creditorsToldOn: z.optional(dayShape),
    announced: z.optional(announcedShape),
    proportion: z.enum(['proportional', 'by-law', 'by-all-shareholders', 'by-articles']),
  }),
  z.strictObject({
    kind: z.literal('cover-losses'),
    announced: z.optional(announcedShape),
    proportion: z.enum(['proportional', 'by-law', 'by-all-shareholders', 'by-articles']),
    reservesUsed: z.boolean(),
    nothingPaidOut: z.boolean(),
    nobodyReleased: z.boolean(),
  }),
]);

export type Reduction = Frozen<z.output<typeof reductionShape>>;
