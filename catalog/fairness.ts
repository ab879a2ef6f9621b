import * as z from 'zod/mini';
import { checkedOnce, provenance, text } from './checked.ts';
import data from './fairness.json' with { type: 'json' };

const read = checkedOnce(
  'fairness.json',
  z.strictObject({ provenance, notes: z.array(text), fewest: z.int().check(z.minimum(1), z.maximum(100)) }),
  data,
);

/** The smallest count above zero that is told as it is. */
export const fewestTold = (): number => read().fewest;
