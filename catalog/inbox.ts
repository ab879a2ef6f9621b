import * as z from 'zod/mini';
import { checkedOnce, provenance } from './checked.ts';
import data from './inbox.json' with { type: 'json' };

const read = checkedOnce(
  'inbox.json',
  z.strictObject({ provenance, keptDays: z.int().check(z.minimum(1), z.maximum(3_650)) }),
  data,
);

/** For how many days a notice (通知) stays in the inbox of whoever was told. */
export const inboxKeeping = (): { readonly keptDays: number } => read();
