import * as z from 'zod/mini';
import type { Source } from '../lib/domain/credit/coverage.ts';
import { DomainError } from '../lib/domain/errors.ts';
import type { MeasureRow, Purpose } from '../lib/domain/measures/measure.ts';
import { holdsOn } from '../lib/domain/standard/provenance.ts';
import type { SubjectKind } from '../lib/domain/subject/subject-key.ts';
import type { PlainDate } from '../lib/domain/time/plain-date.ts';
import { article, bilingual, checkedOnce, provenance, text } from './checked.ts';
import { measureRows } from './measures/measures.ts';
import data from './purposes.json' with { type: 'json' };
import { findRecordClass, recordClasses } from './records/record-classes.ts';
import { sources } from './sources.ts';

const id = z.string().check(z.regex(/^[a-z][a-z-]{1,40}$/));
const purpose = z.strictObject({
  id,
  name: bilingual,
  askable: z.boolean(),
  tellsWithdrawn: z.exactOptional(z.boolean()),
  sees: z.exactOptional(z.array(id).check(z.minLength(1))),
  bases: z
    .array(z.strictObject({ id, name: bilingual, articles: z.array(article).check(z.minLength(1)) }))
    .check(z.minLength(1)),
  provenance,
});

const read = checkedOnce(
  'purposes.json',
  z.strictObject({ notes: z.array(text), purposes: z.array(purpose) }),
  data,
);

export const purposes = (): readonly Purpose[] => read().purposes;

/**
 * A purpose that may be asked for on a basis on a day.
 *
 * @throws DomainError `unknown-purpose`, also where the basis is not one of the purpose's or its articles lapsed.
 */
export function getPurpose(asked: string, basis: string, on: PlainDate): Purpose {
  const found = purposes().find((entry) => entry.id === asked && holdsOn(entry.provenance, on));
  const ground = found?.bases.find((entry) => entry.id === basis);
  const rests = ground?.articles.some((entry) => holdsOn(entry, on)) ?? false;
  if (found === undefined || !rests)
    throw new DomainError('unknown-purpose', { values: { purpose: asked, basis } });
  return found;
}

/** Whether a purpose may see records of a class. */
export const seesClass = ({ sees }: Purpose, recordClass: string): boolean =>
  sees === undefined || sees.includes(recordClass);

/** The rows a purpose sees. */
export const rowsFor = (asked: Purpose): readonly MeasureRow[] =>
  measureRows().filter(
    (row) =>
      row.purposes.includes(asked.id) && row.triggers.every((trigger) => seesClass(asked, trigger.class)),
  );

/** Every class that speaks against subjects of a kind. */
const classesAgainst = (kind: SubjectKind): ReadonlySet<string> =>
  new Set(
    recordClasses()
      .filter(({ bears, subjects }) => bears === 'against' && subjects.includes(kind))
      .map(({ id: recordClass }) => recordClass),
  );

/**
 * The sources without which nothing can be clear: of every side, those whose classes a disciplinary row of the
 * purpose rests on and that speak of this kind of subject. Where no row of the purpose can fall on such a subject, all
 * that speak against it: even that nothing applies is told only as of a time.
 */
export function sourcesNeededBy(asked: Purpose, kind: SubjectKind): readonly Source[] {
  const classes = new Set(
    rowsFor(asked)
      .filter(({ group, objects }) => (group === 'A' || group === 'B') && objects.includes(kind))
      .flatMap(({ triggers }) => triggers.map((trigger) => trigger.class))
      .filter((recordClass) => findRecordClass(recordClass)?.subjects.includes(kind)),
  );
  const needed = classes.size > 0 ? classes : classesAgainst(kind);
  return sources().filter((source) => source.classes.some((recordClass) => needed.has(recordClass)));
}

/** The sources of every list that speaks against subjects of a kind: without them nobody was never listed. */
export const listSourcesFor = (kind: SubjectKind): readonly Source[] => {
  const lists = new Set(
    recordClasses()
      .filter(({ list, bears, subjects }) => list === true && bears === 'against' && subjects.includes(kind))
      .map(({ id: recordClass }) => recordClass),
  );
  return sources().filter((source) => source.classes.some((recordClass) => lists.has(recordClass)));
};
