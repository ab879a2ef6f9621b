import * as z from 'zod/mini';
import { type ListedMeasure, measureGroups } from '../../lib/domain/measures/measure.ts';
import { bilingual, checkedOnce, provenance, text } from '../checked.ts';
import data from './listed-measures.json' with { type: 'json' };

const listed = z.strictObject({
  id: z.string().check(z.regex(/^(DM|INC)-\d{2}$/)),
  group: z.enum(measureGroups),
  name: bilingual,
  object: bilingual,
  unapplied: z.exactOptional(bilingual),
  provenance,
});

const read = checkedOnce(
  'measures/listed-measures.json',
  z.strictObject({ notes: z.array(text), listed: z.array(listed) }),
  data,
);

/** What the lists name, of all editions, carried out here or not; apart from the rows, which alone a look-up needs. */
export const listedMeasures = (): readonly ListedMeasure[] => read().listed;
