import * as z from 'zod/mini';
import type { Frozen } from './filed-facts.ts';
import { dayShape, wordShape } from './filed-shapes.ts';

/** A filing, by which a step in the life of an enterprise or an inquiry into one is known. */
export const filingIdShape = z
  .string()
  .check(z.maxLength(36), z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/))
  .register(z.globalRegistry, {
    description: 'Id of a filing.',
    example: '0f8fad5b-d9cb-469f-a165-70867728950e',
  });

/** The document of a decision that was made already (决定书), and its day. */
export const decisionShape = z.strictObject({ documentNumber: wordShape(60), decidedOn: dayShape });

export type Decision = Frozen<z.output<typeof decisionShape>>;
