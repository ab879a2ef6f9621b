import * as z from 'zod/mini';
import { severities } from '../../lib/domain/credit/record.ts';
import {
  executorKinds,
  type ListedMeasure,
  type MeasureRow,
  measureGroups,
} from '../../lib/domain/measures/measure.ts';
import { subjectKinds } from '../../lib/domain/subject/subject-key.ts';
import { article, bilingual, checkedOnce, provenance, text } from '../checked.ts';
import data from './measures.json' with { type: 'json' };

const id = z.string().check(z.regex(/^[a-z][a-z-]{1,40}$/));
const trigger = z.strictObject({
  class: id,
  severities: z.exactOptional(z.array(z.enum(severities)).check(z.minLength(1))),
});
const end = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('record') }),
  z.strictObject({ kind: z.literal('term'), months: z.int().check(z.minimum(1), z.maximum(600)) }),
  z.strictObject({ kind: z.literal('decision') }),
]);
const listedId = z.string().check(z.regex(/^(DM|INC)-\d{2}$/));
const listed = z.strictObject({
  id: listedId,
  group: z.enum(measureGroups),
  name: bilingual,
  object: bilingual,
  unapplied: z.exactOptional(bilingual),
  provenance,
});
const row = z.strictObject({
  id,
  listed: listedId,
  group: z.enum(measureGroups),
  name: bilingual,
  triggers: z.array(trigger).check(z.minLength(1)),
  objects: z.array(z.enum(subjectKinds)).check(z.minLength(1)),
  purposes: z.array(id).check(z.minLength(1)),
  articles: z.array(article).check(z.minLength(1)),
  executedBy: bilingual,
  executor: z.exactOptional(z.enum(executorKinds)),
  end,
  release: bilingual,
  provenance,
});

const read = checkedOnce(
  'measures/measures.json',
  z.strictObject({ notes: z.array(text), listed: z.array(listed), rows: z.array(row) }),
  data,
);

/** Every row of the lists of measures and incentives, of all editions. */
export const measureRows = (): readonly MeasureRow[] => read().rows;

/** What the lists name, of all editions, carried out here or not. */
export const listedMeasures = (): readonly ListedMeasure[] => read().listed;

let byId: ReadonlyMap<string, MeasureRow> | undefined;

export const findMeasureRow = (asked: string): MeasureRow | undefined => {
  byId ??= new Map(read().rows.map((entry) => [entry.id, entry]));
  return byId.get(asked);
};
