import * as z from 'zod/mini';
import type { WorkingHours } from '../lib/domain/time/working-hours.ts';
import { checkedOnce, provenance, text } from './checked.ts';
import data from './working-hours.json' with { type: 'json' };

const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));

const read = checkedOnce(
  'working-hours.json',
  z.strictObject({
    provenance,
    notes: z.array(text),
    spans: z.array(z.strictObject({ from: timeOfDay, to: timeOfDay })).check(z.minLength(1), z.maxLength(4)),
  }),
  data,
);

/** The hours of a working day by which the time to a decision is measured. */
export const workingHours = (): WorkingHours => ({ spans: read().spans });
