import * as z from 'zod/mini';
import type { Frozen } from './filed-facts.ts';
import { dayShape, wordShape } from './filed-shapes.ts';

/** An approval that a registration needs beforehand: `validUntil` its last day, `confirmedOn` when it was confirmed anew. */
export const approvalShape = z.strictObject({
  authority: wordShape(100),
  document: wordShape(120),
  number: wordShape(60),
  approvedOn: dayShape,
  validUntil: z.optional(dayShape),
  confirmedOn: z.optional(dayShape),
});

export type Approval = Frozen<z.output<typeof approvalShape>>;
