import * as z from 'zod/mini';
import type { Frozen } from './filed-facts.ts';
import { dayShape } from './filed-shapes.ts';

/** For how long the business is to last (经营期限, 合伙期限). */
export const termShape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('indefinite') }),
  z.strictObject({ kind: z.literal('until'), endsOn: dayShape }),
]);

export type Term = Frozen<z.output<typeof termShape>>;
