import * as z from 'zod/mini';
import { severities } from '../../lib/domain/credit/record.ts';
import { executorKinds, type MeasureRow, measureGroups } from '../../lib/domain/measures/measure.ts';
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
const row = z.strictObject({
  id,
  listed: listedId,
  group: z.enum(measureGroups),
  name: bilingual,
  triggers: z.array(trigger).check(z.minLength(1)),
  objects: z.array(z.enum(subjectKinds)).check(z.minLength(1)),
  purposes: z.array(id).check(z.minLength(1)),
  articles: z.array(z.union([article, id])).check(z.minLength(1)),
  executedBy: bilingual,
  executor: z.exactOptional(z.enum(executorKinds)),
  end,
  release: z.union([bilingual, id]),
  list: id,
});
const named = <Value extends z.ZodMiniType>(value: Value) => z.record(id, value);

const read = checkedOnce(
  'measures/measures.json',
  z.strictObject({
    notes: z.array(text),
    lists: named(provenance),
    policies: named(article),
    releases: named(bilingual),
    rows: z.array(row),
  }),
  data,
);

/** What several rows share by its name. @throws Error, so that no row serves without what it rests on. */
function shared<Value>(values: Readonly<Record<string, Value>>, name: string): Value {
  const value = values[name];
  if (value === undefined) throw new Error(`catalog/measures/measures.json: nothing is called ${name}`);
  return value;
}

let rows: readonly MeasureRow[] | undefined;

/** Every row of the lists of measures and incentives, of all editions. */
export function measureRows(): readonly MeasureRow[] {
  const { lists, policies, releases } = read();
  rows ??= read().rows.map(({ articles, release, list, ...told }) => ({
    ...told,
    articles: articles.map((one) => (typeof one === 'string' ? shared(policies, one) : one)),
    release: typeof release === 'string' ? shared(releases, release) : release,
    provenance: shared(lists, list),
  }));
  return rows;
}

let byId: ReadonlyMap<string, MeasureRow> | undefined;

export const findMeasureRow = (asked: string): MeasureRow | undefined => {
  byId ??= new Map(measureRows().map((entry) => [entry.id, entry]));
  return byId.get(asked);
};
