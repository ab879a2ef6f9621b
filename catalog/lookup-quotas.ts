import * as z from 'zod/mini';
import type { LookupQuota } from '../lib/domain/subject/lookup-quota.ts';
import { checkedOnce, provenance, text } from './checked.ts';
import data from './lookup-quotas.json' with { type: 'json' };

const count = z.int().check(z.positive());

const read = checkedOnce(
  'lookup-quotas.json',
  z.strictObject({
    notes: z.array(text),
    limits: z.strictObject({ hour: count, day: count }),
    purposes: z.array(z.strictObject({ purpose: text, day: count })),
    alarms: z.strictObject({ sharePercent: count, sequentialPersons: count }),
    provenance,
  }),
  data,
);

/** The quota of one caller for a purpose. */
export function lookupQuotaFor(purpose: string): LookupQuota {
  const { limits, purposes, alarms } = read();
  const own = purposes.find((entry) => entry.purpose === purpose);
  return { ...limits, ...(own && { purposeDay: own.day }), ...alarms };
}
