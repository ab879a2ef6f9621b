import * as z from 'zod/mini';
import type { WorkingCalendar } from '../lib/domain/time/working-days.ts';
import data from './calendar.json' with { type: 'json' };
import { checkedOnce, day, provenance, text } from './checked.ts';

const file = z.strictObject({
  provenance,
  notes: z.array(text),
  years: z.record(
    z.string().check(z.regex(/^\d{4}$/)),
    z.strictObject({ holidaysOnWeekdays: z.array(day), workingWeekends: z.array(day) }),
  ),
});

const read = checkedOnce('calendar.json', file, data);

/** Public holidays and make-up working days of the years whose notice is out; see `provenance` in the data. */
export const workingCalendar: WorkingCalendar = {
  get years() {
    return read().years;
  },
};
