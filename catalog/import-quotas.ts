import * as z from 'zod/mini';
import type { ImportQuota } from '../lib/domain/credit/import.ts';
import { checkedOnce, provenance, text } from './checked.ts';
import data from './import-quotas.json' with { type: 'json' };

const count = z.int().check(z.positive());

const read = checkedOnce(
  'import-quotas.json',
  z.strictObject({
    notes: z.array(text),
    day: z.strictObject({ files: count, bytes: count }),
    provenance,
  }),
  data,
);

/** How much one authority may hand in by files on one day. */
export const importQuota = (): ImportQuota => read().day;
