import * as z from 'zod/mini';
import type { Frozen } from './filed-facts.ts';
import { wordShape } from './filed-shapes.ts';

/** The business scope (经营范围), item by item; `approval` is the document that allows one which needs it beforehand. */
export const businessScopeShape = z
  .array(
    z.strictObject({
      text: wordShape(120),
      approval: z.optional(z.strictObject({ document: wordShape(120), number: wordShape(60) })),
    }),
  )
  .check(z.maxLength(100));

export type BusinessScope = Frozen<z.output<typeof businessScopeShape>>;
