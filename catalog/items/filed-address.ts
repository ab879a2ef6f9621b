import * as z from 'zod/mini';
import type { Frozen } from './filed-facts.ts';
import { divisionShape, wordShape } from './filed-shapes.ts';

/** 住所, 主要经营场所 or 经营场所: its county-level division, what stands behind that, and by which right it is used. */
export const addressShape = z.strictObject({
  division: divisionShape,
  detail: wordShape(200),
  premises: z.enum(['owned', 'rented', 'other']),
});

export type FiledAddress = z.output<typeof addressShape>;

/** What rules see of it: the division reaches them as the terms of the place alone. */
export type AddressFacts = Frozen<Omit<FiledAddress, 'division'>>;
