import * as z from 'zod/mini';
import { bilingual, checked, divisionCode, jurisdictionCode, provenance } from './checked.ts';
import data from './jurisdictions.json' with { type: 'json' };

const jurisdiction = z.readonly(
  z.strictObject({ code: jurisdictionCode, name: bilingual, division: divisionCode, provenance }),
);

/** A side (地区) that the standard binds: its own code, and the code of its province-level division. */
export type Jurisdiction = z.output<typeof jurisdiction>;

export const jurisdictions: readonly Jurisdiction[] = checked(
  'jurisdictions.json',
  z.strictObject({ jurisdictions: z.array(jurisdiction) }),
  data,
).jurisdictions;
